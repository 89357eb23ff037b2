/// The words, times, numbers and quotations of one clause, as the readers of timeline edits ask for them.
struct ClauseCues {
  /// A length or a moment that is said, in milliseconds.
  struct Time {
    var milliseconds: Int
    /// The tokens that say it.
    var tokens: Range<Int>
    /// Whether it was said as a moment: "0:05".
    var isTimecode: Bool
  }

  /// The clause as the user wrote it.
  let words: String
  let tokens: [Token]
  /// The words and numbers between single spaces, in lower case, quotations left out: " cut the first 3 seconds ".
  let latin: String
  /// Everything but spaces and quotations: "把前三秒剪掉".
  let han: String
  /// The times in order.
  let times: [Time]
  /// The texts between quotation marks, in order.
  let quotations: [String]

  init(_ words: String) {
    self.words = words
    let text = ParsedText(words)
    let quotes = text.quotations()
    quotations = quotes.map { text.inside($0) }
    let quoted = quotes.map { range in
      text.pieces[range.lowerBound].tokens.lowerBound..<text.pieces[range.upperBound - 1].tokens.upperBound
    }
    var tokens: [Token] = []
    for (index, token) in text.tokens.enumerated() where !quoted.contains(where: { $0.contains(index) }) {
      tokens.append(token)
    }
    self.tokens = tokens
    var latin = " "
    var han = ""
    for token in tokens {
      if token.kind == .word || token.isNumber { latin += token.text + " " }
      // A hyphen inside a word is the same as a space.
      if token.kind != .newline { han += token.text }
    }
    self.latin = latin
    self.han = han
    times = Self.times(in: tokens)
  }

  // MARK: Words

  /// Whether any of the phrases occurs: English ones as whole words, Chinese ones anywhere.
  func has(_ phrases: String...) -> Bool { phrases.contains(where: hasOne) }

  private func hasOne(_ phrase: String) -> Bool {
    guard let first = phrase.unicodeScalars.first else { return false }
    if first.isASCII { return latin.contains(" \(phrase) ") }
    return han.contains(phrase)
  }

  /// Whether it begins with one of the words.
  func starts(_ words: String...) -> Bool {
    words.contains { latin.hasPrefix(" \($0) ") || han.hasPrefix($0) }
  }

  /// Whether something is to go away.
  var removes: Bool {
    has(
      "remove", "delete", "no", "without", "drop", "erase", "get rid of", "take off", "take away", "turn off",
      "disable", "clear", "去掉", "删掉", "删除", "移除", "取消", "不要", "关掉", "关闭", "去除", "删去")
  }

  /// How strong it is meant: "a bit" is half as much, "much" twice.
  var emphasis: Double {
    if has("a bit", "slightly", "a little", "subtle", "somewhat", "light", "稍微", "略微", "一点点", "轻微") {
      return 0.5
    }
    if has("much", "a lot", "very", "strong", "heavy", "really", "way", "很多", "非常", "强烈", "大幅", "更加") {
      return 2
    }
    return 1
  }

  // MARK: Numbers

  /// The share that a percentage says: 0.2 for "20%".
  var percent: Double? {
    for (index, token) in tokens.enumerated() {
      guard case .number(let value) = token.kind, index + 1 < tokens.count else { continue }
      if ["%", "percent", "pct"].contains(tokens[index + 1].text) { return min(10, value / 100) }
    }
    // 百分之二十
    if let start = tokens.indices.first(where: {
      $0 + 3 < tokens.count && tokens[$0].text == "百" && tokens[$0 + 1].text == "分"
        && tokens[$0 + 2].text == "之"
    }), let value = Self.number(tokens, at: start + 3) {
      return min(10, value.value / 100)
    }
    return nil
  }

