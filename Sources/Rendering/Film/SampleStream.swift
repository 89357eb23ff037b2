import Directing

/// The sound of a stretch of an upload, decoded by FFmpeg beside the mix, at its speed and in its direction.
///
/// Nothing waits on the disk: the decoder is at most two seconds ahead. It ends with the stream.
final class SampleStream: Sendable {
  private let queue = SampleQueue()
  private let decoding: Task<Void, Never>

  /// Starts the decoder.
  ///
  /// - Parameters:
  ///   - path: the upload.
  ///   - name: what it is called in an error.
  ///   - plan: where in it the stretch begins, how fast and in which direction it plays.
  ///   - milliseconds: how long it is heard; a source that ends before is shorter.
  ///   - decoders: where the decoder is known.
  init(
    _ path: String, name: String, plan: ClipPlan, milliseconds: Int, tools: MediaTools,
    decoders: SampleDecoders
  ) {
    let length = Double(milliseconds) / 1000 * plan.rate
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: ["-hide_banner", "-nostdin", "-loglevel", "error"] + UserInput.guards
        + (plan.start > 0 ? ["-ss", FilterText.number(Double(plan.start) / 1000)] : []) + [
          "-t", FilterText.number(length), "-i", "file:" + path, "-vn", "-sn", "-dn", "-map", "0:a:0", "-af",
          Self.filters(plan), "-t", FilterText.number(Double(milliseconds) / 1000), "-ac", "2", "-ar",
          "48000",
          "-f", "f32le", "pipe:1",
        ],
      limits: .sound(milliseconds: max(milliseconds, Int(length * 1000))))
    decoding = decoders.start { [queue] in
      do throws(RenderError) {
        try await program.stream { await queue.put($0) }.check()
        await queue.finish(.success(()))
      } catch .encoderFailed(let detail) {
        await queue.finish(.failure(.mediaUnreadable(name, detail: detail)))
      } catch {
        await queue.finish(.failure(error.naming(name)))
      }
    }
  }

  deinit { decoding.cancel() }

  /// The next `count` stereo samples, interleaved; fewer where the stretch or its source ends.
  func read(_ count: Int) async throws(RenderError) -> [Float] {
    let outcome = await withTaskCancellationHandler {
      do throws(RenderError) {
        return Result<[Float], RenderError>.success(try await queue.take(count))
      } catch {
        return .failure(error)
      }
    } onCancel: {
      decoding.cancel()
    }
    return try outcome.get()
  }

  private static func filters(_ plan: ClipPlan) -> String {
    var filters = ["aresample=48000"]
    if plan.isReversed == true { filters.append("areverse") }
    // One filter changes the tempo by half to double without a loss that is heard; several make the rest.
    var rate = plan.rate
    while rate > 2 {
      filters.append("atempo=2")
      rate /= 2
    }
    while rate < 0.5 {
      filters.append("atempo=0.5")
      rate *= 2
    }
    if rate != 1 { filters.append("atempo=\(FilterText.number(rate))") }
    filters.append("aformat=sample_fmts=flt:channel_layouts=stereo")
    return filters.joined(separator: ",")
  }
}
