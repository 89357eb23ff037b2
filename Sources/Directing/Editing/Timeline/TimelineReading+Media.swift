extension TimelineReading {
  /// The upload that the clause means, of some kinds, and whether it was named rather than guessed.
  func item(of kinds: Set<MediaFacts.Kind>) -> (item: MediaItem, isNamed: Bool)? {
    let fitting = media.filter { kinds.contains($0.facts.kind) }
    // What is quoted is a title or the like, unless it is a file's name as a whole.
    let words = cues.unquoted.lowercased()
    let quoted = isOfTitle ? [] : cues.quotations.map { $0.lowercased() }
    // By its file name, with or without what stands behind the dot; the longest wins.
    let exact = fitting.filter { item in
      let name = item.name.lowercased()
      return !name.isEmpty && EditMessage.range(of: name, in: words) != nil || quoted.contains(name)
    }
    let named = fitting.filter { item in
      let name = item.name.lowercased()
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      // "music" names no file, even where one is called music.mp3.
      return quoted.contains(stem)
        || stem.count >= 4 && !Self.ordinaryNames.contains(stem)
          && EditMessage.range(of: stem, in: words) != nil
    }
    let longest = (exact.isEmpty ? named : exact).max { $0.name.count < $1.name.count }
    if let longest { return (longest, true) }
    // By its place among its kind: "the second photo", "第二张照片".
    let nouns: [(MediaFacts.Kind, Set<String>, Set<String>)] = [
      (
        .image, ["photo", "photos", "image", "images", "picture", "pictures", "logo", "png", "jpg"],
        ["张照片", "张图片", "张图", "张", "个图片", "个图", "幅图"]
      ),
      (.video, ["video", "videos", "upload", "uploads", "footage"], ["个视频", "段视频", "条视频", "个上传"]),
      (.audio, ["song", "songs", "track", "recording", "mp3", "sound"], ["首歌", "首", "个音频", "段音频", "首音乐"]),
    ]
    for (kind, words, marks) in nouns where kinds.contains(kind) {
      guard let number = cues.numbers(of: words, han: marks).first else { continue }
      let list = media.filter { $0.facts.kind == kind }
      let index = number < 0 ? list.count + number : number
      if list.indices.contains(index) { return (list[index], true) }
    }
    return fitting.last.map { ($0, false) }
  }

  private static let ordinaryNames: Set<String> = [
    "music", "song", "video", "clip", "film", "movie", "sound", "audio", "photo", "picture", "image", "track",
    "footage",
    "recording", "voice", "background", "title",
  ]

  // MARK: Above the film

  func overlay() -> [EditRequest]? {
    let isPicture = cues.has(
      "logo", "watermark", "picture in picture", "pip", "overlay", "badge", "sticker", "inset", "标志", "水印",
      "画中画", "贴图", "台标", "贴纸",
      "商标", "叠加", "徽标")
    guard isPicture || standsAbove else { return nil }
    let names = cues.has(
      "green screen", "greenscreen", "blue screen", "bluescreen", "绿幕", "蓝幕", "抠像", "key out", "chroma key")
    if names, cues.removes || cues.has("key", "抠"), film.tracks.contains(where: \.isOverlay) {
      return edit(.keyOverlay(.screen(isBlue: cues.has("blue screen", "bluescreen", "蓝幕"))))
    }
    if cues.removes, cues.quotations.isEmpty {
      // What was filmed with the picture is part of it.
      if film.tracks.contains(where: \.isOverlay) || !hasFootage { return edit(.removeOverlay) }
      return cannot(
        Bilingual("taking a logo or watermark out of footage", "去除素材里原有的标志或水印"),
        Bilingual("crop it away (“crop the bottom 10%”), or blur the clip", "把它裁掉（“裁掉底部10%”），或模糊这一段"))
    }
    let isVideo = cues.has("picture in picture", "pip", "inset", "画中画")
    let fills = cues.has("full screen", "fullscreen", "whole screen", "full size", "全屏", "铺满", "满屏")
    let place = fills ? .centre : cues.screenPlace
    let size: Change? =
      if fills {
        .to(1)
      } else if let percent = sizePercent {
        .to(min(1, max(0.02, percent)))
      } else if cues.has("tiny", "very small", "很小", "极小") {
        .to(0.08)
      } else if cues.has("small", "little", "小", "小一点") && !cues.has("smaller", "小一点", "缩小", "变小") {
        .to(0.12)
      } else if cues.has("big", "large", "大") && !cues.has("bigger", "larger", "大一点", "放大", "变大") {
        .to(0.35)
      } else if cues.has("bigger", "larger", "大一点", "放大", "变大") {
        .times(1.4)
      } else if cues.has("smaller", "小一点", "缩小", "变小") {
        .times(0.7)
      } else {
        nil
      }
    var opacity: Double?
    if cues.has("half opacity", "half transparent", "half see through", "半透明") {
      opacity = 0.5
    } else if let percent = cues.percent(of: ["opacity", "opaque", "不"]),
      cues.has("opacity", "opaque", "不透明度")
    {
      opacity = min(1, percent)
    } else if cues.has("transparent", "translucent", "transparency", "半透明", "透明") {
      let said = cues.percent(of: ["transparent", "translucent", "transparency", "透"])
      // "at 15% width, half transparent": the percentage is the width's.
      let isSize = cues.percent != nil && cues.has("size", "wide", "width", "大小", "宽度", "宽")
      opacity = said.map { isSize && $0 == sizePercent ? 0.5 : 1 - min(1, $0) } ?? 0.5
    }
    let adds = cues.has(
      "add", "put", "use", "insert", "show", "place", "overlay", "apply", "with", "加", "放", "用", "插入", "显示",
      "贴", "叠加")
    let exists = film.tracks.contains(where: \.isOverlay)
    let refers = item(of: [.image, .video])
    let changes = cues.has(
      "move", "make", "bigger", "smaller", "larger", "transparent", "opacity", "移到", "移动", "变", "大一点", "小一点",
      "放大", "缩小", "透明")
    if exists, changes || !adds, refers?.isNamed != true || !adds {
      return place == nil && size == nil && opacity == nil
        ? nil : edit(.styleOverlay(place: place, size: size, opacity: opacity))
    }
    // "my logo": an image that is called so, else the last image that came.
    let images = media.filter { $0.facts.kind == .image }
    let screens = media.filter {
      $0.facts.kind != .audio && ["green", "blue", "绿", "蓝"].contains(where: $0.name.lowercased().contains)
    }
    let wanted =
      clipAbove
      ?? (refers?.isNamed == true
        ? refers?.item
        : cues.has("green screen", "greenscreen", "blue screen", "bluescreen", "绿幕", "蓝幕")
          ? screens.last ?? item(of: [.video])?.item
          : images.last { $0.name.lowercased().contains("logo") || $0.name.contains("标志") }
            ?? (isVideo ? item(of: [.image, .video])?.item : images.last))
    guard let wanted else {
      return cannot(
        Bilingual("putting a picture above the film: no image has been uploaded here", "叠加图片：还没有上传图片"),
        Bilingual("upload a PNG or JPG first, or set words as a title", "先上传 PNG 或 JPG，或用文字标题代替"))
    }
    // What a green screen lets through is as large as the film.
    let isKeyed =
      standsAbove && cues.has("green screen", "greenscreen", "blue screen", "bluescreen", "绿幕", "蓝幕")
    let isLogo = cues.has("logo", "badge", "sticker", "标志", "徽标", "台标", "商标", "贴纸")
    let usual =
      isKeyed
      ? 1 : cues.has("watermark", "水印") ? 0.15 : isLogo ? 0.18 : isVideo || standsAbove ? 0.33 : 0.18
    var plan = OverlayPlan(
      place: place ?? (isKeyed ? .centre : cues.has("watermark", "水印") ? .bottomRight : .topRight),
      size: size?.applied(to: usual) ?? usual,
      opacity: opacity ?? (cues.has("watermark", "水印") ? 0.6 : nil))
    var span: TimeSpan?
    if cues.times.isEmpty, standsAbove, clipAbove == nil, let number = cues.clipNumbers.first {
      let clips = film.placedClips
      let index = number < 0 ? clips.count + number : number
      if clips.indices.contains(index) {
        span = .between(clips[index].startMS, clips[index].startMS + clips[index].segment.durationMS)
      }
    } else {
      span = seenSpan
      // "put the logo in the middle at the end"
      if span == nil, cues.times.isEmpty {
        if cues.has("at the end", "at the very end", "片尾", "结尾") { span = .last(3000) }
        if cues.has("at the start", "at the beginning", "片头", "开头") { span = .first(3000) }
      }
    }
    plan.ending = overlayEnding
    let added = edit(.addOverlay(wanted, plan, span))
    guard isKeyed else { return added }
    return added + edit(.keyOverlay(.screen(isBlue: cues.has("blue screen", "bluescreen", "蓝幕"))))
  }

  /// "put beach.mp4 over the film", "show my photo on top of city.mp4", "把绿幕视频叠在上面".
  private var standsAbove: Bool {
    cues.has(
      "over the film", "over the video", "over the clip", "over the first", "over the second",
      "over the third",
      "over the last", "over the picture", "over it", "over clip", "on top of the", "on top of it",
      "on top of clip",
      "on top of my", "in the corner", "in a corner", "corner", "top left", "top right", "bottom left",
      "bottom right",
      "upper left", "upper right", "lower left", "lower right", "叠在", "盖在", "放在上面", "覆盖在", "角")
      && cues.has("put", "show", "place", "add", "lay", "use", "play", "把", "放", "叠") && !isOfTitle
      && !isOfMusic
      && cues.quotations.isEmpty && !media.filter { $0.facts.kind != .audio }.isEmpty
      && (item(of: [.image, .video])?.isNamed == true || clipAbove != nil
        || cues.has(
          "green screen", "greenscreen", "blue screen", "bluescreen", "绿幕", "蓝幕", "photo", "image", "照片", "图片"
        ))
  }

  /// What a clip above the film does when it has come to its end, if it is said.
  private var overlayEnding: OverlayPlan.Ending? {
    if cues.has("loop", "looped", "looping", "on repeat", "循环", "重复") { return .loop }
    if cues.has("hold the last", "holding", "freeze at the end", "freeze the last", "定格", "停在最后") {
      return .hold
    }
    return cues.has("once", "one time", "only once", "一次", "一遍") ? .leave : nil
  }

  /// How wide it is to be; a percentage of the opacity is none.
  private var sizePercent: Double? {
    if let fraction = cues.fraction, cues.percent == nil,
      cues.has(
        "the width", "wide", "the size", "the screen", "the frame", "of width", "宽", "大小", "画面的", "屏幕的")
    {
      return fraction
    }
    if let size = cues.percent(of: ["size", "wide", "width", "large", "大", "宽"]),
      cues.has("size", "wide", "width", "large", "大小", "宽度", "宽")
    {
      return size
    }
    let isOfOpacity = cues.has("opacity", "opaque", "transparent", "transparency", "透明")
    return isOfOpacity ? nil : cues.percent
  }

  // MARK: Uploads in the sequence

  func insertion() -> [EditRequest]? {
    guard let (item, isNamed) = waiting ?? item(of: [.image, .video, .audio]), isNamed else {
      return unknownFile()
    }
    let numbers = cues.clipNumbers
    if cues.has("replace", "swap", "替换", "换成", "换掉"), numbers.first != nil || film.videoSegments.count == 1 {
      return edit(.replaceClip(item, numbers.first.map(ClipChoice.clip) ?? .all))
    }
    guard
      cues.has(
        "use", "add", "insert", "append", "put", "show", "include", "place", "用", "加", "插入", "放", "添加", "使用",
        "加入")
        || waiting != nil && cues.has("move", "bring", "have", "want", "移", "挪", "接")
    else { return nil }
    if item.facts.kind == .audio { return edit(.useMusic(item)) + bedVolume }
    // "show the photo for 7 seconds": it is on the timeline already.
    if let time = cues.times.first?.milliseconds, cues.has("show", "hold", "keep", "显示", "停留", "展示"),
      !cues.has("add", "insert", "append", "again", "加", "插入", "再"),
      let index = film.videoSegments.firstIndex(where: { $0.media == item.hash })
    {
      return [.inShot(index, .setLength(ms: time))]
    }
    if numbers.count >= 2, cues.has("between", "之间", "中间") {
      let place = max(0, numbers.max() ?? 0)
      return edit(.insert(item, at: place)) + lasting(item, at: place)
    }
    if numbers.isEmpty,
      cues.has(
        "at the start", "at the beginning", "to the start", "to the beginning", "to the front",
        "at the front", "go first", "开头", "最前", "最前面", "前面")
    {
      return edit(.insert(item, at: 0)) + lasting(item, at: 0)
    }
    if let number = numbers.first {
      if cues.has("after", "behind", "后面", "之后", "后") {
        let place = number < 0 ? -1 : number + 1
        return edit(.insert(item, at: place)) + lasting(item, at: place)
      }
      if cues.has("before", "in front of", "前面", "之前", "前") {
        return edit(.insert(item, at: max(0, number))) + lasting(item, at: max(0, number))
      }
    }
    return edit(.insert(item, at: nil)) + lasting(item, at: -1)
  }

  /// The one photo that has been uploaded and is not on the timeline, where "the photo" is to go somewhere in the film.
  private var waiting: (item: MediaItem, isNamed: Bool)? {
    let onTimeline = film.tracks.flatMap(\.segments)
    guard hasFootage, cues.has("the photo", "my photo", "photo", "the picture", "the image", "照片", "图片"),
      !cues.isOfPicture,
      !onTimeline.contains(where: { $0.source?.kind == .image }),
      cues.clipNumbers.isEmpty || cues.has("after", "before", "后", "前"),
      cues.has(
        "front", "start", "beginning", "end", "after", "before", "first", "last", "for", "behind", "开头", "最前",
        "前面", "最后",
        "结尾", "后面", "末尾")
    else { return nil }
    let photos = media.filter {
      $0.facts.kind == .image && !$0.name.lowercased().contains("logo") && !$0.name.contains("标志")
    }
    return photos.count == 1 ? (photos[0], true) : nil
  }

  /// How long a picture that comes in is to be seen: "for 3 seconds".
  private func lasting(_ item: MediaItem, at place: Int) -> [EditRequest] {
    guard item.facts.kind == .image, cues.times.count == 1, let time = cues.times.first?.milliseconds else {
      return []
    }
    return [.inShot(place, .setLength(ms: time))]
  }

  /// "use the third photo" where there are two.
  private func unknownFile() -> [EditRequest]? {
    let asked =
      !cues.numbers(
        of: ["photo", "photos", "picture", "pictures", "image", "images", "upload", "uploads"],
        han: ["张照片", "张图片", "张图"]
      ).isEmpty
      || cues.has(
        "my photo", "my picture", "my image", "uploaded photo", "uploaded video", "我的照片", "我的图片", "上传的照片",
        "上传的视频")
    guard asked, cues.has("use", "add", "insert", "append", "put", "show", "用", "加", "插入", "放", "添加", "使用")
    else { return nil }
    let names = media.map(\.name)
    let list =
      names.isEmpty
      ? Bilingual("upload the file first", "请先上传文件")
      : Bilingual("use \(names.joined(separator: ", "))", "使用 \(names.joined(separator: "、"))")
    return cannot(Bilingual("using that file: it has not been uploaded here", "使用该文件：这里没有上传过"), list)
  }
}