  /// The factor that is said: 2 for "2x", "twice", "两倍", "double"; 0.5 for "half".
  var factor: Double? {
    for index in tokens.indices {
      guard let (value, end) = Self.number(tokens, at: index), end < tokens.count else { continue }
      let unit = tokens[end].text
      if ["x", "*", "times", "倍"].contains(unit), value > 0 { return unit == "倍" && value == 1 ? 2 : value }
    }
    // "×2"
    for index in tokens.indices.dropLast() where tokens[index].text == "*" || tokens[index].text == "x" {
      if let (value, _) = Self.number(tokens, at: index + 1), value > 0 { return value }
    }
    if has("twice", "double", "加倍", "翻倍") { return 2 }
    if has("triple", "three times", "thrice") { return 3 }
    if has("half", "一半") { return 0.5 }
    if has("quarter") { return 0.25 }
    return nil
  }

  /// How many times: "three times", "twice", "三次", "三遍".
  var repetitions: Int? {
    for index in tokens.indices {
      guard let (value, end) = Self.number(tokens, at: index), end < tokens.count else { continue }
      if ["times", "time", "x", "*", "次", "遍", "回"].contains(tokens[end].text) {
        return Int(min(1000, value))
      }
    }
    if has("once more", "one more time", "twice", "again") { return 2 }
    if has("thrice") { return 3 }
    return nil
  }

  /// The degrees of a turn.
  var degrees: Int? {
    for index in tokens.indices {
      guard let (value, end) = Self.number(tokens, at: index) else { continue }
      let unit = end < tokens.count ? tokens[end].text : ""
      if ["degrees", "degree", "deg", "°", "度", "º"].contains(unit) || [90, 180, 270].contains(value) {
        return Int(min(3600, value))
      }
    }
    return nil
  }

  /// The ratio that two numbers say: "16:9", "1x1", "16比9".
  var ratio: AspectRatio? {
    for index in tokens.indices where index + 2 < tokens.count {
      guard case .number(let width) = tokens[index].kind, case .number(let height) = tokens[index + 2].kind,
        [":", "x", "*", "/", "比", "by"].contains(tokens[index + 1].text), (1...32).contains(width),
        (1...32).contains(height), tokens[index + 2].text.utf8.count < 3,
        !tokens[index + 2].text.hasPrefix("0")
      else { continue }
      return AspectRatio(Int(width), Int(height))
    }
    if has("square", "方形", "正方形") { return .square }
    if has("vertical", "portrait", "upright", "竖屏", "竖版", "竖向", "tiktok", "抖音") { return .portrait }
    if has("horizontal", "landscape", "widescreen", "横屏", "横版", "宽屏") { return .landscape }
    return nil
  }

  /// A number at a token, in digits, words or Han characters.
  static func number(_ tokens: [Token], at index: Int) -> (value: Double, end: Int)? {
    guard tokens.indices.contains(index) else { return nil }
    if case .number(let value) = tokens[index].kind { return (value, index + 1) }
    if tokens[index].kind == .han {
      if tokens[index].text == "半" { return (0.5, index + 1) }
      return HanNumber.read(tokens, from: index)
    }
    let words: [String: Double] = [
      "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
      "ten": 10,
      "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
      "sixty": 60,
      "half": 0.5, "a": 1, "an": 1, "couple": 2,
    ]
    guard let value = words[tokens[index].text] else { return nil }
    var end = index + 1
    // "half a second", "a couple of seconds", "a half second"
    while end < tokens.count, ["a", "of", "an"].contains(tokens[end].text) { end += 1 }
    if tokens[index].text == "a", end < tokens.count, let next = words[tokens[end].text],
      tokens[end].text != "one"
    {
      return (next, end + 1 < tokens.count && tokens[end + 1].text == "of" ? end + 2 : end + 1)
    }
    return (value, end)
  }

  // MARK: Times

  private static let seconds: Set<String> = ["s", "sec", "secs", "second", "seconds", "秒"]
  private static let minutes: Set<String> = ["m", "min", "mins", "minute", "minutes", "分"]

