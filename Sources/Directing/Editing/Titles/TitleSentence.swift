/// A sentence that asks for titles: "add the title Urban Dreams for 4 seconds", "片头加标题城市之梦，红色".
///
/// It is read whole, from its verb to its last detail, so that no word of a title is taken for a request, and no detail for a
/// word of the title.
struct TitleSentence {
  /// One title that is asked for.
  struct Item {
    /// What it says.
    var words: String
    /// What is said of it before the first comma behind its words, then between the others.
    var clauses: [[TitleDetail]] = [[]]
    /// Whether it is to stand beside what titles there are: "another title", "再加一个标题".
    var isFurther = false
    /// Whether it names the title rather than asking for one: "title: Dawn", "call it Dawn".
    var isName = false
    /// Whether it is a list of who did what, one a line.
    var isCredits = false
    /// Whether it is a line of subtitles.
    var isSubtitle = false
    /// Whether it is called a title; "text" and "words" may stand beside one.
    var isTitle = false
    /// Whether it is written: "write The End".
    var isWritten = false

    var details: [TitleDetail] { clauses.flatMap { $0 } }
    /// Whether it is said when it is seen.
    var isTimed: Bool { details.contains(where: \.isOfTime) }
  }

  /// What is said before.
  var before = ""
  var items: [Item] = []
  /// What is said behind.
  var rest = ""

  /// The first sentence of a message that asks for titles; nil if none does.
  /// - Parameters:
  ///   - message: What the user wrote.
  ///   - hasTitle: Whether there is a title that it may be about.
  ///   - hasOneClip: Whether the film is in one piece, so that "Part 2" is none of its clips.
  ///   - isDrawn: Whether its pictures are drawn, so that "a bird" may be one of them.
  ///   - isLoose: Whether nothing else was understood, so that less has to tell that words are a title.
  init?(
    _ message: String, hasTitle: Bool, hasOneClip: Bool = false, isDrawn: Bool = true, isLoose: Bool = false
  ) {
    guard message.utf8.count <= 1000 else { return nil }
    var reader = TitleSentenceReader(message, hasTitle: hasTitle)
    reader.hasOneClip =
      hasOneClip && !ClauseCues(message).has("split", "divide", "halve", "cut in", "分成", "切成")
    reader.isDrawn = isDrawn
    reader.isLoose = isLoose
    for start in reader.starts() {
      guard var found = reader.items(at: start) else { continue }
      guard !found.items.isEmpty else { continue }
      items = found.items
      found.end = reader.pastLinks(found.end)
      before = reader.scanner.text(0..<start)
      rest = reader.scanner.text(found.end..<reader.scanner.end)
      return
    }
    return nil
  }
}

/// Reads sentences that ask for titles.
struct TitleSentenceReader {
  let scanner: PhraseScanner
  let details: TitleDetailReader

  /// Whether there is a title that "the title" may be.
  let hasTitle: Bool
  /// Whether the film is in one piece.
  var hasOneClip = false
  /// Whether the pictures are drawn, so that "a bird" may be one of them.
  var isDrawn = false
  /// Whether less has to tell that words are a title.
  var isLoose = false

  /// Whether capitals tell names from other words.
  private let hasLowercase: Bool

  init(_ message: String, hasTitle: Bool = false) {
    hasLowercase = message.contains(where: \.isLowercase)
    self.hasTitle = hasTitle
    scanner = PhraseScanner(message)
    details = TitleDetailReader(scanner: scanner)
  }

  /// What stands between two requests.
  static let separators = [
    ", and then ", ", then ", ", and ", " and then ", " then ", " and ", ", ", ". ", "! ", "? ", "; ", "\n",
    "，然后", "，再",
    "，并且", "，并", "，", "。", "；", "！", "然后", "、", "并且",
  ]

  /// Where a request may begin: at the start, and behind what stands between two.
  func starts() -> [Int] {
    var starts = [0]
    var index = 0
    while index < scanner.end {
      if let quote = quotation(at: index) {
        index = quote.end
        continue
      }
      // "blur it with the title …", "定格并写上…"
      if index > 0, let link = accompanying(at: index) {
        starts.append(link)
        index += 1
      } else if let next = separator(at: index), next < scanner.end {
        // "，再加…": the word that adds belongs to the request.
        let kept = ["，再", "再"].contains(scanner.text(index..<next)) ? next - 1 : next
        starts.append(kept)
        index = max(index + 1, kept)
      } else {
        index += 1
      }
      if starts.count > 12 { break }
    }
    return starts
  }

