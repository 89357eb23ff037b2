/// Spans whose numbers have no unit.
extension ClauseCues {
  /// "take 5 to 7 out", "cut 3-4 out", "take out 5 to 7": two bare numbers are seconds where what lies between them goes.
  static func spanTakenOut(of tokens: [Token]) -> [Time] {
    let words = tokens.map(\.text)
    let verbs: Set<String> = ["take", "cut", "chop", "snip", "slice", "get", "leave", "edit", "trim"]
    guard tokens.count <= 10, let verb = words.firstIndex(where: verbs.contains),
      let out = words.firstIndex(of: "out"), out > verb
    else { return [] }
    for index in tokens.indices where index > verb {
      guard let (first, joint) = number(tokens, at: index), words[index] != "a", joint + 1 < tokens.count,
        ["to", "-", "~", "until", "till", "through"].contains(words[joint]),
        let (second, end) = number(tokens, at: joint + 1), words[joint + 1] != "a", first < second,
        end == tokens.count || ["out", "please", "pls", "of"].contains(words[end])
          || tokens[end].kind == .mark,
        index == 0
          || !["clip", "clips", "scene", "scenes", "shot", "shots", "part", "parts"].contains(
            words[index - 1])
      else { continue }
      return [
        Time(milliseconds: (min(first, 1e5) * 1000).nearestInt, tokens: index..<joint, isTimecode: false),
        Time(milliseconds: (min(second, 1e5) * 1000).nearestInt, tokens: joint + 1..<end, isTimecode: false),
      ]
    }
    return []
  }
}