  private static func times(in tokens: [Token]) -> [Time] {
    var times: [Time] = []
    var index = 0
    while index < tokens.count {
      if let time = timecode(in: tokens, at: index) ?? length(in: tokens, at: index) {
        times.append(time)
        index = time.tokens.upperBound
      } else {
        index += 1
      }
    }
    // "from 5 to 12 seconds", "5-12s", "3到7秒": the first number has the unit of the second.
    for time in times {
      let start = time.tokens.lowerBound
      guard start >= 2, ["to", "and", "-", "~", "到", "至", "until", "till"].contains(tokens[start - 1].text)
      else { continue }
      guard let (first, begin) = numberEnding(at: start - 1, in: tokens),
        !times.contains(where: { $0.tokens.contains(begin) }),
        begin == 0 || !["clip", "clips", "scene", "shot", "part", "segment"].contains(tokens[begin - 1].text)
      else { continue }
      let isMinutes = time.tokens.contains { minutes.contains(tokens[$0].text) }
      let value = (first * (isMinutes ? 60_000 : 1000)).nearestInt
      times.append(Time(milliseconds: value, tokens: begin..<start - 1, isTimecode: false))
    }
    return times.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static func isThing(_ token: Token) -> Bool {
    ["clip", "clips", "scene", "shot", "part", "segment", "photo", "video", "and"].contains(token.text)
  }

  private static func numberEnding(at end: Int, in tokens: [Token]) -> (Double, Int)? {
    for start in stride(from: end - 1, through: max(0, end - 4), by: -1) {
      if let (value, stop) = number(tokens, at: start), stop == end, tokens[start].text != "a" {
        // 十五 begins at 十, but 二十五 earlier.
        if start > 0, tokens[start].kind == .han, let longer = HanNumber.read(tokens, from: start - 1),
          longer.end == end
        {
          continue
        }
        return (value, start)
      }
    }
    return nil
  }

  /// "0:05", "1:02:03", "0:05.5".
  private static func timecode(in tokens: [Token], at index: Int) -> Time? {
    guard index + 2 < tokens.count, case .number(let first) = tokens[index].kind,
      tokens[index + 1].text == ":",
      tokens[index + 1].isJoined, tokens[index + 2].isJoined,
      case .number(let second) = tokens[index + 2].kind,
      second < 60, tokens[index + 2].text.prefix(while: { $0 != "." }).utf8.count == 2, first < 1000
    else { return nil }
    var value = first * 60 + second
    var end = index + 3
    if end + 1 < tokens.count, tokens[end].text == ":", tokens[end].isJoined,
      case .number(let third) = tokens[end + 1].kind, third < 60
    {
      value = value * 60 + third
      end += 2
    }
    return Time(milliseconds: (value * 1000).nearestInt, tokens: index..<end, isTimecode: true)
  }

  /// "3 seconds", "1.5s", "half a second", "1分30秒", "一秒半", "200 ms".
  private static func length(in tokens: [Token], at index: Int) -> Time? {
    // "the first second", "the last minute"
    if ["first", "last", "final"].contains(tokens[index].text), index + 1 < tokens.count,
      ["second", "minute"].contains(tokens[index + 1].text),
      index + 2 >= tokens.count || !isThing(tokens[index + 2])
    {
      let value = tokens[index + 1].text == "second" ? 1000 : 60_000
      return Time(milliseconds: value, tokens: index + 1..<index + 2, isTimecode: false)
    }
    guard let (value, unit) = number(tokens, at: index), unit < tokens.count else { return nil }
    var end = unit
    if tokens[end].text == "-" || tokens[end].text == "个" { end += 1 }
    var number = value
    if end + 2 < tokens.count, tokens[end].text == "and", tokens[end + 1].text == "a",
      tokens[end + 2].text == "half"
    {
      number += 0.5
      end += 3
    }
    guard end < tokens.count else { return nil }
    let word = tokens[end].text
    // "the second clip" counts, "a second" lasts.
    if word == "second", value != 1, value != 0.5, value < 2, tokens[index].kind == .word { return nil }
    var total: Double
    if seconds.contains(word) {
      total = number * 1000
      end += 1
      if end < tokens.count, tokens[end].text == "钟" { end += 1 }
      if end < tokens.count, tokens[end].text == "半" {
        total += 500
        end += 1
      }
    } else if minutes.contains(word) {
      total = number * 60_000
      end += 1
      if end < tokens.count, tokens[end].text == "钟" { end += 1 }
      if end < tokens.count, tokens[end].text == "半" {
        total += 30_000
        end += 1
      } else if let (rest, after) = Self.number(tokens, at: end), after < tokens.count,
        seconds.contains(tokens[after].text)
      {
        total += rest * 1000
        end = after + 1
      }
    } else if word == "ms" || word == "millisecond" || word == "milliseconds" {
      total = number
      end += 1
    } else if word == "毫" {
      total = number
      end += 2
    } else {
      return nil
    }
    return Time(
      milliseconds: min(total, 1e8).nearestInt, tokens: index..<min(end, tokens.count), isTimecode: false)
  }

  /// The first time behind one of the words, such as "for" or "at".
  func time(after words: String...) -> Int? {
    for time in times {
      let start = time.tokens.lowerBound
      for back in 1...2 where start >= back {
        if words.contains(tokens[start - back].text) { return time.milliseconds }
      }
    }
    return nil
  }

  // MARK: Clips

  static let ordinals: [String: Int] = [
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6, "eighth": 7,
    "ninth": 8,
    "tenth": 9, "last": -1, "final": -1, "1st": 0, "2nd": 1, "3rd": 2,
  ]

  /// The numbers of the things of some kinds that are named, counted from 0: "the second clip", "clip 2", "第二段".
  func numbers(of nouns: Set<String>, han marks: Set<String>) -> [Int] {
    var found: [(Int, Int)] = []
    for index in tokens.indices {
      let text = tokens[index].text
      if let number = Self.ordinals[text] {
        // "the first and second clips", "the second photo", "the last one"
        var next = index + 1
        while next < tokens.count,
          ["and", "to", "&", "with"].contains(tokens[next].text) || Self.ordinals[tokens[next].text] != nil
            || ["video", "uploaded"].contains(tokens[next].text) && next + 1 < tokens.count
              && nouns.contains(tokens[next + 1].text)
        { next += 1 }
        if next < tokens.count, nouns.contains(tokens[next].text) { found.append((index, number)) }
      } else if nouns.contains(text), index + 1 < tokens.count {
        var next = index + 1
        if tokens[next].text == "number" || tokens[next].text == "#" { next += 1 }
        // "clip 2", "clips 1 and 3", but not "clip 2 seconds".
        while let (value, end) = Self.number(tokens, at: next), tokens[next].text != "a",
          tokens[next].text != "half",
          value >= 1, !times.contains(where: { $0.tokens.contains(next) })
        {
          found.append((next, Int(min(value, 999)) - 1))
          guard end < tokens.count, ["and", "&", ","].contains(tokens[end].text) else { break }
          next = end + 1
        }
      } else if text == "第",
        let (value, end) = HanNumber.read(tokens, from: index + 1) ?? Self.number(tokens, at: index + 1),
        end < tokens.count, hasMark(marks, at: end)
      {
        found.append((index, Int(min(value, 999)) - 1))
      } else if text == "最", index + 2 < tokens.count, tokens[index + 1].text == "后" {
        var next = index + 2
        if tokens[next].text == "一" { next += 1 }
        if hasMark(marks, at: next) { found.append((index, -1)) }
      }
    }
    return found.map(\.1)
  }

  private func hasMark(_ marks: Set<String>, at index: Int) -> Bool {
    (index..<min(tokens.count, index + 4)).contains { end in
      marks.contains(tokens[index...end].map(\.text).joined())
    }
  }

  /// The clips that are named, counted from 0; −1 is the last.
  var clipNumbers: [Int] {
    numbers(
      of: [
        "clip", "clips", "part", "parts", "segment", "segments", "scene", "scenes", "shot", "shots", "one",
        "piece",
      ],
      han: ["段", "个片段", "个视频", "个镜头", "个场景", "部分", "个画面", "段视频", "幕"])
  }

  /// The clip that the clause is about.
  var choice: ClipChoice { clipNumbers.first.map(ClipChoice.clip) ?? .all }
}
