/// Which clips and uploads a clause names.
extension ClauseCues {
  static let ordinals: [String: Int] = [
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6, "eighth": 7,
    "ninth": 8,
    "tenth": 9, "last": -1, "final": -1, "1st": 0, "2nd": 1, "3rd": 2,
  ]

  /// What makes a number one of something else: "repeat the clip 3 times", "the clip 20% brighter".
  private static let units: Set<String> = [
    "times", "time", "x", "*", "%", "percent", "fps", "frames", "degrees", "degree", "°", "more", "p",
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
          ["and", "to", "&", "with", "the"].contains(tokens[next].text)
            && isOrdinal(behind: next) || Self.ordinals[tokens[next].text] != nil
            || ["video", "uploaded"].contains(tokens[next].text) && next + 1 < tokens.count
              && nouns.contains(tokens[next + 1].text)
        { next += 1 }
        // "mute the first clip and slow down the second"
        let standsAlone =
          nouns.contains("clip") && next == tokens.count && next == index + 1 && index > 1
          && tokens[index - 1].text == "the"
        // "the first one and a half seconds" is a length.
        let isOfTime = times.contains { $0.tokens.contains(next) }
        if !isOfTime, standsAlone || next < tokens.count && nouns.contains(tokens[next].text) {
          found.append((index, number))
        }
      } else if nouns.contains(text), index + 1 < tokens.count {
        var next = index + 1
        if tokens[next].text == "number" || tokens[next].text == "#" { next += 1 }
        // "clip 2", "clips 1 and 3", but not "clip 2 seconds".
        while let (value, end) = Self.number(tokens, at: next), tokens[next].text != "a",
          tokens[next].text != "half",
          value >= 1, !times.contains(where: { $0.tokens.contains(next) }),
          end == tokens.count || !Self.units.contains(tokens[end].text)
        {
          found.append((next, Int(min(value, 999)) - 1))
          // "clips 2 to 4"
          if text.hasSuffix("s"), end + 1 < tokens.count, ["to", "-", "through"].contains(tokens[end].text),
            let (last, stop) = Self.number(tokens, at: end + 1), last > value, last - value < 24,
            stop == tokens.count || !Self.units.contains(tokens[stop].text)
          {
            found += (Int(value)..<Int(last)).map { (end + 1, $0) }
            break
          }
          guard end < tokens.count, ["and", "&", ","].contains(tokens[end].text) else { break }
          next = end + 1
        }
      } else if text == "第",
        let (value, end) = HanNumber.read(tokens, from: index + 1) ?? Self.number(tokens, at: index + 1),
        end < tokens.count, hasMark(marks, at: end) || isListed(marks, at: end)
      {
        found.append((index, Int(min(value, 999)) - 1))
      } else if text == "最", index + 2 < tokens.count, tokens[index + 1].text == "后" {
        var next = index + 2
        // "最后那段", "最后的那一段"
        while next + 1 < tokens.count, ["一", "那", "这", "的"].contains(tokens[next].text) { next += 1 }
        if hasMark(marks, at: next) { found.append((index, -1)) }
      }
    }
    return found.map(\.1)
  }

  /// "第一个和第二个镜头": what the number counts stands behind another number.
  private func isListed(_ marks: Set<String>, at index: Int) -> Bool {
    var next = index
    if tokens[next].text == "个" { next += 1 }
    guard next + 1 < tokens.count, ["和", "与", "跟", "、", "及"].contains(tokens[next].text),
      tokens[next + 1].text == "第",
      let (_, end) = HanNumber.read(tokens, from: next + 2) ?? Self.number(tokens, at: next + 2),
      end < tokens.count
    else { return false }
    return hasMark(marks, at: end)
  }

  /// Whether an ordinal follows a place, with small words between: "the first and the last one".
  private func isOrdinal(behind index: Int) -> Bool {
    var next = index + 1
    while next < tokens.count, ["the", "and", "&"].contains(tokens[next].text) { next += 1 }
    return next < tokens.count && Self.ordinals[tokens[next].text] != nil
  }

  private func hasMark(_ marks: Set<String>, at index: Int) -> Bool {
    (index..<min(tokens.count, index + 4)).contains { end in
      marks.contains(tokens[index...end].map(\.text).joined())
    }
  }

  /// "the first two clips", "最后两段".
  private var clipsInARow: [Int] {
    let nouns: Set<String> = ["clips", "parts", "segments", "scenes", "shots", "ones"]
    for index in tokens.indices {
      let isHan = tokens[index].kind == .han
      let isFirst = ["first", "前", "头"].contains(tokens[index].text)
      let isLast = ["last", "final", "后"].contains(tokens[index].text)
      guard isFirst || isLast, let (value, end) = Self.number(tokens, at: index + 1), end < tokens.count,
        (2...9).contains(value),
        isHan
          ? tokens[end].text == "段" || hasMark(["个片段", "个视频", "个镜头"], at: end) && !hasMark(["半"], at: end)
          : nouns.contains(tokens[end].text)
      else { continue }
      let count = Int(value)
      return isFirst ? Array(0..<count) : Array(-count..<0)
    }
    return []
  }

  /// The clips that are named, counted from 0; −1 is the last.
  var clipNumbers: [Int] {
    let row = clipsInARow
    guard row.isEmpty else { return row }
    return numbers(
      of: [
        "clip", "clips", "part", "parts", "segment", "segments", "scene", "scenes", "shot", "shots", "one",
        "piece",
      ],
      han: ["段", "个片段", "个视频", "个镜头", "个场景", "部分", "个画面", "段视频", "幕"])
  }

  /// Whether "first" or "last" is said of a time: "the first two seconds of clip 2".
  var ordinalsBesideTimes: Bool {
    times.contains { time in
      time.tokens.lowerBound > 0
        && ["first", "last", "opening", "final", "前", "后"].contains(tokens[time.tokens.lowerBound - 1].text)
    }
  }

  /// "the first 2 seconds and the last 3 seconds", "前2秒和后3秒": both ends of the film, in milliseconds.
  var bothEnds: (first: Int, last: Int)? {
    guard times.count == 2 else { return nil }
    func word(before time: Time) -> String {
      time.tokens.lowerBound > 0 ? tokens[time.tokens.lowerBound - 1].text : ""
    }
    guard ["first", "opening", "前", "头"].contains(word(before: times[0])),
      ["last", "final", "closing", "后", "尾"].contains(word(before: times[1])),
      (times[0].tokens.upperBound..<times[1].tokens.lowerBound).contains(where: {
        ["and", "&", "和", "与", "跟", "、", "及"].contains(tokens[$0].text)
      })
    else { return nil }
    return (times[0].milliseconds, times[1].milliseconds)
  }

  /// The clip that the clause is about.
  var choice: ClipChoice { clipNumbers.first.map(ClipChoice.clip) ?? .all }
}
