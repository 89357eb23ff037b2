/// Bytes that begin as a file of a format does.
package enum MediaBytes {
  private static let heads: [String: [UInt8]] = [
    "mp4": [0, 0, 0, 24] + Array("ftypisom".utf8), "mov": [0, 0, 0, 20] + Array("ftypqt  ".utf8),
    "m4a": [0, 0, 0, 24] + Array("ftypM4A ".utf8), "avi": Array("RIFF0000AVI LIST".utf8),
    "webm": [0x1A, 0x45, 0xDF, 0xA3], "mkv": [0x1A, 0x45, 0xDF, 0xA3], "jpg": [0xFF, 0xD8, 0xFF, 0xE0],
    "png": [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A], "gif": Array("GIF89a".utf8),
    "webp": Array("RIFF0000WEBPVP8 ".utf8), "mp3": Array("ID3".utf8), "wav": Array("RIFF0000WAVEfmt ".utf8),
    "aac": [0xFF, 0xF1, 0x50],
  ]

  /// A file of a format and size; what follows the head differs from byte to byte.
  package static func file(_ format: String, size: Int) -> [UInt8] {
    let head = heads[format] ?? []
    return (0..<size).map { index in
      index < head.count ? head[index] : UInt8(truncatingIfNeeded: index &* 31 ^ index >> 8)
    }
  }
}
