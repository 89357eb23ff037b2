/// Tells media files by their names.
enum MediaExtension {
  /// Extensions of files that people upload: those of SEED.md, texts and subtitles (which become messages), and
  /// common ones that the service refuses, so that the user hears so instead of seeing the path become a prompt.
  private static let media: Set<String> = [
    "mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac",
    "m4v", "mpg",
    "mpeg", "wmv", "flv", "3gp", "mts", "heic", "heif", "bmp", "tif", "tiff", "avif", "svg", "flac", "ogg",
    "oga", "ogv",
    "opus", "aiff", "aif", "wma",
  ]
  private static let text: Set<String> = ["txt", "srt", "vtt", "md"]

  /// The extension of a path in lower case, without the dot; nil without one.
  static func of(_ path: some StringProtocol) -> String? {
    guard let dot = path.lastIndex(of: "."), dot != path.startIndex else { return nil }
    let end = path[path.index(after: dot)...]
    let before = path[path.index(before: dot)]
    guard !end.isEmpty, end.count <= 5, before != "/",
      end.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    return end.lowercased()
  }

  /// Whether a path names a media file, a text or subtitles.
  static func isUploadable(_ path: some StringProtocol) -> Bool {
    guard let name = of(path) else { return false }
    return media.contains(name) || text.contains(name)
  }

  /// Whether an extension is of a picture, a film or a sound.
  static func isMedia(_ name: String) -> Bool { media.contains(name) }
}
