/// The lengths and moments of a clause.
extension ClauseCues {
  private static let seconds: Set<String> = ["s", "sec", "secs", "second", "seconds", "秒"]
  private static let otherUnits: Set<String> = [
    "x", "%", "times", "percent", "clips", "fps", "db", "degrees", ":",
  ]
  private static let minutes: Set<String> = ["m", "min", "mins", "minute", "minutes", "分"]

  /// The times that are told, in order.
  static func times(in tokens: [Token], framesPerSecond: Int = 30) -> [Time] {
    var times: [Time] = []
    var index = 0
    while index < tokens.count {
      if let time = frames(in: tokens, at: index, framesPerSecond: framesPerSecond) {
        times.append(time)
        index = time.tokens.upperBound
      } else if let time = moment(in: tokens, at: index) {
        times.append(time)
        index = time.tokens.upperBound
      } else if let (first, second, end) = unitFirst(in: tokens, at: index, framesPerSecond: framesPerSecond)
      {
        times.append(Time(milliseconds: first, tokens: index..<index + 2, isTimecode: false))
        times.append(Time(milliseconds: second, tokens: (end - 1)..<end, isTimecode: false))
        index = end
      } else if let time = timecode(in: tokens, at: index) ?? length(in: tokens, at: index) {
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
    // "from 2 to 5 and from 8 to 10 seconds": the first span has the unit of the second.
    for time in times {
      var end = time.tokens.lowerBound
      while end > 0, ["from", "and", "&", ",", "和", "、", "从"].contains(tokens[end - 1].text) { end -= 1 }
      guard end < time.tokens.lowerBound,
        times.contains(where: { $0.tokens.lowerBound == time.tokens.upperBound + 1 }),
        let (second, middle) = numberEnding(at: end, in: tokens), middle > 1,
        ["to", "-", "~", "到", "至"].contains(tokens[middle - 1].text),
        let (first, begin) = numberEnding(at: middle - 1, in: tokens), first < second,
        !times.contains(where: { $0.tokens.contains(begin) || $0.tokens.contains(middle) })
      else { continue }
      times.append(
        Time(milliseconds: (first * 1000).nearestInt, tokens: begin..<middle - 1, isTimecode: false))
      times.append(Time(milliseconds: (second * 1000).nearestInt, tokens: middle..<end, isTimecode: false))
    }
    // "from second 4 to 9", "from the 3 second mark till 5"
    for time in times {
      var end = time.tokens.upperBound
      guard time.tokens.lowerBound < tokens.count else { continue }
      let isMoment = ["second", "sec"].contains(tokens[time.tokens.lowerBound].text) && time.tokens.count > 1
      let isMark = end < tokens.count && tokens[end].text == "mark"
      if isMark { end += 1 }
      let isSpan =
        isMoment || isMark
        || end < tokens.count && ["until", "till", "to"].contains(tokens[end].text)
          && (max(0, time.tokens.lowerBound - 2)..<time.tokens.lowerBound).contains {
            tokens[$0].text == "from"
          }
      guard isSpan, end + 1 < tokens.count,
        isMoment && tokens[end].text == "and" || ["to", "-", "until", "till"].contains(tokens[end].text),
        let (value, stop) = number(tokens, at: end + 1),
        !times.contains(where: { $0.tokens.contains(end + 1) }),
        stop == tokens.count || !Self.otherUnits.contains(tokens[stop].text),
        !["a", "half"].contains(tokens[end + 1].text)
      else { continue }
      times.append(
        Time(milliseconds: (min(value, 1e5) * 1000).nearestInt, tokens: end + 1..<stop, isTimecode: false))
    }
    if times.isEmpty { times = spanTakenOut(of: tokens) }
    return times.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "the first 45 frames", "前60帧"; a rate ("30 frames a second", "帧率") is no length.
  private static func frames(in tokens: [Token], at index: Int, framesPerSecond: Int) -> Time? {
    guard let (value, unit) = number(tokens, at: index), unit < tokens.count, tokens[index].text != "a",
      ["frames", "帧"].contains(tokens[unit].text)
    else { return nil }
    let next = unit + 1 < tokens.count ? tokens[unit + 1].text : ""
    guard !["per", "a", "/", "每", "率"].contains(next), value > 1 else { return nil }
    let before = tokens[max(0, index - 4)..<index].map(\.text)
    let places: Set<String> = [
      "first", "last", "final", "opening", "cut", "trim", "chop", "remove", "delete", "drop", "lose", "shave",
      "snip", "off", "at", "for", "by", "after", "from", "skip", "keep", "freeze", "hold", "前", "后", "第", "掉",
      "剪", "去", "删", "留", "格",
    ]
    let after = tokens[(unit + 1)..<min(tokens.count, unit + 3)].map(\.text)
    guard before.contains(where: places.contains) || after.contains(where: ["off", "from", "处"].contains)
    else {
      return nil
    }
    return Time(
      milliseconds: (min(value, 1e6) * 1000 / Double(max(1, framesPerSecond))).nearestInt,
      tokens: index..<unit + 1,
      isTimecode: false)
  }

  /// "from second 4", "at second 9": a moment that is counted.
  private static func moment(in tokens: [Token], at index: Int) -> Time? {
    guard ["second", "sec"].contains(tokens[index].text), index > 0,
      ["from", "to", "at", "until", "till", "between", "and", "after", "before", "through", "by", "-"]
        .contains(
          tokens[index - 1].text),
      let (value, end) = number(tokens, at: index + 1), tokens[index + 1].text != "a",
      tokens[index + 1].text != "half",
      end == tokens.count
        || !["clip", "clips", "times", "x", "%", "photos", "videos"].contains(tokens[end].text)
    else { return nil }
    return Time(milliseconds: (min(value, 1e5) * 1000).nearestInt, tokens: index..<end, isTimecode: false)
  }

  /// "seconds 3 to 9"
  private static func unitFirst(
    in tokens: [Token], at index: Int, framesPerSecond: Int
  ) -> (first: Int, second: Int, end: Int)? {
    guard ["seconds", "secs", "frames"].contains(tokens[index].text),
      let (first, joint) = number(tokens, at: index + 1),
      joint < tokens.count, ["to", "-", "~", "and", "through", "until"].contains(tokens[joint].text),
      let (second, end) = number(tokens, at: joint + 1), index == 0 || !tokens[index - 1].isNumber
    else { return nil }
    let unit = tokens[index].text == "frames" ? 1000 / Double(max(1, framesPerSecond)) : 1000
    return ((min(first, 1e6) * unit).nearestInt, (min(second, 1e6) * unit).nearestInt, end)
  }

  private static func isThing(_ token: Token) -> Bool {
    ["clip", "clips", "scene", "shot", "part", "segment", "photo", "video", "and"].contains(token.text)
  }

  private static func isAndAHalf(_ tokens: [Token], at index: Int) -> Bool {
    index + 2 < tokens.count
      && ["and", "a", "half"] == [tokens[index].text, tokens[index + 1].text, tokens[index + 2].text]
  }

  /// "the last second", "the first minute and a half".
  private static func oneUnit(in tokens: [Token], at index: Int) -> Time {
    let unit = ["second", "sec"].contains(tokens[index].text) ? 1000 : 60_000
    return isAndAHalf(tokens, at: index + 1)
      ? Time(milliseconds: unit * 3 / 2, tokens: index..<index + 4, isTimecode: false)
      : Time(milliseconds: unit, tokens: index..<index + 1, isTimecode: false)
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
      ["second", "minute", "sec", "min"].contains(tokens[index + 1].text),
      index + 2 >= tokens.count || !isThing(tokens[index + 2]) || isAndAHalf(tokens, at: index + 2)
    {
      return oneUnit(in: tokens, at: index + 1)
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
      if isAndAHalf(tokens, at: end) {
        total += 500
        end += 3
      }
      if end < tokens.count, tokens[end].text == "钟" { end += 1 }
      if end < tokens.count, tokens[end].text == "半" {
        total += 500
        end += 1
      }
    } else if minutes.contains(word) {
      // "三分之一" is a share, "一分为二" a cut.
      if word == "分", end + 1 < tokens.count, ["之", "为", "成", "贝"].contains(tokens[end + 1].text) {
        return nil
      }
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

  /// A number without a unit where a length is expected, in milliseconds: "fade out over 2", "slow down for 3".
  var bareLength: Int? {
    for index in tokens.indices.dropLast()
    where ["over", "for", "of", "lasting"].contains(tokens[index].text) {
      guard let (value, end) = Self.number(tokens, at: index + 1), value > 0, value < 600,
        tokens[index + 1].text != "a", end == tokens.count || tokens[end].kind == .mark
      else { continue }
      return (value * 1000).nearestInt
    }
    return nil
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
}
