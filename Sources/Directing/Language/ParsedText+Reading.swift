extension ParsedText {
  /// Marks pieces as read, with the small words that led to them ("with", "in", "for").
  mutating func use(_ range: Range<Int>) {
    for index in range { pieces[index].isUsed = true }
    var index = range.lowerBound - 1
    while index >= 0, !pieces[index].isUsed, pieces[index].isSmall {
      pieces[index].isUsed = true
      index -= 1
    }
  }

  /// Whether a word begins with a capital in the user's text.
  func isCapitalised(_ index: Int) -> Bool {
    let start = tokens[pieces[index].tokens.lowerBound].range.lowerBound
    return scalars[start].properties.isUppercase
  }

  /// The length that a number and its unit state at a piece: "15 s", "half a minute", "1 分 30 秒".
  func length(at index: Int) -> (milliseconds: Int, end: Int)? {
    guard index < pieces.count, !pieces[index].isUsed else { return nil }
    for meaning in pieces[index].meanings {
      if case .length(let milliseconds) = meaning { return (milliseconds, index + 1) }
    }
    guard index + 1 < pieces.count, let value = pieces[index].number ?? countOfTime(at: index) else {
      return nil
    }
    // "0:15" and "1:30" are minutes and seconds; "9:16" is a shape.
    if index + 2 < pieces.count, pieces[index + 1].isMark(":"), pieces[index + 1].isJoined, value <= 8,
      pieces[index + 2].isJoined, let seconds = pieces[index + 2].number, seconds < 60,
      pieces[index + 2].text.utf8.count == 2, pieces[index].kind != .han
    {
      return (Int(value) * 60_000 + Int(seconds) * 1000, index + 3)
    }
    var unit = index + 1
    if pieces[unit].isMark("-") || pieces[unit].has(.measure) { unit += 1 }
    // "two more seconds"
    if unit < pieces.count, ["more", "extra", "additional", "further"].contains(pieces[unit].text) {
      unit += 1
    }
    guard unit < pieces.count else { return nil }
    var total: Double
    if pieces[unit].has(.unit(.seconds)) {
      total = value * 1000
    } else if pieces[unit].has(.unit(.milliseconds)) {
      total = value
    } else if pieces[unit].has(.unit(.minutes)) || pieces[unit].text == "分" || pieces[unit].text == "m" {
      total = value * 60_000
      var rest = unit + 1
      if rest < pieces.count, pieces[rest].has(.and) { rest += 1 }
      if rest + 1 < pieces.count, let seconds = pieces[rest].number, pieces[rest + 1].has(.unit(.seconds)) {
        total += seconds * 1000
        unit = rest + 1
      } else if pieces[unit].text != "分钟", unit + 1 < pieces.count, pieces[unit + 1].text == "半" {
        total += 30_000
        unit += 1
      }
    } else {
      return nil
    }
    guard total > 0 else { return nil }
    total = min(total, 1e9)
    return (total.nearestInt, unit + 1)
  }

  /// A number that is a word for so many things elsewhere, before a word for time: "two seconds", "a couple of minutes".
  private func countOfTime(at index: Int) -> Double? {
    var next = index + 1
    if ["more", "extra", "additional", "further"].contains(pieces[next].text) { next += 1 }
    guard next < pieces.count, pieces[next].has(.unit(.seconds)) || pieces[next].has(.unit(.minutes)) else {
      return nil
    }
    for case .count(let count) in pieces[index].meanings { return Double(count) }
    return nil
  }

  /// The quotations of a text, with their marks.
  func quotations() -> [Range<Int>] {
    let pairs = [
      "“": "”", "„": "“", "「": "」", "『": "』", "《": "》", "«": "»", "‘": "’", "\"": "\"", "'": "'", "＂": "＂",
      "〈": "〉", "`": "`",
    ]
    var found: [Range<Int>] = []
    var searched: [String: Int] = [:]
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      guard piece.kind == .mark, let closing = pairs[piece.text], !(piece.text == "'" && piece.isJoined)
      else {
        index += 1
        continue
      }
      // A quotation is short; a mark without its partner within 200 pieces quotes nothing. Where one search found
      // nothing, the next goes on behind it, so a wall of opening marks is read once.
      let limit = min(pieces.count, index + 200)
      let start = max(index + 1, searched[closing] ?? 0)
      let end =
        start < limit ? (start..<limit).first { pieces[$0].kind == .mark && pieces[$0].closes(closing) } : nil
      if let end {
        found.append(index..<end + 1)
        index = end + 1
      } else {
        searched[closing] = limit
        index += 1
      }
    }
    return found
  }

  /// The text between the marks of a quotation.
  func inside(_ quote: Range<Int>) -> String {
    let opening = tokens[pieces[quote.lowerBound].tokens.lowerBound].range.upperBound
    let closing = tokens[pieces[quote.upperBound - 1].tokens.lowerBound].range.lowerBound
    var words = slice(opening..<max(opening, closing))
    while words.last == " " { words.removeLast() }
    return words
  }
}

extension Piece {
  /// Whether it ends a quotation that `mark` ends; a plain quotation mark ends a curly one too.
  fileprivate func closes(_ mark: String) -> Bool { text == mark || (mark == "”" && text == "\"") }

  /// Whether it leads to a setting and says nothing without it.
  var isSmall: Bool {
    meanings.contains {
      switch $0 {
      case .article, .linker, .and, .filler, .copula: true
      default: false
      }
    } || (kind == .word && (text == "in" || text == "at" || text == "by"))
  }
}
