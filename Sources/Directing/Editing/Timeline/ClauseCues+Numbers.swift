import Glibc

/// The numbers of a clause: shares, factors, repetitions, turns, ratios.
extension ClauseCues {
  /// The share that a percentage says: 0.2 for "20%".
  var percent: Double? {
    for (index, token) in tokens.enumerated() {
      guard case .number(let value) = token.kind, index + 1 < tokens.count else { continue }
      if ["%", "percent", "pct"].contains(tokens[index + 1].text) { return min(10, value / 100) }
    }
    if let tenths = tenths { return tenths }
    // 百分之二十
    if let start = tokens.indices.first(where: {
      $0 + 3 < tokens.count && tokens[$0].text == "百" && tokens[$0 + 1].text == "分"
        && tokens[$0 + 2].text == "之"
    }), let value = Self.number(tokens, at: start + 3) {
      return min(10, value.value / 100)
    }
    return nil
  }

  /// "两成": tenths.
  private var tenths: Double? {
    for index in tokens.indices where tokens[index].kind == .han {
      if let (value, end) = HanNumber.read(tokens, from: index), end < tokens.count, tokens[end].text == "成",
        (1...9).contains(value), end + 1 >= tokens.count || !"为了片段个两".contains(tokens[end + 1].text),
        !["切", "剪", "分", "裁"].contains(index > 0 ? tokens[index - 1].text : "")
      {
        return value / 10
      }
    }
    return nil
  }

  /// A change that is told by its sign: −0.1 of "contrast -10", 0.15 of "brightness +15%".
  var signedShare: Double? {
    guard times.isEmpty, let index = tokens.indices.dropFirst().first(where: { tokens[$0].isNumber }),
      ["+", "-", "−", "＋", "－"].contains(tokens[index - 1].text),
      case .number(let value) = tokens[index].kind,
      (1...200).contains(value),
      index < 2 || !tokens[index - 2].isNumber
    else { return nil }
    let isLess = !["+", "＋"].contains(tokens[index - 1].text)
    return value / 100 * (isLess ? -1 : 1)
  }

  /// A share that is said in words: 1/3 of "by a third", "三分之一".
  var fraction: Double? {
    if has("two thirds", "三分之二") { return 2.0 / 3 }
    if has("three quarters", "四分之三") { return 0.75 }
    if has("a third", "one third", "by third", "三分之一") { return 1.0 / 3 }
    if has("a quarter", "one quarter", "四分之一") { return 0.25 }
    if has("a fifth", "one fifth", "五分之一") { return 0.2 }
    return has("half", "halve", "halved", "一半", "减半") ? 0.5 : nil
  }

  /// A level in decibels as a factor of the amplitude: 2 of "6 dB".
  var decibels: Double? {
    for index in tokens.indices {
      guard let (value, next) = Self.number(tokens, at: index) else { continue }
      var end = next
      if end < tokens.count, tokens[end].text == "个" { end += 1 }
      guard end < tokens.count,
        ["db", "decibel", "decibels", "分贝"].contains(tokens[end].text)
          || tokens[end].text == "分" && end + 1 < tokens.count && tokens[end + 1].text == "贝"
      else { continue }
      let isDown = index > 0 && ["-", "−"].contains(tokens[index - 1].text)
      return pow(10, min(60, value) / 20 * (isDown ? -1 : 1))
    }
    return nil
  }

