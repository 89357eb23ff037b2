/// Reads one clause as a change of the timeline: the cut, the framing, the look, the sound.
///
/// A film of drawn scenes keeps the scene's own edits where both could be meant: "brighter" is another light there,
/// "zoom in" a move of its camera.
struct TimelineReading {
  let cues: ClauseCues
  let film: Film
  let media: [MediaItem]
  let language: Language

  /// Whether uploads are part of the film's sequence.
  var hasFootage: Bool { film.videoSegments.contains { $0.media != nil } }
  /// Whether the clause may be about a part of the picture or the sound that only the scene knows.
  var isOfMusic: Bool {
    cues.has("music", "song", "bgm", "soundtrack", "beat", "track", "音乐", "配乐", "歌", "背景乐")
  }
  var isOfTitle: Bool { cues.has("title", "caption", "heading", "text", "标题", "片名", "文字") }

  /// The requests of the clause; nil if it is none of the timeline's.
  func requests() -> [EditRequest]? {
    if let found = style() { return found }
    for reader in [subtitles, overlay, sound, between, cutting, speed, framing, look, insertion, title] {
      if let edits = reader() { return edits }
    }
    return nil
  }

  func edit(_ edit: TimelineEdit) -> [EditRequest] { [.timeline(edit)] }

  func cannot(_ what: Bilingual, _ nearest: Bilingual) -> [EditRequest] {
    [.cannot(what: what.text(in: language), nearest: nearest.text(in: language))]
  }

  // MARK: Style

  /// Ways of drawing that people ask for and there are none of.
  private static let otherStyles = [
    "cartoon", "卡通", "comic", "comic book", "漫画", "impressionist", "印象派", "claymation", "黏土",
    "cyberpunk style",
    "赛博朋克风",
  ]

  private func style() -> [EditRequest]? {
    guard film.firstShot != nil, !isOfTitle || cues.has("prompt", "prompts", "提示词"),
      !isOfMusic || cues.has("style", "look", "风格"),
      cues.has(
        "make", "turn", "change", "render", "style", "look", "redraw", "draw it", "变成", "改成", "换成", "风格",
        "改为", "画成"),
      // "make it watercolour" is a style; "make the pencil bigger" is about a pencil.
      cues.has(
        "it", "style", "this", "everything", "film", "video", "look", "风格", "它", "画面", "变成", "改成", "改为",
        "换成", "画成")
    else { return nil }
    switch Style.wish(in: cues.words) {
    case .style(let style): return [.setStyle(style)]
    case .natural: return [.setStyle(nil)]
    case nil: break
    }
    guard let word = Self.otherStyles.first(where: { cues.has($0) }) else { return nil }
    let names = Style.allCases
    return cannot(
      Bilingual("the style “\(word)”", "“\(word)”风格"),
      Bilingual(
        "draw it in one of these: \(names.map { $0.name(in: .english) }.joined(separator: ", "))",
        "用这些风格之一来画：\(names.map { $0.name(in: .chinese) }.joined(separator: "、"))"))
  }

  // MARK: Titles

  /// When the title is seen, and how it comes.
  private func title() -> [EditRequest]? {
    guard film.titleSegment != nil, isOfTitle, cues.quotations.isEmpty else { return nil }
    if cues.has("serif", "衬线", "宋体") && !cues.has("sans serif", "sans") { return styled { $0.font = .serif } }
    if cues.has("sans serif", "sans", "黑体", "无衬线") { return styled { $0.font = .sans } }
    if cues.has("monospace", "mono", "typewriter", "等宽") { return styled { $0.font = .mono } }
    if cues.has("handwritten", "handwriting", "script font", "手写", "楷体") {
      return styled { $0.font = .handwriting }
    }
    if cues.has("slide in", "slides in", "slide", "滑入") { return styled { $0.animation = .slide } }
    if cues.has("fade in", "fade", "fades in", "淡入") { return styled { $0.animation = .fade } }
    if cues.has("no animation", "without animation", "still", "不要动画", "无动画") {
      return styled { $0.animation = TitlePlan.Animation.none }
    }
    if cues.has("rise", "rises", "升起") { return styled { $0.animation = .rise } }
    let moves = cues.has(
      "move", "show", "put", "at", "from", "start", "appear", "until", "移到", "放到", "显示", "出现", "开始", "从")
    guard moves, !cues.has("change", "改成", "改为") else { return nil }
    if cues.times.count >= 2, cues.has("from", "between", "从") {
      let (start, end) = (cues.times[0].milliseconds, cues.times[1].milliseconds)
      if end > start { return edit(.timeTitle(.at(start), ms: end - start)) }
    }
    let length = cues.time(after: "for")
    if cues.has("at the end", "to the end", "最后", "结尾", "片尾") { return edit(.timeTitle(.end, ms: length)) }
    if cues.has("at the start", "at the beginning", "to the start", "to the beginning", "开头", "片头") {
      return edit(.timeTitle(.start, ms: length))
    }
    if let moment = cues.time(after: "at", "to", "from", "在", "到", "第") {
      return edit(.timeTitle(.at(moment), ms: length))
    }
    return nil
  }

  private func styled(_ change: (inout TitleStyle) -> Void) -> [EditRequest] {
    var style = TitleStyle()
    change(&style)
    return [.styleTitle(style)]
  }
}
