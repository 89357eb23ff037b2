extension TimelineReading {
  // MARK: Between clips

  /// Transitions, and how the film comes and goes.
  func between() -> [EditRequest]? {
    let hasBetween =
      cues.has(
        "between", "between clips", "transition", "transitions", "转场", "之间", "过渡")
      || cues.clipNumbers.count > 1
    let ms = cues.times.first?.milliseconds ?? 1000
    if let kind = transitionKind(hasBetween: hasBetween) {
      if cues.removes || kind == .cut {
        return edit(.transition(TransitionPlan(kind: .cut, durationMS: 0), into: target))
      }
      return edit(.transition(TransitionPlan(kind: kind, durationMS: ms), into: target))
    }
    guard !isOfTitle else { return nil }
    let fades = cues.has("fade", "fades", "fading", "fade in", "fade out", "淡入", "淡出", "渐隐", "渐显", "渐入", "渐出")
    guard fades else { return nil }
    let length = cues.removes ? 0 : ms
    let comes = cues.has(
      "fade in", "fades in", "in", "from black", "from white", "start", "beginning", "淡入", "渐显", "渐入", "开头")
    let goes = cues.has(
      "fade out", "fades out", "out", "to black", "to white", "end", "ending", "at the end", "淡出", "渐隐", "渐出",
      "结尾")
    let isBoth = comes == goes
    let (coming, going) = (isBoth || comes ? length : nil, isBoth || goes ? length : nil)
    if isOfMusic || cues.has("sound", "audio", "volume", "声音") {
      return edit(.fadeSound(inMS: coming, outMS: going))
    }
    return edit(
      .fadePicture(inMS: coming, outMS: going, isWhite: cues.has("white", "to white", "from white", "白")))
  }

  /// The clip that a transition leads into; nil: all.
  private var target: Int? {
    let count = film.videoSegments.count
    let numbers = cues.clipNumbers.map { $0 < 0 ? count + $0 : $0 }
    if numbers.count >= 2 { return numbers.max() }
    guard let number = numbers.first else { return nil }
    return cues.has("after", "之后", "后面", "后") ? number + 1 : max(1, number)
  }

  private func transitionKind(hasBetween: Bool) -> TransitionPlan.Kind? {
    if cues.has("dip to white", "flash", "白场", "闪白") || hasBetween && cues.has("to white", "through white") {
      return .dipToWhite
    }
    if cues.has("dip to black", "dip", "黑场") || hasBetween && cues.has("to black", "through black") {
      return .dipToBlack
    }
    if cues.has(
      "hard cut", "hard cuts", "straight cut", "straight cuts", "硬切", "直接切换", "no transitions",
      "no transition")
    {
      return .cut
    }
    if cues.has("wipe", "wipes", "擦除", "划像") {
      if cues.has("right", "向右", "右") { return .wipeRight }
      if cues.has("up", "向上", "上") { return .wipeUp }
      if cues.has("down", "向下", "下") { return .wipeDown }
      return .wipeLeft
    }
    if hasBetween, cues.has("slide", "slides", "push", "推移", "滑动") {
      return cues.has("right", "右") ? .slideRight : .slideLeft
    }
    if hasBetween, cues.has("circle", "iris", "圆形") { return .circle }
    if cues.has(
      "crossfade", "crossfades", "cross fade", "cross fades", "cross dissolve", "dissolve", "dissolves", "叠化",
      "交叉淡化", "溶解")
    {
      return .crossfade
    }
    if hasBetween, cues.has("fade", "fades", "smooth", "淡入淡出", "淡化", "淡", "柔和") { return .crossfade }
    if cues.has("transition", "transitions", "转场") {
      return cues.removes || cues.has("cut", "切") ? .cut : .crossfade
    }
    return nil
  }

  // MARK: Framing

  func framing() -> [EditRequest]? {
    if let degrees = turn() { return edit(.rotate(degrees, cues.choice)) }
    if cues.has("flip", "flipped", "mirror", "mirror it", "mirrored", "翻转", "镜像", "反转画面") {
      guard cues.choice != .all || cues.latin.split(separator: " ").count <= 9 else { return nil }
      let isVertical = cues.has("vertically", "upside", "upside down", "top", "垂直", "上下", "vertical")
      return edit(.flip(isVertical: isVertical, cues.choice))
    }
    if let found = fitting() { return found }
    if cues.has("crop", "cropped", "裁切", "裁剪", "裁成", "裁掉", "裁") { return cropping() }
    if let move = moving() { return edit(.moveOver(move.plan, cues.choice)) }
    if let side = resolution() { return edit(.resolution(side)) }
    return nil
  }

  private func turn() -> Int? {
    if cues.has("upside down", "倒过来", "上下颠倒"), !cues.has("flip", "mirror") { return 180 }
    guard cues.has("rotate", "rotated", "rotation", "turn it", "turn the video", "turn", "旋转", "转动", "转")
    else { return nil }
    guard let degrees = cues.degrees ?? (cues.has("rotate", "旋转") ? 90 : nil), degrees % 90 == 0 else {
      return nil
    }
    let isLeft = cues.has(
      "left", "counterclockwise", "counter clockwise", "anticlockwise", "anti clockwise", "ccw", "逆时针", "向左",
      "左")
    return isLeft ? -degrees : degrees
  }

  private func fitting() -> [EditRequest]? {
    let isBlur = cues.has(
      "blurred sides", "blurry sides", "blurred background", "blur the background", "blurred bars",
      "blur the sides",
      "blurred edges", "blur background", "blurry background", "模糊背景", "背景模糊", "两侧模糊", "两边模糊", "虚化背景", "背景虚化",
      "模糊填充", "模糊两侧")
    let isPad = cues.has(
      "black bars", "letterbox", "letterboxed", "pillarbox", "with bars", "pad", "padding", "padded", "黑边",
      "加黑边")
    let isFill = cues.has(
      "fill the frame", "fill the screen", "fill the canvas", "filled", "fill", "crop to fill", "full frame",
      "铺满", "填满", "填充画面")
    guard isBlur || isPad || isFill else { return nil }
    guard hasFootage || cues.ratio != nil else {
      return cues.has("background", "背景") && isBlur
        ? cannot(
          Bilingual("blurring the background of a drawn scene", "虚化绘制场景的背景"),
          Bilingual("blur all of it (“blur the picture”), or add fog", "整体模糊（“画面模糊”），或加雾")) : nil
    }
    let fit: FramingPlan.Fit =
      if isBlur { .blur } else if isPad, !cues.removes { .pad } else { .fill }
    if let ratio = cues.ratio { return edit(.reshape(ratio, fit)) }
    return edit(.fit(fit, cues.choice))
  }

  private func cropping() -> [EditRequest]? {
    if let ratio = cues.ratio { return edit(.reshape(ratio, .fill)) }
    let half = cues.has("half", "一半")
    let share = min(0.9, max(0.01, cues.percent ?? (half ? 0.5 : 0.1)))
    var crop = FramingPlan.Crop(x: 0, y: 0, width: 1, height: 1)
    let isAway = !cues.has("to the", "keep", "保留")
    // "crop the left half" takes it away, "crop to the left half" leaves it.
    let part = isAway ? 1 - share : share
    let start = isAway ? share : 0
    let end = isAway ? 0 : 1 - share
    if cues.has("left", "左") { (crop.x, crop.width) = (start, part) }
    if cues.has("right", "右") { (crop.x, crop.width) = (end, part) }
    if cues.has("top", "上", "顶部") { (crop.y, crop.height) = (start, part) }
    if cues.has("bottom", "下", "底部") { (crop.y, crop.height) = (end, part) }
    if cues.has("sides", "两侧", "两边") { (crop.x, crop.width) = (share, max(0.1, 1 - 2 * share)) }
    if crop.width == 1, crop.height == 1 {
      let rest = max(0.1, 1 - 2 * share)
      crop = FramingPlan.Crop(x: (1 - rest) / 2, y: (1 - rest) / 2, width: rest, height: rest)
    }
    return edit(.crop(crop, cues.choice))
  }

  private func moving() -> (plan: FramingPlan.Move?, Void)? {
    // The camera of a drawn scene is the scene's own.
    guard hasFootage else { return nil }
    let factor = min(
      4,
      max(
        1.02,
        cues.factor.map { $0 < 1 ? 1 + $0 : $0 } ?? cues.percent.map { 1 + $0 } ?? 1 + 0.25 * cues.emphasis))
    if cues.has("no zoom", "stop zooming", "don't zoom", "hold still", "不要缩放", "不要推近", "静止") {
      return (nil, ())
    }
    if cues.has("zoom out", "zooming out", "pull back", "pull out", "拉远", "缩小") {
      return (FramingPlan.Move(from: factor, to: 1), ())
    }
    if cues.has("zoom", "zoom in", "zooming in", "push in", "ken burns", "closer", "推近", "放大", "拉近", "推进") {
      return (FramingPlan.Move(from: 1, to: factor), ())
    }
    guard cues.has("pan", "panning", "平移", "摇", "左移", "右移", "横移") else { return nil }
    let nearness = max(1.2, factor)
    var plan = FramingPlan.Move(from: nearness, to: nearness)
    if cues.has("up", "上") {
      (plan.fromY, plan.toY) = (1, -1)
    } else if cues.has("down", "下") {
      (plan.fromY, plan.toY) = (-1, 1)
    } else if cues.has("left", "左") {
      (plan.fromX, plan.toX) = (1, -1)
    } else {
      (plan.fromX, plan.toX) = (-1, 1)
    }
    return (plan, ())
  }

  private func resolution() -> Int? {
    let names = [
      "4k": 2160, "uhd": 2160, "1440p": 1440, "2k": 1440, "1080p": 1080, "fhd": 1080, "720p": 720,
      "480p": 480, "360p": 360,
    ]
    let wanted = cues.has("resolution", "make", "set", "change", "分辨率", "改成", "设为", "调到", "render")
    guard wanted else { return nil }
    for (index, token) in cues.tokens.enumerated() {
      if let side = names[token.text] { return side }
      if case .number(let value) = token.kind, index + 1 < cues.tokens.count, cues.tokens[index + 1].isJoined
      {
        let next = cues.tokens[index + 1].text
        if next == "p", (144...2160).contains(value) { return Int(value) }
        if next == "k", value == 4 || value == 2 { return value == 4 ? 2160 : 1440 }
      }
    }
    return nil
  }

  // MARK: Look

  func look() -> [EditRequest]? {
    let choice = cues.choice
    func set(_ setting: LookSetting) -> [EditRequest] { edit(.adjust(setting, choice)) }
    if cues.has(
      "green screen", "greenscreen", "blue screen", "bluescreen", "chroma key", "chromakey", "key out", "绿幕",
      "蓝幕", "抠像", "抠图", "去绿")
    {
      let isBlue = cues.has("blue", "blue screen", "bluescreen", "蓝幕", "蓝")
      let isOff = cues.has("no chroma key", "undo the key", "取消抠像", "don't key")
      let key = LookPlan.Key(
        colour: NamedColour(
          name: isBlue ? "blue" : "green", red: 0, green: isBlue ? 0 : 255, blue: isBlue ? 255 : 0))
      return set(.key(isOff ? nil : key))
    }
    if cues.has(
      "stabilise", "stabilize", "stabilised", "stabilized", "stabilisation", "stabilization", "steady",
      "shaky", "shake", "防抖", "稳定", "增稳", "去抖")
    {
      guard hasFootage else { return nil }
      return set(
        .stabilise(
          !cues.has(
            "no", "turn off", "without", "remove the stabilisation", "remove the stabilization", "取消", "关闭")))
    }
    if cues.has("effects", "filters", "effect", "filter", "look", "效果", "滤镜", "特效"),
      cues.removes || cues.has("reset", "重置"),
      film.videoSegments.contains(where: { $0.look != nil })
    {
      return edit(.resetLook(choice))
    }
    if let found = switches(set) { return found }
    if let found = amounts(set) { return found }
    return levels(set)
  }

  private func switches(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest]? {
    if cues.has(
      "black and white", "black & white", "monochrome", "greyscale", "grayscale", "b&w", "bw", "desaturate",
      "黑白", "灰度", "单色")
    {
      return set(.monochrome(!cues.removes))
    }
    if cues.has("in colour again", "back to colour", "back to color", "恢复彩色"),
      film.videoSegments.contains(where: { $0.look?.isMonochrome == true })
    {
      return set(.monochrome(false))
    }
    if cues.has(
      "vintage", "retro look", "retro", "old film", "old movie", "sepia", "nostalgic look", "复古", "怀旧", "老电影",
      "旧胶片")
    {
      return set(.vintage(!cues.removes))
    }
    return nil
  }

  private func amounts(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest]? {
    func amount(_ usual: Double) -> Double {
      if cues.removes { return 0 }
      return min(1, max(0.02, cues.percent ?? usual * cues.emphasis))
    }
    if cues.has("vignette", "vignetting", "dark corners", "darker corners", "暗角", "晕影") {
      return set(.vignette(amount(0.5)))
    }
    if cues.has("grain", "film grain", "grainy", "noise", "颗粒", "噪点", "胶片感") {
      return set(.grain(amount(0.4)))
    }
    if cues.has("sharpen", "sharper", "sharpness", "sharpening", "锐化", "更锐利", "锐利") {
      return set(.sharpen(amount(0.5)))
    }
    if cues.has("blur", "blurry", "blurred", "blurrier", "out of focus", "模糊", "虚化") {
      return set(.blur(amount(0.4)))
    }
    return nil
  }

  private func levels(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest]? {
    let less = cues.has(
      "less", "reduce", "decrease", "lower", "lower the", "turn down", "darken", "darker", "dimmer", "duller",
      "muted colours", "muted colors",
      "降低", "减少", "减小", "调低", "暗", "变暗", "更暗", "调暗", "低一点", "低一些")
    let step = cues.percent ?? 0.2 * cues.emphasis
    func change(_ usual: Double) -> Change {
      let amount = cues.percent ?? usual * cues.emphasis
      let isTo = cues.percent != nil && cues.has("to", "at", "到", "为") && !cues.has("by")
      return isTo ? .to(amount) : .times(less ? max(0, 1 - amount) : 1 + amount)
    }
    if cues.has("contrast", "对比度", "反差", "对比") { return set(.contrast(change(0.2))) }
    if cues.has(
      "saturation", "saturated", "vivid", "vibrant", "more colourful", "more colorful", "饱和度", "饱和", "鲜艳",
      "colours pop", "colors pop")
    {
      return set(.saturation(change(0.25)))
    }
    // What follows a drawn scene knows as light and tint, unless an amount is said.
    let isMine = hasFootage || cues.percent != nil
    if cues.has("brightness", "exposure", "亮度", "曝光") { return set(.brightness(less ? -step : step)) }
    guard isMine, !isOfTitle, !isOfMusic else { return nil }
    if cues.has("darker", "darken", "dimmer", "darken it", "暗一点", "变暗", "更暗", "调暗", "暗一些") {
      return set(.brightness(-step))
    }
    if cues.has("brighter", "brighten", "lighter", "brighten it", "亮一点", "变亮", "更亮", "调亮", "提亮", "亮一些") {
      return set(.brightness(step))
    }
    if cues.has("warmer", "warm", "warm it", "warmth", "更暖", "暖一点", "暖色", "暖", "偏暖") {
      return set(.warmth(less ? -step * 1.5 : step * 1.5))
    }
    if cues.has("cooler", "colder", "cool", "更冷", "冷一点", "冷色", "偏冷") { return set(.warmth(-step * 1.5)) }
    return nil
  }
}