  /// The share that stands nearest to one of some words: 0.6 of "opacity" in "at 15% size and 60% opacity".
  func percent(of nouns: Set<String>) -> Double? {
    var nearest: (distance: Int, value: Double)?
    for (index, token) in tokens.enumerated() {
      guard case .number(let value) = token.kind, index + 1 < tokens.count,
        ["%", "percent", "pct"].contains(tokens[index + 1].text)
      else { continue }
      for (place, noun) in tokens.enumerated() where nouns.contains(noun.text) {
        // What follows a percentage at once is what it is of.
        let distance = place > index ? (place - index) * 2 - 3 : (index - place) * 2
        // What stands further away, or behind a comma, is another thing's.
        guard distance <= 8,
          !tokens[min(place, index)...max(place, index)].contains(where: { $0.text == "," })
        else { continue }
        if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, min(10, value / 100)) }
      }
    }
    return nearest?.value
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
    if has("twice", "double", "doubled", "加倍", "翻倍") { return 2 }
    if has("triple", "three times", "thrice") { return 3 }
    if has("halve", "halved") { return 0.5 }
    // "the first half" is a part of the film.
    guard shareOfFilm == nil else { return nil }
    if has("half", "一半", "减半") { return 0.5 }
    if has("quarter") { return 0.25 }
    return nil
  }

  /// A part that is said as a share: "the first half", "the last third", "后半段", "前三分之一".
  var shareOfFilm: (start: Double, end: Double)? {
    func part(_ share: Double, first: [String], middle: [String], last: [String]) -> (Double, Double)? {
      if first.contains(where: { has($0) }) { return (0, share) }
      if middle.contains(where: { has($0) }) { return ((1 - share) / 2, (1 + share) / 2) }
      return last.contains(where: { has($0) }) ? (1 - share, 1) : nil
    }
    let shares: [(Double, String, [String])] = [
      (1.0 / 3, "third", ["三分之一"]), (0.25, "quarter", ["四分之一"]), (0.5, "half", ["一半", "半段", "半部分", "半"]),
    ]
    for (share, noun, han) in shares {
      // "the second half", but "the second third" is the middle one.
      let isHalf = share == 0.5
      let found = part(
        share, first: ["first \(noun)", "opening \(noun)"] + han.map { "前" + $0 },
        middle: ["middle \(noun)"] + (share > 0.3 && !isHalf ? ["second \(noun)"] : [])
          + han.map { "中间" + $0 },
        last: ["last \(noun)", "final \(noun)"] + (isHalf ? ["second \(noun)", "latter \(noun)"] : [])
          + han.flatMap { ["后" + $0, "最后" + $0] })
      if let found, !has("half second", "半秒", "half a second") { return found }
    }
    return nil
  }

  /// Into how many parts something is to be cut: "into three equal parts", "三等分", "分成四段".
  var partCount: Int? {
    let nouns: Set<String> = [
      "parts", "pieces", "bits", "chunks", "clips", "segments", "sections", "halves", "段", "份", "半", "部",
    ]
    for index in tokens.indices {
      guard let (value, end) = Self.number(tokens, at: index), end < tokens.count, (2...50).contains(value),
        index == 0 || tokens[index - 1].text != "第"
      else { continue }
      var next = end
      while next < tokens.count, ["equal", "even", "equally", "long", "等"].contains(tokens[next].text) {
        next += 1
      }
      let isNoun = next < tokens.count && nouns.contains(tokens[next].text)
      if isNoun || next > end { return Int(value) }
    }
    // "divide it into three"
    if tokens.count > 2, let (value, end) = Self.number(tokens, at: tokens.count - 1), end == tokens.count,
      tokens[tokens.count - 2].text == "into", value >= 2, value <= 50
    {
      return Int(value)
    }
    if has("into thirds", "in thirds") { return 3 }
    return has("into quarters", "in quarters") ? 4 : nil
  }

  /// How many times: "three times", "twice", "三次", "三遍".
  var repetitions: Int? {
    for index in tokens.indices {
      guard let (value, end) = Self.number(tokens, at: index), end < tokens.count else { continue }
      // "two more times" than the one that there is
      if tokens[end].text == "more", end + 1 < tokens.count, tokens[end + 1].text == "times" {
        return Int(min(1000, value)) + 1
      }
      if ["times", "time", "x", "*", "次", "遍", "回"].contains(tokens[end].text) {
        return Int(min(1000, value))
      }
    }
    if has("once more", "one more time", "twice", "again") { return 2 }
    if has("thrice") { return 3 }
    return nil
  }

  /// How many copies are asked for: 2 of "duplicate it twice", 1 of "duplicate it".
  var copies: Int { has("once more", "one more time", "again", "再") ? 1 : max(1, repetitions ?? 1) }

  /// The degrees of a turn, in whole ones.
  var degrees: Int? { exactDegrees.map { Int($0) } }

  /// The degrees of a turn, −3600 to 3600.
  var exactDegrees: Double? {
    for index in tokens.indices {
      guard let (value, end) = Self.number(tokens, at: index) else { continue }
      let unit = end < tokens.count ? tokens[end].text : ""
      if ["degrees", "degree", "deg", "°", "度", "º"].contains(unit) || [90, 180, 270].contains(value) {
        let isMinus = index > 0 && ["-", "−"].contains(tokens[index - 1].text)
        return min(3600, value) * (isMinus ? -1 : 1)
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
    if has("vertical", "portrait", "upright", "竖屏", "竖版", "竖向", "tiktok", "抖音", "快手") { return .portrait }
    // Where it is to be shown.
    if has(
      "reels", "for reel", "shorts", "for stories", "insta story", "instagram story", "ig story", "for story",
      "snapchat",
      "视频号", "朋友圈")
    {
      return .portrait
    }
    if has("for youtube", "youtube video", "for tv", "for a tv", "b站", "电视") { return .landscape }
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
}
