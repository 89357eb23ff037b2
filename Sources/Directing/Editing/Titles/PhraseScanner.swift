/// Finds phrases, numbers and moments at places of a text; case and the number of spaces don't matter.
struct PhraseScanner {
  /// The text as it was written.
  let characters: [Character]
  private let lower: [Character]

  init(_ text: String) {
    characters = Array(text)
    lower = characters.map { character in
      let scalars = character.unicodeScalars
      if scalars.count == 1, let scalar = scalars.first, scalar.value > 0x2E80 {
        return Character(SimplifiedForms.fold(scalar))
      }
      return character.lowercased().first ?? " "
    }
  }

  var end: Int { characters.count }

  func text(_ range: Range<Int>) -> String { String(characters[range]) }

  /// The first place from one on that is no blank.
  func pastBlanks(_ start: Int) -> Int {
    var index = start
    while index < end, characters[index].isWhitespace, characters[index] != "\n" { index += 1 }
    return index
  }

  /// The end of a phrase that stands at a place.
  func match(_ phrase: String, at start: Int) -> Int? {
    if start > 0, start < end, phrase.first.map(Self.isLatin) == true, Self.isLatin(lower[start - 1]) {
      return nil
    }
    var index = start
    for character in phrase {
      if character == " " {
        let next = pastBlanks(index)
        if next > index {
          index = next
        } else if index < end, lower[index] == "-" {
          index += 1
        } else {
          return nil
        }
        continue
      }
      guard index < end, lower[index] == character || lower[index] == "’" && character == "'" else {
        return nil
      }
      index += 1
    }
    if index < end, phrase.last.map(Self.isLatin) == true, Self.isLatin(lower[index]) { return nil }
    return index
  }

  /// The end of the longest of some phrases.
  func longest(of phrases: some Sequence<String>, at start: Int) -> Int? {
    phrases.lazy.compactMap { match($0, at: start) }.max()
  }

  /// The place behind one of some phrases and the blanks behind it; the place itself where there is none.
  func past(_ phrases: [String], from start: Int) -> Int {
    longest(of: phrases, at: start).map(pastBlanks) ?? start
  }

  /// The place behind as many of some phrases as follow one another.
  func pastAll(_ phrases: [String], from start: Int) -> Int {
    var index = start
    while let next = longest(of: phrases, at: index), next > index { index = pastBlanks(next) }
    return index
  }

  static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
  }

  // MARK: Numbers and times

  /// A number in digits, in words or in Han characters.
  func number(at start: Int) -> (value: Double, end: Int)? {
    if start > 0, start < end, Self.isLatin(lower[start]), Self.isLatin(lower[start - 1]) { return nil }
    var index = start
    while index < end, lower[index].isASCII, lower[index].isNumber { index += 1 }
    if index > start {
      if index + 1 < end, lower[index] == ".", lower[index + 1].isNumber {
        index += 1
        while index < end, lower[index].isASCII, lower[index].isNumber { index += 1 }
      }
      return Double(text(start..<index)).map { ($0, index) }
    }
    for (word, value) in Self.numberWords {
      if let end = match(word, at: start) { return (value, end) }
    }
    index = start
    while index < end, "零一二两三四五六七八九十百".contains(lower[index]) { index += 1 }
    guard index > start else { return nil }
    let tokens = Tokenizer.tokens(of: text(start..<index))
    guard let found = HanNumber.read(tokens, from: 0), found.end == tokens.count else { return nil }
    return (found.value, index)
  }

  private static let numberWords: [(String, Double)] = [
    ("one and a half", 1.5), ("a couple of", 2), ("half a", 0.5), ("one", 1), ("two", 2), ("three", 3),
    ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
    ("eleven", 11), ("twelve", 12), ("fifteen", 15), ("twenty", 20), ("thirty", 30), ("half", 0.5), ("a", 1),
    ("半", 0.5),
  ]

  /// Seconds or minutes behind a number, as milliseconds.
  private func unit(at start: Int) -> (factor: Double, end: Int)? {
    if let end = longest(of: ["秒钟", "秒"], at: start) { return (1000, end) }
    if let end = match("分钟", at: start) { return (60_000, end) }
    if start < end, lower[start] == "s", start + 1 == end || !Self.isLatin(lower[start + 1]) {
      return (1000, start + 1)
    }
    let isAttached = start > 0 && lower[start - 1].isNumber
    for (names, factor) in Self.units {
      for name in names {
        // "4sec" is one word.
        let found = isAttached ? attached(name, at: start) : match(name, at: start)
        if let found { return (factor, found) }
      }
    }
    return nil
  }

  private static let units: [([String], Double)] = [
    (["seconds", "second", "secs", "sec"], 1000), (["minutes", "minute", "mins", "min"], 60_000),
    (["ms", "milliseconds"], 1),
  ]

  private func attached(_ name: String, at start: Int) -> Int? {
    let stop = start + name.count
    guard stop <= end, Array(name) == Array(lower[start..<stop]), stop == end || !Self.isLatin(lower[stop])
    else { return nil }
    return stop
  }

  /// "4 seconds", "4-second", "1.5s", "两秒"; in milliseconds.
  func duration(at start: Int) -> (milliseconds: Int, end: Int)? {
    guard let number = number(at: start), number.value <= 3600 else { return nil }
    var index = pastBlanks(number.end)
    if index < end, lower[index] == "-", index == number.end { index += 1 }
    if let end = match("个", at: index) { index = end }
    guard let unit = unit(at: index) else { return nil }
    return ((number.value * unit.factor).nearestInt, unit.end)
  }

  /// "0:05", "1:02.5"; in milliseconds.
  func timecode(at start: Int) -> (milliseconds: Int, end: Int)? {
    guard let minutes = number(at: start), minutes.end < end,
      minutes.value == Double(minutes.value.nearestInt),
      lower[start].isNumber, lower[minutes.end] == ":" || lower[minutes.end] == "：",
      let seconds = number(at: minutes.end + 1), lower[minutes.end + 1].isASCII, seconds.value < 60
    else { return nil }
    let digits = seconds.end - minutes.end - 1
    guard digits >= 2 else { return nil }
    return ((minutes.value * 60_000 + seconds.value * 1000).nearestInt, seconds.end)
  }

  /// "3 seconds", "second 3", "0:03", "第3秒"; a number alone where `isBare` allows it.
  func moment(at start: Int, isBare: Bool = false) -> (milliseconds: Int, end: Int)? {
    if let code = timecode(at: start) { return code }
    if let word = longest(of: ["the second", "second", "sec", "第"], at: start),
      let number = number(at: pastBlanks(word)), number.value <= 3600
    {
      let behind = unit(at: pastBlanks(number.end))?.end ?? number.end
      return ((number.value * 1000).nearestInt, behind)
    }
    let first = past(["the"], from: start)
    if let found = duration(at: first) { return (found.milliseconds, found.end) }
    if let number = number(at: first), number.end + 2 <= end,
      ["st", "nd", "rd", "th"].contains(text(number.end..<number.end + 2).lowercased()),
      let unit = unit(at: pastBlanks(number.end + 2))
    {
      return ((number.value * unit.factor).nearestInt, unit.end)
    }
    guard isBare, let number = number(at: start), lower[start].isNumber, number.value <= 3600 else {
      return nil
    }
    return ((number.value * 1000).nearestInt, number.end)
  }
}
