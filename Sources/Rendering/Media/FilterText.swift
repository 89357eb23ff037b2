/// Text for FFmpeg's filter graphs.
enum FilterText {
  /// A value of an option in a graph, such as a path: what means something to the option is escaped, then what means
  /// something to the graph (ffmpeg-filters, "Notes on filtergraph escaping").
  static func value(_ text: String) -> String { escape(escape(text, "\\':"), "\\'[],;") }

  private static func escape(_ text: String, _ marks: String) -> String {
    var escaped = ""
    for character in text {
      if marks.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// A number with at most six decimals, never in scientific notation.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let millionths = Int((min(1e9, max(-1e9, value)) * 1e6).rounded())
    let (whole, rest) = (abs(millionths) / 1_000_000, abs(millionths) % 1_000_000)
    var digits = String(rest)
    while digits.utf8.count < 6 { digits = "0" + digits }
    while digits.hasSuffix("0") { digits.removeLast() }
    return (millionths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : "." + digits)
  }
}
