/// A stream of uncompressed pictures and sound as FFmpeg reads it from one pipe: AVI with I420 frames and 32-bit
/// float samples, interleaved frame by frame.
///
/// One pipe cannot run into the deadlock that two have when the reader waits for the one that the writer is not
/// writing, and needs neither a named pipe nor a temporary file. The RIFF and `movi` sizes are zero, which FFmpeg's
/// demuxer takes as "until the end", so the stream may be of any length.
package struct RawAVI: Sendable {
  /// Width of the pictures in pixels.
  package let width: Int
  /// Height of the pictures in pixels.
  package let height: Int
  /// Pictures a second.
  package let framesPerSecond: Int
  /// Whether a stereo track of 48 kHz float samples follows the pictures.
  package let hasSound: Bool

  /// Describes a stream.
  package init(width: Int, height: Int, framesPerSecond: Int, hasSound: Bool) {
    self.width = width
    self.height = height
    self.framesPerSecond = framesPerSecond
    self.hasSound = hasSound
  }

  /// Everything before the first frame.
  package var header: [UInt8] {
    var main = Bytes()
    main.add32(1_000_000 / framesPerSecond, 0, 0, 0, 0, 0, hasSound ? 2 : 1, 0, width, height, 0, 0, 0, 0)

    var pictures = Bytes()
    pictures.addCode("vids")
    pictures.addCode("I420")
    pictures.add32(0, 0, 0, 1, framesPerSecond, 0, 0, 0, -1, 0)
    pictures.add16(0, 0, width, height)
    var pictureFormat = Bytes()
    pictureFormat.add32(40, width, height)
    pictureFormat.add16(1, 12)
    pictureFormat.addCode("I420")
    pictureFormat.add32(width * height * 3 / 2, 0, 0, 0, 0)

    var lists = Bytes.chunk("avih", main)
    lists.add(.list("strl", .chunk("strh", pictures), .chunk("strf", pictureFormat)))
    if hasSound {
      var sound = Bytes()
      sound.addCode("auds")
      sound.add32(0, 0, 0, 0, 1, 48_000, 0, 0, 0, -1, 8)
      sound.add16(0, 0, 0, 0)
      var soundFormat = Bytes()
      soundFormat.add16(3, 2)  // IEEE float, stereo
      soundFormat.add32(48_000, 48_000 * 8)
      soundFormat.add16(8, 32, 0)
      lists.add(.list("strl", .chunk("strh", sound), .chunk("strf", soundFormat)))
    }

    var all = Bytes()
    all.addCode("RIFF")
    all.add32(0)
    all.addCode("AVI ")
    all.add(.list("hdrl", lists))
    all.addCode("LIST")
    all.add32(0)
    all.addCode("movi")
    return all.bytes
  }

  /// What stands before the bytes of a picture.
  package var pictureHeader: [UInt8] { Self.chunkHeader("00dc", width * height * 3 / 2) }

  /// What stands before `count` stereo samples.
  package func soundHeader(samples count: Int) -> [UInt8] { Self.chunkHeader("01wb", count * 8) }

  private static func chunkHeader(_ code: String, _ size: Int) -> [UInt8] {
    var header = Bytes()
    header.addCode(code)
    header.add32(size)
    return header.bytes
  }

  /// Little-endian numbers, four-letter codes and chunks.
  private struct Bytes {
    var bytes: [UInt8] = []

    mutating func addCode(_ code: String) { bytes += Array(code.utf8) }
    mutating func add(_ other: Bytes) { bytes += other.bytes }
    mutating func add16(_ numbers: Int...) {
      for number in numbers { bytes += (0..<2).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    }
    mutating func add32(_ numbers: Int...) {
      for number in numbers { bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    }
    static func chunk(_ code: String, _ content: Bytes) -> Bytes {
      var chunk = Bytes()
      chunk.addCode(code)
      chunk.add32(content.bytes.count)
      chunk.add(content)
      return chunk
    }
    static func list(_ code: String, _ content: Bytes...) -> Bytes {
      var inner = Bytes()
      inner.addCode(code)
      for part in content { inner.add(part) }
      return chunk("LIST", inner)
    }
  }
}
