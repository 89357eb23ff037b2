extension FilmEditor {
  private static let natural = Bilingual("natural", "自然")
  private static let mixed = Bilingual("several", "多种")

  /// Draws the scenes of a film in another style; nil is the natural look.
  func setStyle(_ style: Style?, in film: Film) -> (Film, EditSummary) {
    let styled = film.styled(style)
    guard styled != film else {
      return (film, EditSummary(notes: [Bilingual("The scenes are drawn so already.", "场景已经是这种风格了。")]))
    }
    let before = Self.name(film.style, isShared: Set(film.shots.map(\.style)).count == 1)
    let fact = EditSummary.Fact(
      Bilingual("Style", "风格"), before: before, after: Self.name(style, isShared: true))
    return (styled, EditSummary(facts: [fact]))
  }

  private static func name(_ style: Style?, isShared: Bool) -> Bilingual {
    isShared ? styleName(style) : mixed
  }

  static func styleName(_ style: Style?) -> Bilingual {
    style.map { Bilingual($0.name(in: .english), $0.name(in: .chinese)) } ?? natural
  }
}
