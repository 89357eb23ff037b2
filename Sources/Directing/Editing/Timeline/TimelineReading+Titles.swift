/// When titles are seen, how they look, and how they come.
extension TimelineReading {
  /// When the title is seen, and how it comes.
  func title() -> [EditRequest]? {
    guard film.titleSegment != nil, isOfTitle, cues.quotations.isEmpty else { return nil }
    if cues.has(
      "throughout", "the whole time", "whole video", "whole film", "entire video", "entire film", "全程", "一直")
    {
      return edit(.timeTitle(.start, ms: film.pictureMS))
    }
    if cues.has("hide", "disappear", "disappears", "vanish", "gone", "goes away", "隐藏", "消失"),
      cues.times.count == 1,
      let time = cues.times.first?.milliseconds, cues.has("after", "later", "后")
    {
      return [.styleTitle(TitleStyle(durationMS: time))]
    }
    if let moved = titleShift ?? titleRow { return moved }
    if let lasting = titleLength { return lasting }
    if let styled = titleStyle { return styled }
    let moves = cues.has(
      "move", "shift", "show", "put", "at", "from", "start", "appear", "until", "移到", "放到", "显示", "出现", "开始",
      "从")
    guard moves, !cues.has("change", "改成", "改为") else { return nil }
    let span = cues.time(after: "for")
    if cues.times.count >= 2, cues.has("from", "between", "从", "到", "至"), span == nil {
      let (start, end) = (cues.times[0].milliseconds, cues.times[1].milliseconds)
      if end > start { return edit(.timeTitle(.at(start), ms: end - start)) }
    }
    let isLast = cues.times.count == 1 && cues.has("最后", "last", "final")
    let length = span ?? (isLast ? cues.times.first?.milliseconds : nil)
    if isLast || cues.has("at the end", "to the end", "最后", "结尾", "片尾") {
      return edit(.timeTitle(.end, ms: length))
    }
    if cues.has("at the start", "at the beginning", "to the start", "to the beginning", "开头", "片头") {
      return edit(.timeTitle(.start, ms: length))
    }
    if let moment = cues.time(after: "at", "to", "from", "在", "到", "第") {
      return edit(.timeTitle(.at(moment), ms: length))
    }
    return nil
  }

  /// "the title stays two seconds longer", "标题晚一点出现": a length or a start that is told by how it differs. What is not said
  /// to the second is one.
  private var titleShift: [EditRequest]? {
    guard let title = film.titleSegment, cues.times.count <= 1, !cues.has("font", "size", "字号") else {
      return nil
    }
    let by = cues.times.first?.milliseconds ?? (1000 * cues.emphasis).nearestInt
    if cues.has("longer", "shorter", "久一点", "久点", "更久", "长一点", "短一点", "久"),
      cues.times.isEmpty || !cues.has("to", "到")
    {
      let isLess = cues.has("shorter", "短一点")
      return [.styleTitle(TitleStyle(durationMS: max(500, title.durationMS + (isLess ? -by : by))))]
    }
    let isLater = cues.has("later", "晚一点", "晚点", "晚一些", "晚些", "推迟", "迟一点", "延后", "晚")
    let isEarlier = cues.has("earlier", "sooner", "早一点", "早点", "早一些", "早些", "提前", "早")
    guard isLater || isEarlier else { return nil }
    // "later, from 2 s on" says when.
    if cues.times.count == 1, cues.has("from", "at", "starting", "从", "开始", "在") || cues.times[0].isTimecode {
      return edit(.timeTitle(.at(by), ms: nil))
    }
    let start = film.tracks.lazy.flatMap(\.placedSegments).first { $0.segment == title }?.startMS ?? 0
    return edit(.timeTitle(.at(max(0, start + (isLater ? by : -by))), ms: nil))
  }

