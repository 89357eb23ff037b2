/// Knows a file's format by its first bytes, whatever its name says.
public enum MediaSignature {
  /// How many bytes decide.
  public static let length = 64

  /// The format of a file that begins so; nil if it is none of the thirteen.
  public static func format(of head: some Collection<UInt8>) -> MediaFormat? {
    let bytes = Array(head.prefix(length))
    func has(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
    func has(_ pattern: [UInt8], at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: pattern) }

    if has([0xFF, 0xD8, 0xFF]) { return .jpg }
    if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if has("GIF87a") || has("GIF89a") { return .gif }
    if has("RIFF") || has("RF64") {
      if has("WEBP", at: 8) { return .webp }
      if has("WAVE", at: 8) { return .wav }
      if has("AVI ", at: 8) { return .avi }
    }
    if has([0x1A, 0x45, 0xDF, 0xA3]) {
      // The document type stands within the first bytes of the EBML header (RFC 8794).
      return bytes.indices.contains { has("webm", at: $0) } ? .webm : .mkv
    }
    if has("ftyp", at: 4) {
      if has("qt", at: 8) { return .mov }
      return has("M4A", at: 8) || has("M4B", at: 8) ? .m4a : .mp4
    }
    // QuickTime files older than `ftyp` begin with any of their atoms.
    if ["moov", "mdat", "wide", "pnot"].contains(where: { has($0, at: 4) }) { return .mov }
    if has("ID3") { return .mp3 }
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] & 0xE0 == 0xE0 {
      // The two layer bits: none is AAC in ADTS, layer III is MP3.
      if bytes[1] & 0xF6 == 0xF0 { return .aac }
      if bytes[1] & 0x06 == 0x02 { return .mp3 }
    }
    return nil
  }
}
