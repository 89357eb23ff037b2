import Glibc

/// Decoded sound on disk: 48 kHz stereo floats, read by position.
final class SampleFile: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Decodes the sound of an upload into a new file.
  static func decode(
    _ path: String, name: String, milliseconds: Int, tools: MediaTools, to target: String
  ) async throws(RenderError) -> SampleFile {
    let program = MediaProgram(
      path: tools.ffmpeg,
      arguments: [
        "-hide_banner", "-nostdin", "-loglevel", "error", "-y", "-protocol_whitelist", "file,pipe", "-i",
        "file:" + path, "-vn", "-sn", "-dn", "-map", "0:a:0", "-t", "\(Double(milliseconds) / 1000)", "-ac",
        "2",
        "-ar", "48000", "-f", "f32le", "file:" + target,
      ])
    let (_, ending) = try await program.collect(limit: 0)
    do {
      try ending.check(writingTo: target)
    } catch .encoderFailed(let detail) {
      throw .mediaUnreadable(name, detail: detail)
    }
    let descriptor = open(target, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .mediaUnreadable(name, detail: "its sound could not be read back") }
    return SampleFile(descriptor: descriptor)
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