  /// "move the title down", "标题往下移"
  private var titleRow: [EditRequest]? {
    guard cues.times.isEmpty, cues.percent == nil else { return nil }
    let moves = cues.has("move", "shift", "put", "bring", "nudge", "push", "移", "往", "向", "靠")
    let isDown =
      cues.has("down", "lower", "往下", "向下", "下移", "靠下", "低一点") && !cues.has("lower left", "lower right")
    let isUp = cues.has("up", "higher", "往上", "向上", "上移", "靠上", "高一点")
    guard isDown != isUp, moves || cues.tokens.count <= 6 || cues.has("lower", "higher", "低一点", "高一点") else {
      return nil
    }
    let old = film.titleSegment?.title?.place ?? .centre
    let rows = ScreenPlace.Row.allCases
    guard let row = rows.firstIndex(of: old.row) else { return nil }
    let next = min(rows.count - 1, max(0, row + (isDown ? 1 : -1)))
    return [.styleTitle(TitleStyle(place: ScreenPlace(rows[next], old.column)))]
  }

  /// "size 80": points, of which the usual title has 72.
  private var titleSize: Double? {
    guard cues.has("size", "pt", "px", "point", "points", "字号"),
      let number = cues.tokens.compactMap({ if case .number(let value) = $0.kind { value } else { nil } })
        .first,
      (8...400).contains(number), cues.percent == nil
    else { return nil }
    return min(3, max(0.3, number / 72))
  }

  /// "标题显示3秒"
  private var titleLength: [EditRequest]? {
    guard cues.times.count == 1, let time = cues.times.first?.milliseconds, cues.has("显示", "停留"),
      !cues.has("在", "第", "从", "到", "最后", "结尾", "片尾")
    else { return nil }
    return [.styleTitle(TitleStyle(durationMS: time))]
  }

  /// All that a clause says of the look of the title: "smaller and white, in a serif font, and have it slide in".
  private var titleStyle: [EditRequest]? {
    var style = TitleStyle()
    if let size = titleSize { style.size = .to(size) }
    style.font = titleFont
    style.animation = titleAnimation
    if let times = timesAsBig { style.size = .times(times) }
    guard !style.isEmpty else { return nil }
    // What else is said of it is as the scene's own reader has it: its size, its colour, its place.
    let other = EditClause(cues.words, language: language).settings.title.style
    (style.colour, style.size) = (other.colour, style.size ?? comparedSize ?? other.size)
    if style.animation != .slide { style.place = other.place ?? cues.screenPlace }
    return [.styleTitle(style)]
  }

  /// "twice as big", "half the size", "两倍大"
  private var timesAsBig: Double? {
    guard
      cues.has("as big", "as large", "the size", "size", "bigger", "larger", "倍大", "大一倍", "小一半", "大小")
        || cues.starts("shrink", "enlarge", "grow")
    else {
      return nil
    }
    if cues.has("大一倍") { return 2 }
    if cues.starts("shrink", "reduce") { return 0.7 }
    if cues.starts("enlarge", "grow", "increase") { return 1.4 }
    if cues.has("小一半") { return 0.5 }
    guard cues.percent == nil, let factor = cues.factor, (0.2...4).contains(factor) else { return nil }
    return factor
  }

  private var comparedSize: Change? {
    if cues.has("bigger", "larger", "大一点", "大一些", "大点", "变大") { return .times(1.4) }
    return cues.has("smaller", "小一点", "小一些", "小点", "变小") ? .times(0.7) : nil
  }

  private var titleFont: TitlePlan.Font? {
    if cues.has("sans serif", "sans", "黑体", "无衬线") { return .sans }
    if cues.has("serif", "衬线", "宋体") { return .serif }
    if cues.has("monospace", "mono", "typewriter", "等宽") { return .mono }
    if cues.has("handwritten", "handwriting", "script font", "手写", "楷体") { return .handwriting }
    if cues.has("georgia", "times", "garamond", "playfair", "baskerville") { return .serif }
    if cues.has("arial", "helvetica", "inter", "roboto", "verdana") { return .sans }
    return cues.has("courier", "consolas", "menlo") ? .mono : nil
  }

  private var titleAnimation: TitlePlan.Animation? {
    if cues.has("no animation", "without animation", "still", "不要动画", "无动画") {
      return TitlePlan.Animation.none
    }
    if cues.has("slide in", "slides in", "sliding in", "slide", "滑入") { return .slide }
    if cues.has("fade in", "fade", "fades in", "fading in", "fading", "淡入") { return .fade }
    return cues.has("rise", "rises", "升起") ? .rise : nil
  }
}
