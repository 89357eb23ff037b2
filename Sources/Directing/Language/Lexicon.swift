/// Every phrase that the director knows, as a tree of tokens; the longest phrase at a place wins.
///
/// English is matched on whole words with their plural taken off, Chinese character by character, so one tree
/// serves both, and a phrase may mix them ("lofi音乐").
struct Lexicon: Sendable {
  private var words: [String: Int] = [:]
  private var children: [UInt64: Int] = [:]
  private var meanings: [[Meaning]] = [[]]

  /// Builds the tree; where two entries share a phrase, their meanings add up.
  init(_ entries: [Entry]) {
    for entry in entries {
      for phrase in entry.phrases.split(separator: ",") {
        let tokens = Tokenizer.tokens(of: String(phrase)).filter { $0.kind != .mark || $0.text != "-" }
        var node = 0
        for token in tokens {
          let word = words[token.text] ?? words.count
          words[token.text] = word
          let key = UInt64(node) << 32 | UInt64(word)
          if let child = children[key] {
            node = child
          } else {
            meanings.append([])
            children[key] = meanings.count - 1
            node = meanings.count - 1
          }
        }
        if node != 0 { meanings[node] += entry.meanings }
      }
    }
  }

  /// The word numbers that a token may stand for: itself, then its singular.
  func candidates(for token: Token) -> [Int] {
    var found: [Int] = []
    if let word = words[token.text] { found.append(word) }
    if token.kind == .word {
      for stem in Self.stems(of: token.text) {
        if let word = words[stem] { found.append(word) }
      }
    }
    return found
  }

  /// The longest phrase from `start`; `candidates` holds those of every token.
  func longestMatch(
    from start: Int, tokens: [Token], candidates: [[Int]]
  ) -> (end: Int, meanings: [Meaning])? {
    var best: (end: Int, meanings: [Meaning])?
    var frontier = [0]
    var index = start
    while index < tokens.count, !frontier.isEmpty {
      // A hyphen inside a phrase is the same as a space: "snow-capped", "lo-fi".
      if index > start, tokens[index].text == "-", tokens[index].isJoined {
        index += 1
        continue
      }
      var next: [Int] = []
      for node in frontier {
        for word in candidates[index] {
          if let child = children[UInt64(node) << 32 | UInt64(word)], !next.contains(child) {
            next.append(child)
          }
        }
      }
      index += 1
      if let node = next.first(where: { !meanings[$0].isEmpty }) { best = (index, meanings[node]) }
      frontier = next
    }
    return best
  }

  /// The singular forms that a plural may have.
  static func stems(of word: String) -> [String] {
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return [] }
    var stems = [String(word.dropLast())]
    if word.hasSuffix("es") { stems.append(String(word.dropLast(2))) }
    if word.hasSuffix("ies") { stems.append(String(word.dropLast(3)) + "y") }
    if word.hasSuffix("ves") { stems.append(String(word.dropLast(3)) + "f") }
    return stems
  }
}
