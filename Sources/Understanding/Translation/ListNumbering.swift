/// Closes the gaps in numbered lists whose items went.
struct ListNumbering: Sendable {
  private struct Level: Sendable {
    var indent: Int
    var last: Int
    var gone: Int
  }
  private var levels: [Level] = []

  /// The prefix of a line with the number it has now.
  mutating func renumbered(_ prefix: String, marker: LineMarker) -> String {
    guard marker.isItem else { return prefix }
    while let last = levels.last, last.indent > marker.indent { levels.removeLast() }
    guard let number = marker.number else { return prefix }
    if let level = levels.last, level.indent == marker.indent, number > level.last {
      levels[levels.count - 1].last = number
    } else {
      if levels.last?.indent == marker.indent { levels.removeLast() }
      levels.append(Level(indent: marker.indent, last: number, gone: 0))
    }
    let gone = levels[levels.count - 1].gone
    guard gone > 0, let range = prefix.firstRange(of: String(number)) else { return prefix }
    return prefix.replacingCharacters(in: range, with: String(number - gone))
  }

  /// The item of the last prefix went.
  mutating func dropped() {
    guard !levels.isEmpty else { return }
    levels[levels.count - 1].gone += 1
  }

  /// Text outside of a list: the next list counts from its own numbers.
  mutating func paragraph() { levels = [] }
}

extension String {
  /// The string with a range replaced.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
