/// Edits that are asked not to be done: "don't mute it", 不要倒放.
extension EditMessage {
  /// What is said of a message that asks for nothing but to leave something as it is; nil if it asks for more.
  static func answer(toNegation message: String) -> Bilingual? {
    guard message.utf8.count <= 200, isNegated(message) else { return nil }
    return Bilingual("All right, that stays as it is. Nothing was changed.", "好的，保持原样，没有改动。")
  }

  /// A message without the "no" that it opens with, and without what it says is not meant: "no, at the end", "not red, blue".
  static func withoutDissent(_ message: String) -> String {
    guard message.utf8.count <= 200,
      let match = message.prefixMatch(
        of:
          /\s*(?:(?i:(?:hmm+ |uh )?no+|nope|nah|oops|sorry|wait|nvm|never ?mind|actually)(?:\s*[,.;!—]+\s*|\s+-+\s+)|(?i:nah|nope) |(?:不是|不对|不|错了|等等)[，,。！ ]\s*)?(?i:not (?:too )?[a-z]+(?: and [a-z]+)?(?:\s*[,;—]\s*|\s+-+\s+)(?:but |make it )?)?/
      )
    else { return message }
    let rest = message[match.range.upperBound...]
    return rest.contains(where: \.isLetter) ? String(rest) : message
  }

  private static let comparatives: Set<String> = [
    "faster", "slower", "louder", "quieter", "softer", "bigger", "larger", "smaller", "longer", "shorter",
    "brighter",
    "darker", "warmer", "cooler", "higher", "lower",
  ]

  /// Whether a clause asks that an edit be not done. "don't need the first 3 seconds" and 不要音乐 want something gone.
  static func isNegated(_ words: String) -> Bool {
    let tokens = ClauseCues(words).tokens
    guard !tokens.isEmpty, tokens.count <= 14, !tokens.contains(where: { [",", ";", "."].contains($0.text) })
    else {
      return false
    }
    if tokens.contains(where: { $0.kind == .han }) {
      let text = tokens.map(\.text).joined()
      return text.contains(
        /^(?:请|但|但是|先|也|可以|千万)*(?:不要|别|不用|不必)(?:再|把.{1,8}?)?(?:剪|裁|删|去掉|倒放|静音|加|旋转|翻转|镜像|改|换|变|调|模糊|锐化|循环|慢放|快放|放大|缩小|淡)/
      )
        && !text.contains(/(?:不要|别)(?:压低|缩放|加速度)/)
    }
    let small: Set<String> = ["please", "but", "and", "just", "so", "also", "ok", "now", "you"]
    let rest = Array(tokens.map(\.text).drop { small.contains($0) })
    let length: Int
    switch rest.first {
    case "not": return rest.count == 2 && comparatives.contains(rest[1])
    case "don't", "dont", "never": length = 1
    case "do" where rest.count > 1 && rest[1] == "not": length = 2
    default: return false
    }
    guard rest.count > length else { return false }
    let verb = rest[length]
    // These have a sense of their own, or say what else is to happen.
    let others: Set<String> = [
      "use", "show", "have", "duck", "zoom", "pan", "key", "let", "keep", "lower", "get", "stop",
    ]
    return verbs.contains(verb) && !others.contains(verb)
  }
}
