/// Removes parentheses that hold nothing but instructions: "(click the gear icon to change it)".
enum AsideRemover {
  private static let pairs: [Character: Character] = ["(": ")", "（": "）"]

  static func remove(from sentence: String) -> (text: String, actions: [GUIAction]) {
    guard sentence.contains(where: { pairs[$0] != nil }) else { return (sentence, []) }
    let characters = Array(sentence)
    var kept: [Character] = []
    var actions: [GUIAction] = []
    var index = 0
    while index < characters.count {
      if let closer = pairs[characters[index]], index == 0 || characters[index - 1] != "]",
        let end = characters[index...].firstIndex(of: closer), end > index + 1, end < index + 400
      {
        let inner = String(characters[(index + 1)..<end])
        let translated = SentenceTranslator.translate(inner, context: SentenceContext())
        if translated.text == nil {
          actions += translated.actions
          while kept.last?.isWhitespace == true { kept.removeLast() }
          index = end + 1
          continue
        }
        kept += characters[index...end]
        index = end + 1
        continue
      }
      kept.append(characters[index])
      index += 1
    }
    return (String(kept), actions)
  }
}
