/// Lays names out in columns, down then across, as `ls` does.
package enum CompletionList {
  /// The most names that are listed; the last row tells how many more there are.
  package static let limit = 100

  /// - Parameters:
  ///   - names: what to list, safe to show.
  ///   - width: the columns of the screen.
  ///   - isASCII: no glyph of ours beyond ASCII.
  package static func rows(_ names: [String], width: Int, isASCII: Bool = false) -> [String] {
    let shown = names.prefix(limit)
    let widest = shown.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    let columns = max(1, (width - 1) / (widest + 2))
    let height = (shown.count + columns - 1) / columns
    var rows = (0..<height).map { row in
      var text = ""
      for index in stride(from: row, to: shown.count, by: height) {
        text += shown[index]
        if index + height < shown.count {
          text += String(repeating: " ", count: widest + 2 - DisplayWidth.columns(of: shown[index]))
        }
      }
      return text
    }
    if names.count > limit { rows.append("\(isASCII ? "..." : "…") and \(names.count - limit) more") }
    return rows
  }
}

extension String {
  /// The characters with which both begin.
  func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
