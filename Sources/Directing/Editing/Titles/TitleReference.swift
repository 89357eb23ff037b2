/// Which title a message means where it does not just say "the title": one of several by its number, or one by its words.
struct TitleReference {
  /// Counted from 0, in the order in which they are seen.
  let number: Int
  /// The message with "the title" in that place.
  let message: String

  /// - Parameters:
  ///   - message: What the user wrote.
  ///   - film: The film with its titles.
  init?(_ message: String, film: Film) {
    let titles = film.titles
    guard !titles.isEmpty, message.utf8.count <= 500 else { return nil }
    if let found = Self.numbered(message, count: titles.count)
      ?? Self.named(message, titles: titles, film: film)
    {
      self = found
    } else {
      return nil
    }
  }

  private init(number: Int, message: String) {
    self.number = number
    self.message = message
  }

  /// "make the second title red", "第二个标题改成红色", "title 2".
  private static func numbered(_ message: String, count: Int) -> TitleReference? {
    let words: [(Int, [String])] = [
      (0, ["first", "1st", "opening"]), (1, ["second", "2nd"]), (2, ["third", "3rd"]),
      (3, ["fourth", "4th"]),
      (-1, ["last", "final", "closing"]), (-1, ["other"]),
    ]
    let scanner = PhraseScanner(message)
    let nouns = ["title", "text", "caption", "heading"]
    let adds = ["add", "insert", "加", "再加", "添加", "also", "create", "插入"]
    guard scanner.longest(of: adds, at: scanner.pastBlanks(0)) == nil else { return nil }
    for start in 0..<scanner.end {
      let isBoundary = start == 0 || !PhraseScanner.isLatin(scanner.characters[start - 1])
      for (number, names) in words where isBoundary {
        let phrases = names.flatMap { name in nouns.flatMap { ["the \(name) \($0)", "\(name) \($0)"] } }
        guard let end = scanner.longest(of: phrases, at: start) else { continue }
        return replacing(start..<end, of: scanner, number: number, count: count, with: "the title")
      }
      if isBoundary, let noun = scanner.longest(of: ["the title", "title", "text"], at: start),
        let number = scanner.number(at: scanner.past(["#", "number"], from: scanner.pastBlanks(noun))),
        scanner.characters[number.end - 1].isNumber,
        number.end == scanner.end || !scanner.characters[number.end].isNumber,
        number.value >= 1, Int(number.value) <= count, count > 1
      {
        return replacing(
          start..<number.end, of: scanner, number: Int(number.value) - 1, count: count, with: "the title")
      }
      for noun in ["标题", "文字"] {
        if let ordinal = scanner.match("第", at: start), let number = scanner.number(at: ordinal),
          let end = scanner.longest(of: ["个\(noun)", "条\(noun)", "段\(noun)"], at: number.end),
          number.value >= 1
        {
          return replacing(start..<end, of: scanner, number: Int(number.value) - 1, count: count, with: "标题")
        }
        if let end = scanner.longest(of: ["最后一个\(noun)", "最后的\(noun)", "片尾\(noun)", "结尾\(noun)"], at: start) {
          return replacing(start..<end, of: scanner, number: -1, count: count, with: "标题")
        }
      }
    }
    return nil
  }

  private static func replacing(
    _ range: Range<Int>, of scanner: PhraseScanner, number: Int, count: Int, with noun: String
  ) -> TitleReference? {
    let index = number < 0 ? count + number : number
    // The only title needs no number.
    guard index >= 0, count > 1 || index > 0 else { return nil }
    return TitleReference(
      number: index,
      message: scanner.text(0..<range.lowerBound) + noun + scanner.text(range.upperBound..<scanner.end))
  }

  private static let changing = [
    "change", "replace", "rename", "make", "move", "put", "remove", "delete", "show", "turn", "set",
    "get rid of", "take", "let", "hide",
    "keep", "have", "swap", "把", "将", "去掉", "删掉", "删除", "移除", "让", "不要", "please change", "please remove",
    "please make", "please move",
  ]

  /// "change The End to Bye", "remove “Hello”", "把城市之梦改成红色".
  private static func named(
    _ message: String, titles: [(title: TitlePlan, range: Range<Int>)], film: Film
  ) -> TitleReference? {
    let scanner = PhraseScanner(message)
    let instead = scanner.longest(of: ["instead of"], at: scanner.pastBlanks(0))
    guard let verb = instead ?? scanner.longest(of: changing, at: scanner.pastBlanks(0)) else { return nil }
    for (number, title) in titles.enumerated() {
      let text = title.title.text.lowercased()
      let isHan = text.contains(where: PhraseScanner.isHan)
      guard !text.isEmpty, text.count < 80 else { continue }
      let plain = scanner.pastBlanks(verb)
      let behindNoun = scanner.past(["the title", "the text", "the", "标题", "文字"], from: plain)
      var opening = false
      let ends = [plain, behindNoun].lazy.compactMap { start -> Int? in
        opening = start < scanner.end && "\"“'‘「『".contains(scanner.characters[start])
        return scanner.match(text, at: opening ? start + 1 : start)
      }
      guard let end = ends.first else { continue }
      // A word of a drawn picture may be a title, too.
      guard opening || film.firstShot == nil || text.contains(" ") || isHan && text.count > 2 else {
        continue
      }
      var close = end
      if opening, close < scanner.end, "\"”'’」』".contains(scanner.characters[close]) { close += 1 }
      let behind = scanner.pastBlanks(close)
      guard behind == scanner.end || !"=".contains(scanner.characters[behind]) else { continue }
      let noun = isHan && !scanner.text(0..<verb).contains(where: \.isASCII) ? "标题" : "the title"
      var rest = scanner.text(close..<scanner.end)
      // "instead of X write Y", "replace X with Y" change its words.
      if instead != nil {
        let next = scanner.pastAll(
          [",", "write", "say", "put", "show", "have", "it should say"], from: behind)
        guard next > behind, next < scanner.end else { continue }
        return TitleReference(
          number: number, message: "change the title to " + scanner.text(next..<scanner.end))
      }
      var head = scanner.text(0..<verb)
      if ["replace", "swap"].contains(head.lowercased().trimmingBlanks),
        let link = [" with ", " by ", " for "].first(where: { rest.hasPrefix($0) })
      {
        head = "change"
        rest = " to " + rest.dropFirst(link.count)
      }
      return TitleReference(number: number, message: head + (noun == "标题" ? "" : " ") + noun + rest)
    }
    return nil
  }
}
