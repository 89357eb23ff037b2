extension FilmEditor {
  /// Draws the scenes of a film in another style. The scenes have one style so far, so this says what is there.
  func setStyle(_ word: String, in film: Film) -> (Film, EditSummary) {
    let nearest = Bilingual(
      "change its colours (“vintage”, “black and white”, “warmer”, “more contrast”) or add film grain",
      "改变色彩（“复古”“黑白”“更暖”“对比度更高”）或加胶片颗粒")
    return (
      film,
      EditSummary(
        refusal: Bilingual(
          "The scenes can't be drawn in the style “\(word)” yet; nothing was changed. What I can do: \(nearest.english).",
          "场景还不能用“\(word)”风格来画，没有改动。可以做的是：\(nearest.chinese)。"))
    )
  }
}
