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
  var isOfTitle: Bool {
    cues.has("title", "caption", "heading", "text", "标题", "片名", "文字")
      || film.titleSegment != nil && cues.has("font", "typeface", "lettering", "字体", "字号")
  }

  /// The requests of the clause; nil if it is none of the timeline's.
  func requests() -> [EditRequest]? {
    if let shape = EditMessage.shapeAlone(cues.words) { return [.setAspect(shape)] }
    if let found = unknownName() ?? undone() ?? vague() ?? cutOfUnsized() ?? style() { return found }
    for reader in [subtitles, overlay, sound, between, cutting, speed, framing, look, insertion, title] {
      if let edits = reader() {
        return asksForSize(edits) ?? offTimeline(edits) ?? forEach(within(ofEach(edits)))
      }
    }
    return nil
  }

  /// "chop a second off each", "两段都剪掉一秒": what would be done to the film as a whole is done to each of its clips.
  private func ofEach(_ requests: [EditRequest]) -> [EditRequest] {
    let count = film.videoSegments.count
    guard (2...24).contains(count), cues.choice == .all, namesEachClip else { return requests }
    let edits: [TimelineEdit] = requests.compactMap { if case .timeline(let edit) = $0 { edit } else { nil } }
    guard edits.count == requests.count, let first = edits.first else { return requests }
    switch first {
    case .cut(_, .all), .keep(_, .all), .split(_, .all):
      return (0..<count).reversed().flatMap { index in
        edits.compactMap { edit -> EditRequest? in
          switch edit {
          case .cut(let span, .all): .timeline(.cut(span, .clip(index)))
          case .keep(let span, .all): .timeline(.keep(span, .clip(index)))
          case .split(let point, .all): .timeline(.split(point, .clip(index)))
          default: nil
          }
        }
      }
    default: return requests
    }
  }

  /// Whether every clip by itself is meant.
  var namesEachClip: Bool {
    cues.has(
      "each", "each clip", "every clip", "each one", "each of them", "both", "both clips", "both of them",
      "apiece",
      "每段", "每个片段", "每一段", "各剪", "两段都", "两个都", "都剪")
      && !cues.has(
        "both ends", "both sides", "each end", "each side", "start and end", "beginning and end", "首尾", "头尾",
        "两头", "两端",
        "开头", "结尾")
  }

  /// "mute clips 1 and 2": what is done to one clip is done to all that are named.
  private func forEach(_ requests: [EditRequest]) -> [EditRequest] {
    let numbers = cues.clipNumbers
    guard numbers.count > 1, let first = numbers.first, !spares, cues.quotations.isEmpty,
      requests.allSatisfy({ $0.of(.all) != nil && $0.of(.clip(first)) == $0 })
    else { return requests }
    return numbers.flatMap { number in requests.compactMap { $0.of(.clip(number)) } }
  }

  /// What is said where an upload is named that is not on the timeline, and the edit would be done to all that is.
  private func offTimeline(_ requests: [EditRequest]) -> [EditRequest]? {
    guard requests.allSatisfy({ $0.of(.all) != nil || $0.isOfWholeCut }), !requests.isEmpty,
      cues.choice == .all
    else { return nil }
    let onTimeline = film.tracks.flatMap(\.segments)
    let photo = cues.has("the photo", "my photo", "照片") && !cues.isOfPicture
    guard let (item, isNamed) = item(of: photo ? [.image] : [.image, .video]),
      isNamed || photo && !onTimeline.contains(where: { $0.source?.kind == .image }),
      !onTimeline.contains(where: { $0.media == item.hash || $0.metadata.name == item.name })
    else { return nil }
    return [
      .answer(
        Bilingual(
          "“\(item.name)” is not on the timeline yet: say “add \(item.name) at the end”, then this again.",
          "“\(item.name)”还不在时间线上：请先说“把 \(item.name) 加到最后”，再说一次。"))
    ]
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
    guard film.firstShot != nil else { return styleOfFootage }
    // "watercolour, please"
    let words = cues.tokens.filter { !["please", "pls", "style", "now", "look", "风格"].contains($0.text) }
    let whole = EditClause(cues.words, language: language).sketch
    if words.count <= 2 || words.count <= 4 && words.allSatisfy({ $0.kind == .han }), whole.mentions.isEmpty,
      whole.lights.isEmpty, !cues.removes, case .style(let style)? = Style.wish(in: cues.words)
    {
      return [.setStyle(style)]
    }
    guard !isOfTitle || cues.has("prompt", "prompts", "提示词"),
      !isOfMusic || cues.has("style", "look", "风格"),
      cues.has(
        "make", "turn", "change", "render", "paint", "style", "look", "redraw", "draw it", "变成", "改成", "换成",
        "风格",
        "改为", "画成", "as a", "as an", "instead"),
      // "make it watercolour" is a style; "make the pencil bigger" is about a pencil.
      cues.has(
        "scene", "shot", "clip", "one", "镜头", "场景", "段",
        "it", "as a", "as an", "instead", "style", "this", "everything", "film", "video", "look", "风格", "它",
        "画面", "变成", "改成", "改为",
        "换成", "画成")
    else { return nil }
    // "make the first scene watercolour", but not "make it a watercolour city".
    let number = cues.clipNumbers.count == 1 && !spares ? cues.clipNumbers.first : nil
    let isOfOne = number != nil && whole.mentions.isEmpty && whole.lights.isEmpty
    if number == nil || isOfOne {
      let wish: EditRequest? =
        switch Style.wish(in: cues.words) {
        case .style(let style): .setStyle(style)
        case .natural: .setStyle(nil)
        case nil: nil
        }
      if let wish { return [number.map { .inShot($0, wish) } ?? wish] }
    }
    guard let word = Self.otherStyles.first(where: { cues.has($0) }) else { return nil }
    let names = Style.allCases
    return cannot(
      Bilingual("the style “\(word)”", "“\(word)”风格"),
      Bilingual(
        "draw it in one of these: \(names.map { $0.name(in: .english) }.joined(separator: ", "))",
        "用这些风格之一来画：\(names.map { $0.name(in: .chinese) }.joined(separator: "、"))"))
  }

  /// A way of drawing where there is nothing drawn.
  private var styleOfFootage: [EditRequest]? {
    guard hasFootage, !isOfTitle, !isOfMusic, cues.quotations.isEmpty, cues.tokens.count <= 12,
      cues.has("style", "look like", "turn it into", "make it a", "as a", "风格", "画风", "变成", "改成", "换成"),
      !cues.has(
        "vintage", "film", "home movie", "super 8", "vhs", "old tape", "black and white", "复古", "黑白", "胶片",
        "电影")
    else { return nil }
    let isOther = Self.otherStyles.contains { cues.has($0) }
    guard isOther || Style.wish(in: cues.words) != nil else { return nil }
    return cannot(
      Bilingual("painting footage in another style: only drawn scenes have one", "给素材换画风：只有绘制的场景才有画风"),
      Bilingual(
        "looks for footage: “vintage look”, “black and white”, “more saturation”, “add film grain”",
        "素材可用的效果：“复古风格”“黑白”“更鲜艳”“加胶片颗粒”"))
  }
}
