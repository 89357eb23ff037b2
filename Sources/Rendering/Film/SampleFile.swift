import Directing
import Glibc

/// Decoded sound on disk: 48 kHz stereo floats, read by position.
final class SampleFile: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Decodes the part of an upload's sound that a segment plays, at its speed and in its direction, into a new file.
  ///
  /// It waits on the disk because parts of a film must give the same samples as the whole, and what plays backwards
  /// or in a loop is read from more than one place.
  static func decode(
    _ path: String, name: String, plan: ClipPlan = ClipPlan(), milliseconds: Int, tools: MediaTools,
    to target: String
  ) async throws(RenderError) -> SampleFile {
    let length = Double(milliseconds) / 1000 * plan.rate
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
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"] + MediaProgram.reporting
        + UserInput.guards
        + (plan.start > 0 ? ["-ss", FilterText.number(Double(plan.start) / 1000)] : []) + [
          "-t", FilterText.number(length), "-i", "file:" + path, "-vn", "-sn", "-dn", "-map", "0:a:0", "-af",
          filters.joined(separator: ","), "-t", FilterText.number(Double(milliseconds) / 1000), "-ac", "2",
          "-ar",
          "48000", "-f", "f32le", "file:" + target,
        ],
      limits: .sound(milliseconds: max(milliseconds, Int(length * 1000))))
    do {
      try await program.work().check(writingTo: target)
    } catch .encoderFailed(let detail) {
      throw .mediaUnreadable(name, detail: detail)
    } catch {
      throw error.naming(name)
    }
    let descriptor = open(target, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .mediaUnreadable(name, detail: "its sound could not be read back") }
    return SampleFile(descriptor: descriptor)
  }

  /// How many stereo samples there are.
  var count: Int {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 ? Int(facts.st_size) / 8 : 0
  }

  /// `count` stereo samples from a position, as if the file began again where it ends, or after a period.
  func readLooped(_ count: Int, at position: Int, period: Int? = nil) -> [Float] {
    let length = period ?? self.count
    guard length > 0 else { return [Float](repeating: 0, count: count * 2) }
    var samples: [Float] = []
    samples.reserveCapacity(count * 2)
    while samples.count < count * 2 {
      let at = (position + samples.count / 2) % length
      samples += read(min(length - at, count - samples.count / 2), at: at)
    }
    return samples
  }

  /// `count` stereo samples from a position; silence behind the end.
  func read(_ count: Int, at position: Int) -> [Float] {
    var samples = [Float](repeating: 0, count: count * 2)
    samples.withUnsafeMutableBytes { bytes in
      var done = 0
      while done < bytes.count, let base = bytes.baseAddress {
        let got = pread(descriptor, base + done, bytes.count - done, position * 8 + done)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        done += got
      }
    }
    return samples
  }
}
