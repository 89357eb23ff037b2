/// Raw pictures and samples as FFmpeg reads them from pipes of their own.
///
/// FFmpeg opens one input after another before it begins. It would look for the tags of MP3 files in each and read packets to
/// learn of their times, and so wait for the first sound before it takes the first picture; of what these inputs say it
/// believes everything, and the sound has a header, which can be written before there is any.
enum RawStream {
  /// The arguments of an input that is not looked into.
  private static let believed = ["-max_ts_probe", "0"]

  /// The arguments for pictures.
  static func pictures(_ format: String, width: Int, height: Int, rate: Int, from name: String) -> [String] {
    believed + [
      "-f", "rawvideo", "-pix_fmt", format, "-s", "\(width)x\(height)", "-framerate", "\(rate)", "-i", name,
    ]
  }

  /// The arguments for samples behind ``soundHeader``.
  static func sound(from name: String) -> [String] { believed + ["-f", "wav", "-i", name] }

  /// The header of a WAV stream of any length: stereo of 48 kHz, 32-bit float samples.
  static let soundHeader: [UInt8] = {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
    let format: [[UInt8]] = [
      little(16, 4), little(3, 2), little(2, 2), little(48_000, 4), little(48_000 * 8, 4), little(8, 2),
      little(32, 2),
    ]
    let open = little(.max, 4)
    return Array("RIFF".utf8) + open + Array("WAVEfmt ".utf8) + format.flatMap(\.self) + Array("data".utf8)
      + open
  }()
}
