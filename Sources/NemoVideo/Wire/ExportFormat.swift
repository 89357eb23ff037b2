/// The 13 formats that an export can have (SEED.md, "Formats").
public enum ExportFormat: String, Sendable, CaseIterable, Codable {
  case mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac

  /// Reads a name or file extension in any case; `jpeg` is `jpg`.
  public init?(word: String) {
    let word = word.lowercased()
    self.init(rawValue: word == "jpeg" ? "jpg" : word)
  }

  /// Reads the extension of a file's name.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(word: String(fileName[fileName.index(after: dot)...]))
  }

  /// The media type, as registered with IANA where it is.
  public var mediaType: String {
    switch self {
    case .mp4: "video/mp4"
    case .mov: "video/quicktime"
    case .avi: "video/x-msvideo"
    case .webm: "video/webm"
    case .mkv: "video/x-matroska"
    case .jpg: "image/jpeg"
    case .png: "image/png"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .mp3: "audio/mpeg"
    case .wav: "audio/wav"
    case .m4a: "audio/mp4"
    case .aac: "audio/aac"
    }
  }

  /// All names in a sentence's list.
  public static let list = allCases.map(\.rawValue).joined(separator: " ")

  /// Whether the first bytes of a file are those of this format, so that an error page is never kept as a video.
  ///
  /// - Parameter head: At least 64 bytes of the file's start, or all of a shorter file.
  public func matches(_ head: some Collection<UInt8>) -> Bool {
    let bytes = Array(head.prefix(64))
    func has(_ text: String, at offset: Int) -> Bool {
      bytes.count >= offset + text.utf8.count && bytes[offset...].starts(with: Array(text.utf8))
    }
    switch self {
    case .mp4, .mov, .m4a:
      return ["ftyp", "moov", "mdat", "wide", "free", "skip"].contains { has($0, at: 4) }
    case .avi: return has("RIFF", at: 0) && has("AVI ", at: 8)
    case .webm, .mkv: return bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
    case .jpg: return bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .png: return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case .gif: return has("GIF8", at: 0)
    case .webp: return has("RIFF", at: 0) && has("WEBP", at: 8)
    case .mp3: return has("ID3", at: 0) || Self.isAudioFrame(bytes)
    case .wav: return has("RIFF", at: 0) && has("WAVE", at: 8)
    case .aac:
      return has("ID3", at: 0) || has("ADIF", at: 0) || Self.isAudioFrame(bytes) || has("ftyp", at: 4)
    }
  }

  /// Eleven or twelve set bits start a frame of MPEG audio or ADTS.
  private static func isAudioFrame(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0
  }
}
