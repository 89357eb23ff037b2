import Directing
import Scenes

/// An uploaded video or image on the timeline, decoded by FFmpeg to frames of the canvas.
struct MediaClip: Sendable {
  let tools: MediaTools
  let path: String
  let facts: MediaFacts
  let canvas: Canvas
  /// How many frames the segment has.
  let frameCount: Int

  /// The name for messages.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Decodes some frames of the clip, counted from its start, and hands them on in order.
  ///
  /// A video that is shorter than its segment holds its last frame.
  func forEachFrame(
    in frames: Range<Int>, _ body: (Int, FrameBuffer) async throws -> Bool
  ) async throws(RenderError) {
    let size = canvas.width * canvas.height * 3 / 2
    let program = MediaProgram(path: tools.ffmpeg, arguments: arguments(for: frames))
    var next = frames.lowerBound
    var last = FrameBuffer(canvas: canvas)
    do {
      let (complete, ending) = try await program.pieces(of: size) { piece in
        last.fill(from: piece)
        defer { next += 1 }
        return try await body(next, last) && next + 1 < frames.upperBound
      }
      if next == frames.lowerBound, !complete {
        try ending.check()
        throw RenderError.mediaUnreadable(name, detail: "no picture could be decoded")
      }
      while !complete, next < frames.upperBound {
        guard try await body(next, last) else { return }
        next += 1
      }
    } catch let error as RenderError {
      if case .encoderFailed(let detail) = error { throw .mediaUnreadable(name, detail: detail) }
      throw error
    } catch is CancellationError {
      throw .cancelled
    } catch {
      throw .mediaUnreadable(name, detail: "\(error)")
    }
  }

  private func arguments(for frames: Range<Int>) -> [String] {
    var list = ["-hide_banner", "-nostdin", "-loglevel", "error", "-protocol_whitelist", "file,pipe"]
    let rate = canvas.framesPerSecond
    if facts.kind == .image {
      list += ["-loop", "1", "-framerate", "\(rate)"]
    } else if frames.lowerBound > 0 {
      list += ["-ss", "\(Double(frames.lowerBound) / Double(rate))"]
    }
    list += [
      "-i", "file:" + path, "-an", "-sn", "-dn", "-map", "0:v:0", "-filter_complex", filters(for: frames),
    ]
    return list + ["-frames:v", "\(frames.count)", "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"]
  }

  /// Fills the canvas when the shapes are close (at most a quarter is cut off); else the whole picture stands before
  /// a blurred and dimmed copy of itself.
  private func filters(for frames: Range<Int>) -> String {
    let (width, height) = (canvas.width, canvas.height)
    let rate = facts.kind == .image ? "" : "fps=\(canvas.framesPerSecond),"
    let bt709 = "out_color_matrix=bt709:out_range=tv"
    let fill =
      "scale=\(width):\(height):force_original_aspect_ratio=increase:\(bt709),crop=\(width):\(height)"
    let shape = Double(facts.width ?? width) / Double(max(1, facts.height ?? height))
    let wanted = Double(width) / Double(height)
    let isClose = max(shape / wanted, wanted / shape) <= 1.34
    var graph: String
    if isClose {
      graph = "\(rate)\(fill),setsar=1,format=yuv420p"
    } else {
      let (small, low) = (max(16, width / 8 & ~1), max(16, height / 8 & ~1))
      let behind =
        "scale=\(small):\(low):force_original_aspect_ratio=increase,crop=\(small):\(low),gblur=sigma=6,"
        + "eq=brightness=-0.12,scale=\(width):\(height):\(bt709),setsar=1,format=yuv420p"
      let front =
        "scale=\(width):\(height):force_original_aspect_ratio=decrease:\(bt709),setsar=1,format=yuv420p"
      graph =
        "\(rate)split[a][b];[a]\(behind)[c];[b]\(front)[d];[c][d]overlay=(W-w)/2:(H-h)/2,format=yuv420p"
    }
    if facts.kind == .image {
      // A slow push over the whole segment: 6 % closer at its end. Twice the size hides the whole-pixel steps.
      let progress = "(on+\(frames.lowerBound))/\(max(1, frameCount - 1))"
      graph =
        "\(graph),scale=\(width * 2):\(height * 2):flags=bilinear,zoompan=z='1+0.06*\(progress)'"
        + ":x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d=1:s=\(width)x\(height):fps=\(canvas.framesPerSecond),format=yuv420p"
    }
    return graph
  }
}

extension FrameBuffer {
  /// Takes the bytes of a whole frame in the same layout.
  fileprivate mutating func fill(from piece: borrowing RawSpan) {
    piece.withUnsafeBytes { source in
      withPlanes { y, u, v in
        guard source.count >= y.count + u.count + v.count else { return }
        let bytes = source.bindMemory(to: UInt8.self)
        _ = y.update(from: bytes[..<y.count])
        _ = u.update(from: bytes[y.count..<(y.count + u.count)])
        _ = v.update(from: bytes[(y.count + u.count)..<(y.count + u.count + v.count)])
      }
    }
  }
}
