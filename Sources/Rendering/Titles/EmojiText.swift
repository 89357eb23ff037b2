/// Which characters of a title are pictures in colour.
enum EmojiText {
  /// Whether a character is an emoji, with its skin tone, its joined parts, its flag; a sign that is text by itself
  /// (“©”, “↔”) is one only where the variation selector asks for it.
  static func isEmoji(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return false }
    if scalars.contains(where: { $0.value == 0xFE0E }) { return false }
    if scalars.contains(where: { $0.value == 0xFE0F || $0.value == 0x20E3 }) {
      return first.properties.isEmoji
    }
    // Fonts for text seldom have what stands from 2600 on.
    return first.properties.isEmojiPresentation || first.properties.isEmoji && first.value >= 0x2600
  }

  /// A line in pieces: text and single emoji.
  static func pieces(of line: String) -> [(text: String, isEmoji: Bool)] {
    var pieces: [(text: String, isEmoji: Bool)] = []
    for character in line {
      if isEmoji(character) {
        pieces.append((String(character), true))
      } else if let last = pieces.indices.last, !pieces[last].isEmoji {
        pieces[last].text.append(character)
      } else {
        pieces.append((String(character), false))
      }
    }
    return pieces
  }
}
