/// What is asked of letters elsewhere and cannot be done here, with the nearest thing that can.
enum MissingLettering: Equatable {
  /// Bold or italic letters.
  case weight
  /// Letters that appear one after another.
  case typing
  /// Another side to slide in from.
  case direction

  /// What is told of it.
  func request(in language: Language) -> EditRequest {
    let (what, nearest) =
      switch self {
      case .weight:
        (
          Bilingual("italic letters or another weight (titles are bold)", "斜体和别的字重（标题本来就是粗体）"),
          Bilingual("another font (“serif”, “handwritten”), size, colour or place", "换字体（衬线、手写）、大小、颜色或位置")
        )
      case .typing:
        (
          Bilingual("letters that appear one after another", "逐字出现的动画"),
          Bilingual("a typewriter's letters, or a title that fades or slides in", "打字机字体，或让标题淡入、滑入")
        )
      case .direction:
        (
          Bilingual("sliding in from the right or from above", "从右侧或上方滑入"),
          Bilingual("a title slides in from the left, or rises from below", "标题可以从左侧滑入，或从下方升起")
        )
      }
    return .cannot(what: what.text(in: language), nearest: nearest.text(in: language))
  }
}
