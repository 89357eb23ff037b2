/// Cuts a prompt into the stretches that describe one shot each.
enum ShotSplitter {
  /// Past so many stretches the rest is one: a film has far fewer shots.
  private static let mostRanges = 100

  /// The ranges of pieces between "then", list numbers, "scene 2:" and blank lines, in order.
  static func ranges(of text: ParsedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var expected = 1
    var index = 0
    while index < text.pieces.count, ranges.count < mostRanges {
      var end: Int?
      if let marker = marker(at: index, in: text, expected: expected) {
        end = marker.end
        expected = marker.number + 1
      } else if !text.pieces[index].isUsed, text.pieces[index].has(.then), !isAside(index, in: text) {
        end = index + 1
      } else if text.pieces[index].kind == .newline, index + 1 < text.pieces.count {
        let next = text.pieces[index + 1]
        if next.kind == .newline || next.isMark("-*•·") { end = index + 2 }
      }
      if let end {
        if index > start { ranges.append(start..<index) }
        start = end
        index = end
      } else {
        index += 1
      }
    }
    if start < text.pieces.count { ranges.append(start..<text.pieces.count) }
    return ranges
  }

  /// "next" before a thing describes it ("the next day").
  private static func isAside(_ index: Int, in text: ParsedText) -> Bool {
    guard ["next", "later", "last"].contains(text.pieces[index].text), text.pieces[index].tokens.count == 1
    else {
      return false
    }
    return index > 0 && (text.pieces[index - 1].has(.article) || text.pieces[index - 1].text == "in")
  }

  /// "2.", "(2)", "scene 2:", "镜头二：", "第二个镜头".
  private static func marker(at index: Int, in text: ParsedText, expected: Int) -> (number: Int, end: Int)? {
    let pieces = text.pieces
    guard !pieces[index].isUsed else { return nil }
    let startsLine = index == 0 || pieces[index - 1].kind == .newline
    if let value = pieces[index].number, value >= 1, value <= 99, index + 1 < pieces.count,
      pieces[index + 1].isMark(".):,"), pieces[index].kind != .han || pieces[index + 1].isMark(",.:"),
      startsLine
        || Int(value) == expected && (index == 0 || expected > 1 || pieces[index - 1].kind == .mark)
    {
      return (Int(value), index + 2)
    }
    var cursor = index
    let isOrdinal = pieces[cursor].text == "第"
    if isOrdinal { cursor += 1 }
    if !isOrdinal, pieces[cursor].has(.sceneMarker) {
      guard cursor + 1 < pieces.count, let value = pieces[cursor + 1].number, value >= 1, value <= 99 else {
        return nil
      }
      var end = cursor + 2
      guard end < pieces.count, pieces[end].kind == .mark else { return nil }
      end += 1
      return (Int(value), end)
    }
    guard isOrdinal, cursor < pieces.count,
      let value = pieces[cursor].number ?? (pieces[cursor].text == "一" ? 1 : nil), value >= 1
    else { return nil }
    cursor += 1
    while cursor < pieces.count, pieces[cursor].has(.measure) { cursor += 1 }
    guard cursor < pieces.count, pieces[cursor].has(.sceneMarker) else { return nil }
    cursor += 1
    while cursor < pieces.count, pieces[cursor].isMark(":,") || pieces[cursor].has(.copula) { cursor += 1 }
    return (Int(value), cursor)
  }
}
