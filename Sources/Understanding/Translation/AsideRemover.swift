/// Removes parentheses that hold nothing but instructions: "(click the gear icon to change it)".
enum AsideRemover {
  private static let pairs: [Character: Character] = ["(": ")", "（": "）"]

  /// Longer ones are no asides.
  private static let longestAside = 400

  static func remove(from sentence: String, readsAll: Bool) -> (text: String, actions: [GUIAction]) {
    guard sentence.utf8.contains(UInt8(ascii: "(")) || sentence.utf8.contains(0xEF) else {
      return (sentence, [])
    }
    let characters = Array(sentence)
    let ends = innermostEnds(characters)
    var kept: [Character] = []
    var actions: [GUIAction] = []
    var index = 0
    while index < characters.count {
      guard let end = ends[index] else {
        kept.append(characters[index])
        index += 1
        continue
      }
      let inner = String(characters[(index + 1)..<end])
      let translated = SentenceTranslator.translate(inner, context: SentenceContext(readsAll: readsAll))
      if translated.text == nil {
        actions += translated.actions
        while kept.last?.isWhitespace == true { kept.removeLast() }
      } else {
        kept += characters[index...end]
      }
      index = end + 1
    }
    return (String(kept), actions)
  }

  /// Where each parenthesis that holds no other ends, by where it begins: one pass, each read once.
  private static func innermostEnds(_ characters: [Character]) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    var open: Int?
    for (index, character) in characters.enumerated() {
      if pairs[character] != nil {
        // The target of a link is no aside.
        open = index > 0 && characters[index - 1] == "]" ? nil : index
      } else if let start = open, character == ")" || character == "）" {
        if character == pairs[characters[start]], index > start + 1, index < start + longestAside {
          ends[start] = index
        }
        open = nil
      }
    }
    return ends
  }
}
