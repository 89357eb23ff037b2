/// Verbs that cut or part a film, beside those that the readers know: what they mean hangs on what follows.
extension Colloquial {
  /// What a verb at the beginning of a clause means, or a number without its unit.
  func cutting(at index: Int) -> (length: Int, words: String)? {
    if let found = bareEnd(at: index) { return found }
    guard tokens[index].kind == .word, beginsClause(index) else { return nil }
    let end = clauseEnd(from: index)
    let rest = Array(tokens[(index + 1)..<end])
    let words = rest.map(\.text).joined(separator: " ")
    switch tokens[index].text {
    case "erase", "scrub":
      return words.hasPrefix("everything") || words.hasPrefix("all") ? nil : (1, "remove")
    case "clip", "crop", "slice", "cut", "chop", "trim", "divide", "break", "part", "halve", "reduce",
      "shorten":
      break
    default: return nil
    }
    // "cut the length in half"
    if words.contains(Self.halfOfLength)
      || tokens[index].text == "halve" && words.contains(/^(?:the |its )?(?:length|duration|runtime)$/)
    {
      return (end - index, "make it half as long")
    }
    // "cut the clip in half"
    let isKnown =
      tokens[index].text == "cut" && ["it in half", "in half", "it in two", "in two"].contains(words)
    if !isKnown, words.contains(Self.inHalf) { return (1, "split") }
    let times = ClauseCues.times(in: rest)
    switch tokens[index].text {
    case "divide", "break", "part":
      let isParted = words.contains(
        /\b(?:into|in) (?:(?:\w+ )?(?:equal )?(?:parts|pieces|clips|segments|chunks)|two|three|four|five|six|[2-9])\b/
      )
      return isParted || words.contains(/\bat\b/) && !times.isEmpty ? (1, "split") : nil
    case "clip":
      // "clip 2 is too loud" is no verb.
      guard !times.isEmpty, !words.hasPrefix("off "),
        times[0].tokens.lowerBound > 0 || words.contains(/\b(?:off|from)\b/)
      else { return words.hasPrefix("off ") && !times.isEmpty ? (2, "cut") : nil }
      return (1, "cut")
    case "crop":
      // "crop to 9:16" is a shape, "crop the first 2 s" a length.
      let isOfTime =
        times.contains { !$0.isTimecode } || times.count == 2
        || !times.isEmpty && words.contains(/\b(?:first|last)\b/)
      guard isOfTime, !rest.contains(where: { ["%", "percent"].contains($0.text) }) else { return nil }
      return (1, times.count == 2 ? "trim" : "cut")
    case "shorten":
      return !times.isEmpty && words.contains(Self.anEnd) ? (1, "trim") : nil
    default: return nil
    }
  }

  private static var halfOfLength: Regex<Substring> {
    /^(?:the |its |your )?(?:length|duration|running time|runtime)(?: of (?:it|the (?:video|film|clip)))? (?:in|by) half$/
  }

  private static var inHalf: Regex<Substring> {
    /^(?:it |this |that |(?:the |my )?(?:(?:first|second|third|last) )?(?:clip|video|film|footage|movie|recording|scene|shot) (?:(?:\d+|one|two|three) )?)?(?:right |exactly )?(?:in half|in two|into two|into halves|in the middle|down the middle|through the middle|at the middle)(?: equal)?(?: parts| pieces| halves| clips)?(?: please)?$/
  }

  private static var anEnd: Regex<Substring> {
    /^(?:the |its )?(?:end|start|beginning|ending|front|opening|intro|outro)\b/
  }

  /// "cut the first 2 and the last 3 seconds": the unit of the second number is that of the first.
  private func bareEnd(at index: Int) -> (length: Int, words: String)? {
    guard tokens[index].isNumber, index > 0,
      ["first", "last", "opening", "final"].contains(tokens[index - 1].text),
      index + 1 < tokens.count, tokens[index + 1].text == "and"
    else { return nil }
    var next = index + 2
    while next < tokens.count, ["the", "also"].contains(tokens[next].text) { next += 1 }
    guard next + 1 < tokens.count, ["first", "last", "opening", "final"].contains(tokens[next].text),
      ClauseCues.times(in: Array(tokens[(next + 1)...].prefix(3))).first?.tokens.lowerBound == 0
    else { return nil }
    return (1, tokens[index].text + " seconds")
  }

  /// Whether only polite and small words stand before a token in its clause.
  private func beginsClause(_ index: Int) -> Bool {
    let small: Set<String> = [
      "please", "can", "could", "you", "would", "will", "now", "just", "also", "i", "want", "to", "need",
      "let's",
      "like", "i'd", "me", "help", "kindly", "ok", "okay", "so", "first", "next", "for",
    ]
    for token in tokens[..<index].reversed() {
      if token.kind == .mark || token.kind == .newline || ["and", "then"].contains(token.text) {
        return true
      }
      guard small.contains(token.text) else { return false }
    }
    return true
  }

  /// Where the clause of a token ends: at a mark, or where another request begins.
  private func clauseEnd(from start: Int) -> Int {
    var index = start + 1
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .newline || token.kind == .mark && [",", ";", ".", "!", "?"].contains(token.text) {
        return index
      }
      if token.text == "then" { return index }
      if token.text == "and", index + 1 < tokens.count,
        EditMessage.verbs.contains(tokens[index + 1].text)
          || tokens[index + 1].text == "then"
      {
        return index
      }
      index += 1
    }
    return index
  }
}
