/// Cuts a text into the pieces it is spoken in: words with the white space behind them, and Chinese by twos. Together
/// they are the text.
package enum TextPieces {
  package static func of(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var wide = 0
    for character in text {
      if let last = piece.last, last.isWhitespace, !character.isWhitespace {
        pieces.append(piece)
        piece = ""
        wide = 0
      } else if wide >= 2 {
        pieces.append(piece)
        piece = ""
        wide = 0
      }
      piece.append(character)
      if character.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { wide += 1 }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }
}
