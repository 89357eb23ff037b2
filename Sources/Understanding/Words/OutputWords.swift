/// The names of formats and resolutions as people say them.
enum OutputWords {
  /// Folded name → format. The first thirteen are those of SEED.md; the others are understood, so that the
  /// user can be told that the service does not write them.
  static let formats: [String: String] = {
    var formats: [String: String] = [:]
    for name in [
      "mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac",
      "flac", "ogg", "m4v", "wmv", "flv", "mpg", "tiff", "bmp", "avif", "apng", "opus", "prores",
    ] { formats[name] = name }
    for (name, format) in [
      ("jpeg", "jpg"), ("quicktime", "mov"), ("mpeg4", "mp4"), ("mpeg-4", "mp4"), ("mpeg", "mpg"),
      ("matroska", "mkv"), ("动图", "gif"), ("gif动图", "gif"), ("gifs", "gif"), ("mp4s", "mp4"), ("tif", "tiff"),
      ("mp-4", "mp4"), ("wave", "wav"),
    ] { formats[name] = format }
    return formats
  }()

  /// Folded name → lines followed by `p`.
  static let resolutions: [String: String] = {
    var resolutions: [String: String] = [:]
    for lines in ["240", "360", "480", "540", "720", "1080", "1440", "2160", "4320"] {
      resolutions[lines + "p"] = lines + "p"
      resolutions[lines] = lines + "p"
      resolutions[lines + "i"] = lines + "p"
      resolutions[lines + "p30"] = lines + "p"
      resolutions[lines + "p60"] = lines + "p"
    }
    for (name, lines) in [
      ("4k", "2160p"), ("uhd", "2160p"), ("ultrahd", "2160p"), ("4kuhd", "2160p"), ("超高清", "2160p"),
      ("2k", "1440p"), ("qhd", "1440p"), ("8k", "4320p"), ("fullhd", "1080p"), ("fhd", "1080p"),
      ("full-hd", "1080p"), ("hd", "720p"), ("1080phd", "1080p"), ("720phd", "720p"),
      ("ultra-hd", "2160p"), ("全高清", "1080p"), ("フルhd", "1080p"), ("풀hd", "1080p"),
    ] { resolutions[name] = lines }
    return resolutions
  }()

  /// The resolution of a size such as `1920x1080`, whose shorter side counts: films may stand upright.
  static func resolution(ofSize word: String) -> String? {
    let sides = word.split { $0 == "x" || $0 == "×" || $0 == "*" }
    guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]),
      (100...20_000).contains(width), (100...20_000).contains(height)
    else { return nil }
    return "\(min(width, height))p"
  }
}
