/// A file format that a film can be exported to, and an upload have (SEED.md, "Formats": thirteen).
public enum MediaFormat: String, Codable, Sendable, CaseIterable {
  case mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac

  /// What a file of a format holds.
  public enum Kind: String, Codable, Sendable {
    /// Moving pictures, with sound if the film has any.
    case video
    /// Moving pictures without sound, which start by themselves and repeat.
    case animation
    /// One picture.
    case still
    /// The sound of the film alone.
    case sound
  }

  /// The format that a word or a file extension names, in any case, with or without its dot; nil for others.
  public init?(word: String) {
    let bare = word.lowercased().drop { $0 == "." }
    self.init(rawValue: bare == "jpeg" ? "jpg" : String(bare))
  }

  /// The format that the extension of a file's name names; nil for others and without one.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(word: String(fileName[dot...]))
  }

  /// The names of all formats, as a sentence lists them.
  public static let list = allCases.map(\.rawValue).joined(separator: " ")

  /// The extension of its files, without the dot.
  public var fileExtension: String { rawValue }

  /// What its files hold.
  public var kind: Kind {
    switch self {
    case .mp4, .mov, .avi, .webm, .mkv: .video
    case .gif, .webp: .animation
    case .jpg, .png: .still
    case .mp3, .wav, .m4a, .aac: .sound
    }
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
}
