import Glibc

/// What a program that reads somebody's file may use up, so that a hostile one ends the program and nothing else.
///
/// They are set by `prlimit` (util-linux, part of every Debian), which then becomes the program itself. Where there is
/// no `prlimit`, the program runs without them.
package struct ResourceLimits: Sendable, Equatable {
  /// Seconds of all processors together, after which it is ended.
  package var cpuSeconds: Int
  /// Bytes of address space.
  package var addressSpace: Int
  /// Bytes that a file of its may have; 0: it writes none.
  package var fileSize: Int

  /// Makes limits.
  package init(cpuSeconds: Int, addressSpace: Int, fileSize: Int) {
    self.cpuSeconds = cpuSeconds
    self.addressSpace = addressSpace
    self.fileSize = fileSize
  }

  private static let gigabyte = 1 << 30

  /// For looking at a file.
  package static let probe = ResourceLimits(cpuSeconds: 30, addressSpace: 4 * gigabyte, fileSize: 0)

  /// For decoding so many milliseconds of sound.
  package static func sound(milliseconds: Int) -> ResourceLimits {
    ResourceLimits(cpuSeconds: 60 + milliseconds / 1000, addressSpace: 4 * gigabyte, fileSize: 0)
  }

  /// For drawing so many frames of uploads.
  package static func pictures(frames: Int) -> ResourceLimits {
    ResourceLimits(cpuSeconds: 300 + frames * 4, addressSpace: 12 * gigabyte, fileSize: 0)
  }

  /// For making a film of uploads: reading so many frames, and encoding them in the slowest format; the file has no more bytes
  /// than the pictures have raw.
  package static func film(frames: Int, pixels: Int) -> ResourceLimits {
    ResourceLimits(
      cpuSeconds: 600 + frames * (4 + pixels / 500_000), addressSpace: 16 * gigabyte,
      fileSize: gigabyte + frames * pixels * 2)
  }

  /// For measuring the shake of so many frames.
  package static func analysis(frames: Int) -> ResourceLimits {
    ResourceLimits(cpuSeconds: 300 + frames * 4, addressSpace: 6 * gigabyte, fileSize: 256 << 20)
  }

  /// A program and its arguments under these limits.
  func wrapping(_ path: String, _ arguments: [String]) -> (path: String, arguments: [String]) {
    guard let tool = Self.tool else { return (path, arguments) }
    return (
      tool,
      ["--cpu=\(cpuSeconds)", "--as=\(addressSpace)", "--fsize=\(fileSize)", "--core=0", "--", path]
        + arguments
    )
  }

  private static let tool: String? = ["/usr/bin/prlimit", "/bin/prlimit"].first { access($0, X_OK) == 0 }
}

/// The arguments that stand before every file of a user.
enum UserInput {
  /// Only files and pipes are opened, only known containers are read, and no picture is larger than 200 megapixels.
  static let guards = [
    "-protocol_whitelist", "file,pipe", "-format_whitelist",
    "mov,mp4,matroska,webm,avi,gif,apng,png_pipe,jpeg_pipe,webp_pipe,image2,mp3,wav,w64,aac,ogg,flac,mpegts,mpeg",
    "-max_pixels", "200000000",
  ]
}