  private func accompanying(at index: Int) -> Int? {
    if scanner.characters[index] == "并", scanner.longest(of: Self.verbs, at: index + 1) != nil {
      return index + 1
    }
    guard scanner.longest(of: Self.accompanying, at: index) != nil, scanner.characters[index - 1].isWhitespace
    else {
      return nil
    }
    return index
  }

  func separator(at index: Int) -> Int? {
    var longest: Int?
    for separator in Self.separators {
      let count = separator.count
      guard index + count <= scanner.end else { continue }
      let found = scanner.text(index..<index + count)
      // "Back Then" is no link.
      guard found == separator || found.lowercased() == separator && !hasLowercase else { continue }
      longest = max(longest ?? 0, index + count)
    }
    return longest
  }

  /// The place behind blanks, commas and the words that link two requests.
  func pastLinks(_ start: Int) -> Int {
    var index = scanner.pastBlanks(start)
    while index < scanner.end {
      if let next = separator(at: index) ?? (index > 0 ? separator(at: index - 1) : nil), next > index,
        !scanner.text(index..<next).hasSuffix("再")
      {
        index = scanner.pastBlanks(next)
      } else if ",，。.;；!！、".contains(scanner.characters[index]) || scanner.characters[index].isWhitespace {
        index += 1
      } else if !details.isName(at: index),
        let next = scanner.longest(of: ["and then", "and", "then", "also"], at: index)
      {
        index = scanner.pastBlanks(next)
      } else {
        break
      }
    }
    return index
  }

  /// The titles of the sentence that begins at a place, and where it ends.
  func items(at start: Int) -> (items: [TitleSentence.Item], end: Int)? {
    if let lines = subtitleLines(at: start) { return lines }
    guard let first = item(at: start, isNext: nil) else { return nil }
    var found = (items: [first.item], end: first.end)
    while found.items.count < 12 {
      let next = pastLinks(found.end)
      guard next > found.end, next < scanner.end, let more = item(at: next, isNext: found.items[0]) else {
        break
      }
      var item = more.item
      item.isFurther = true
      found.items.append(item)
      found.end = more.end
    }
    Self.share(&found.items)
    // Behind a colon, several lines have times of their own, or the whole text is shared out.
    if first.isOfLines, !isOfTimedLines(found.items) || found.end < scanner.end { return nil }
    return found
  }

  /// Says of all titles what is said of "both" or "each" with the last.
  private static func share(_ items: inout [TitleSentence.Item]) {
    guard items.count > 1, let last = items.last,
      let first = last.clauses.firstIndex(where: { $0.contains(.each) })
    else { return }
    let shared = last.clauses[first...].flatMap { $0 }.filter { detail in
      switch detail {
      case .moment, .span, .half, .clip, .each: false
      default: true
      }
    }
    for index in items.indices.dropLast() { items[index].clauses[0] += shared }
  }

  // MARK: Quotations

  private static let quotes: [(Character, Character)] = [
    ("\"", "\""), ("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("„", "“"), ("«", "»"), ("'", "'"),
    ("”", "”"),
  ]

  /// What stands between quotation marks from a place on.
  func quotation(at start: Int) -> (words: String, end: Int)? {
    guard start < scanner.end, let pair = Self.quotes.first(where: { $0.0 == scanner.characters[start] })
    else {
      return nil
    }
    // An apostrophe within a word opens nothing.
    if pair.0 == "'" || pair.0 == "’", start > 0, PhraseScanner.isLatin(scanner.characters[start - 1]) {
      return nil
    }
    var index = start + 1
    while index < scanner.end {
      let character = scanner.characters[index]
      let isInWord =
        (character == "'" || character == "’") && index + 1 < scanner.end
        && PhraseScanner.isLatin(scanner.characters[index + 1])
      if character == pair.1 && !isInWord || pair.0 == "\"" && character == "”" {
        let words = scanner.text(start + 1..<index).trimmingBlanks
        return words.isEmpty ? nil : (words, index + 1)
      }
      index += 1
    }
    return nil
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
