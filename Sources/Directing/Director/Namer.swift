/// Names a film and its shots in the user's own words, without the commands and settings around them.
enum Namer {
  /// The longest name, in characters.
  static let longestName = 60

  /// The name of a stretch of the prompt, or nil if nothing is left to say.
  static func name(_ text: ParsedText, in range: Range<Int>) -> String? {
    var clauses: [String] = []
    var start = range.lowerBound
    // What a thing is called stays with it: a boat called “Titanic”.
    var isCalled = false
    for index in range {
      let piece = text.pieces[index]
      if piece.isMark("“”\"「」《》"), !piece.isUsed,
        isCalled || index > start && text.pieces[index - 1].has(.titled)
      {
        isCalled.toggle()
        continue
      }
      if piece.isUsed || piece.kind == .newline
        || piece.meanings.contains(where: { if case .camera = $0 { true } else { false } })
        || piece.isMark(",.;!?:()“”\"「」《》|")
      {
        append(text, start..<index, to: &clauses)
        start = index + 1
      }
    }
    append(text, start..<range.upperBound, to: &clauses)
    guard var name = clauses.first else { return nil }
    let separator = Language.of(name) == .chinese ? "，" : ", "
    for clause in clauses.dropFirst() {
      let longer = name + separator + clause
      guard longer.count <= longestName else { break }
      name = longer
    }
    return shortened(name, to: longestName)
  }

  private static func append(_ text: ParsedText, _ range: Range<Int>, to clauses: inout [String]) {
    var range = range
    // A clause past 300 pieces is no name; its start is enough to cut one from.
    if range.count > 300 { range = range.lowerBound..<range.lowerBound + 300 }
    while let first = range.first, isEdge(text.pieces[first], isStart: true) {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, isEdge(text.pieces[last], isStart: false) { range = range.lowerBound..<last }
    guard clauses.count < 8,
      text.pieces[range].contains(where: { $0.isNoun || $0.meanings.isEmpty && $0.kind != .mark })
    else {
      return
    }
    let words = text.words(range)
    guard
      words.unicodeScalars.contains(where: { Tokenizer.isWordScalar($0) || $0.properties.numericType != nil })
    else {
      return
    }
    clauses.append(words)
  }

  private static func isEdge(_ piece: Piece, isStart: Bool) -> Bool {
    if piece.kind == .mark { return true }
    // A number or a thing stays, whatever else its word may mean.
    if piece.isNoun && !piece.has(.filmWord) || piece.isCount { return false }
    return piece.isIdle || (!isStart && piece.has(.boundary) && piece.kind == .word)
      || piece.has(.copula) && !isStart
  }

  /// The name cut at a word, never inside a character.
  static func shortened(_ name: String, to limit: Int) -> String {
    guard name.count > limit else { return name }
    let cut = name.prefix(limit)
    guard let space = cut.lastIndex(of: " "), cut.distance(from: cut.startIndex, to: space) > limit / 2 else {
      return String(cut)
    }
    let text = ParsedText(String(cut[..<space]))
    var end = text.pieces.count
    while end > 1, isEdge(text.pieces[end - 1], isStart: false) { end -= 1 }
    return text.words(0..<end)
  }

  // MARK: Titles

  /// The name as a title card sets it: its first thought, in title case.
  static func title(from name: String) -> String {
    var title = name
    if let comma = title.firstIndex(where: { $0 == "," || $0 == "，" }) { title = String(title[..<comma]) }
    if Language.of(title) == .chinese { return chineseTitle(title) }
    var words = title.split(separator: " ").map(String.init)
    let breaks: Set<String> = [
      "with", "while", "and", "under", "at", "in", "on", "over", "above", "behind", "as", "beside", "by",
      "through", "during",
    ]
    while words.joined(separator: " ").count > 34 {
      guard let index = words.lastIndex(where: { breaks.contains($0.lowercased()) }), index >= 2 else {
        break
      }
      words = Array(words[..<index])
    }
    while words.joined(separator: " ").count > 40, words.count > 1 { words.removeLast() }
    // What a cut left hanging: "Walking Across The", "Pagoda Surrounded".
    if words.joined(separator: " ").count < title.count {
      let hanging = breaks.union(["a", "an", "the", "of", "to", "from", "into", "across", "along", "by"])
      while words.count > 1, let last = words.last?.lowercased(),
        hanging.contains(last) || last.hasSuffix("ed")
      {
        words.removeLast()
      }
    }
    let small: Set<String> = ["a", "an", "the", "of", "in", "on", "at", "to", "and", "or", "by", "for", "as"]
    let cased = words.enumerated().map { index, word in
      let isEdge = index == 0 || index == words.count - 1
      return !isEdge && small.contains(word.lowercased()) ? word.lowercased() : capitalised(word)
    }
    return cased.joined(separator: " ")
  }

  private static func capitalised(_ word: String) -> String {
    // "iPhone" knows how it is written.
    word.dropFirst().contains(where: \.isUppercase) ? word : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Chinese titles drop the counting words at their start: 一轮红色的月亮 → 红色的月亮.
  private static func chineseTitle(_ title: String) -> String {
    let text = ParsedText(title)
    var start = 0
    while start < text.pieces.count - 1, text.pieces[start].number == 1 || text.pieces[start].has(.measure) {
      start += 1
    }
    return String(text.words(start..<text.pieces.count).prefix(18))
  }
}
