/// Finds the style that a stretch of text asks for.
enum StyleReader {
  /// The last style that the pieces name; nil if they name none.
  static func wish(in text: ParsedText, range: Range<Int>) -> Style.Wish? {
    var wish: Style.Wish?
    for index in range where !text.pieces[index].isUsed {
      for meaning in text.pieces[index].meanings {
        switch meaning {
        case .style(let style): if !isRefused(index, in: text) { wish = .style(style) }
        case .naturalStyle: wish = .natural
        default: break
        }
      }
    }
    return wish
  }

  /// "not in anime style", "不要水彩": a negation a few small words before.
  private static func isRefused(_ index: Int, in text: ParsedText) -> Bool {
    var cursor = index - 1
    while cursor >= 0, index - cursor <= 3 {
      let piece = text.pieces[cursor]
      if piece.has(.negation) { return true }
      guard piece.isSmall || piece.has(.linker) || piece.has(.boundary) else { return false }
      cursor -= 1
    }
    return false
  }
}
