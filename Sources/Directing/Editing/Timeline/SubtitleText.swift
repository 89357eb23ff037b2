/// Lines of subtitles in a text: SubRip blocks with their times, or sentences that share a length.
enum SubtitleText {
  /// The cues of SubRip text; empty if it holds none.
  static func cues(subRip text: String) -> [SubtitleCue] {
    var cues: [SubtitleCue] = []
    var range: Range<Int>?
    var lines: [Substring] = []
    func close() {
      guard let range else { return }
      // A number alone before the next block belongs to that one.
      let words = lines.map { plain($0) }.filter { !$0.isEmpty }
      if !words.isEmpty { cues.append(SubtitleCue(text: words.joined(separator: "\n"), range: range)) }
    }
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in all.enumerated() {
      if let times = times(in: line) {
        if let last = lines.last, range != nil, last.allSatisfy({ $0.isNumber || $0 == " " }) {
          lines.removeLast()
        }
        close()
        range = times
        lines = []
      } else if range != nil {
        let next = index + 1 < all.count ? all[index + 1] : ""
        if times(in: next) != nil, line.allSatisfy({ $0.isNumber || $0 == " " }) { continue }
        lines.append(line)
      }
      if cues.count > 5000 { break }
    }
    close()
    return cues
  }

  /// `00:00:01,000 --> 00:00:02,500`; the hours may be missing, and a point may stand for the comma.
  private static func times(in line: Substring) -> Range<Int>? {
    guard let arrow = line.firstRange(of: "-->") else { return nil }
    guard let start = moment(line[..<arrow.lowerBound]), let end = moment(line[arrow.upperBound...]),
      start < end
    else { return nil }
    return start..<end
  }

  private static func moment(_ text: Substring) -> Int? {
    let word = text.split(separator: " ").first { $0.contains(":") }
    guard let word else { return nil }
    let parts = word.split { $0 == ":" || $0 == "," || $0 == "." }.map { Int($0) }
    guard (2...4).contains(parts.count), parts.allSatisfy({ $0.map { (0..<100_000).contains($0) } ?? false })
    else {
      return nil
    }
    let numbers = parts.compactMap(\.self)
    let hasFraction = word.contains(",") || word.contains(".")
    var clock = hasFraction ? Array(numbers.dropLast()) : numbers
    while clock.count < 3 { clock.insert(0, at: 0) }
    guard clock.count == 3, clock[0] < 100 else { return nil }
    var milliseconds = hasFraction ? numbers[numbers.count - 1] : 0
    let digits = hasFraction ? word.split { $0 == "," || $0 == "." }.last?.count ?? 3 : 3
    if digits == 1 { milliseconds *= 100 } else if digits == 2 { milliseconds *= 10 }
    return (clock[0] * 3600 + clock[1] * 60 + clock[2]) * 1000 + min(999, milliseconds)
  }

  /// A line without the tags of SubRip (`<i>`, `{\an8}`).
  private static func plain(_ line: Substring) -> String {
    var result = ""
    var depth: Character?
    for character in line {
      if let end = depth {
        if character == end { depth = nil }
      } else if character == "<" {
        depth = ">"
      } else if character == "{" {
        depth = "}"
      } else {
        result.append(character)
      }
    }
    // A bracket that nothing closes is text.
    if depth != nil { result = String(line) }
    while result.last?.isWhitespace == true { result.removeLast() }
    return String(result.drop { $0.isWhitespace })
  }

  /// The sentences of a text, each as long as its share of the letters, over a film of a length.
  static func cues(_ text: String, over length: Int) -> [SubtitleCue] {
    let lines = timedParts(of: text) ?? bracketedParts(of: text) ?? lines(of: text)
    let timed = lines.compactMap(timedCue)
    if timed.count == lines.count, !timed.isEmpty { return timed }
    let weights = lines.map { max(6, $0.count) }
    let sum = weights.reduce(0, +)
    guard sum > 0, length > 0 else { return [] }
    var reached = 0
    return zip(lines, weights).map { line, weight in
      let start = length * reached / sum
      reached += weight
      return SubtitleCue(text: line, range: start..<max(start + 1, length * reached / sum))
    }
  }

  /// "1-3s Hello there, 4-6s how are you": a line for each time behind a comma; nil if there is one at most.
  private static func timedParts(of text: String) -> [String]? {
    let separator =
      /[,，;；|]\s*(?=[从第]*(?:\d+:)?\d+(?:\.\d+)?\s*[s秒]?\s*[-–—~到至]\s*第?(?:\d+:)?\d+(?:\.\d+)?\s*(?:s|秒)?\s*[:：]?\s)/
    let parts = text.split(separator: separator).map(String.init)
    return parts.count > 1 && parts.allSatisfy { timedCue($0) != nil } ? parts : nil
  }

  /// "hello (0-2s), world (2-4s)": the times stand behind their lines; nil if that is not so of all.
  private static func bracketedParts(of text: String) -> [String]? {
    let bracketed = /[(（\[]\s*([^()（）\[\]]{1,40}?)\s*[)）\]]\s*[,，;；|、。]?/
    var parts: [String] = []
    var start = text.startIndex
    for match in text.matches(of: bracketed) {
      let part = "\(match.1) \(plain(text[start..<match.range.lowerBound]))"
      guard timedCue(part) != nil else { return nil }
      parts.append(part)
      start = match.range.upperBound
    }
    return !parts.isEmpty && plain(text[start...]).isEmpty ? parts : nil
  }

  /// `0:02-0:05 This is the beach`, `1-3s: Hello`.
  private static func timedCue(_ line: String) -> SubtitleCue? {
    guard
      let match = line.wholeMatch(
        of:
          /\s*[从第]*(?:(\d+):)?(\d+(?:\.\d+)?)\s*[s秒]?\s*[-–—~到至]\s*第?(?:(\d+):)?(\d+(?:\.\d+)?)\s*(?:s|秒)?\s*[:：]?\s+(.+)/
      )
    else { return nil }
    func moment(_ minutes: Substring?, _ seconds: Substring) -> Int? {
      guard let seconds = Double(seconds), seconds < 100_000, let minutes = minutes.map({ Int($0) }) ?? 0
      else { return nil }
      return min(minutes, 1000) * 60_000 + (seconds * 1000).nearestInt
    }
    guard let start = moment(match.1, match.2), let end = moment(match.3, match.4), start < end else {
      return nil
    }
    return SubtitleCue(text: String(match.5), range: start..<end)
  }

  /// Lines, sentences, and no more than about 80 letters in one.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    func close() {
      let words = line.split(separator: " ").joined(separator: " ")
      if !words.isEmpty { lines.append(words) }
      line = ""
    }
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character.isNewline || character == "|" || character == "/" && line.hasSuffix(" ") {
        close()
        continue
      }
      line.append(character)
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isStop = ".!?".contains(character) && next.isWhitespace || "。！？；".contains(character)
      if isStop && !"。！？”’\"'".contains(next) { close() }
      if line.count >= 80, character.isWhitespace || ",，、;".contains(character) { close() }
    }
    close()
    return lines
  }
}
