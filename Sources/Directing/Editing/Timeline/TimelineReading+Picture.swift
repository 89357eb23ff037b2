extension TimelineReading {
  // MARK: Between clips

  /// Transitions, and how the film comes and goes.
  func between() -> [EditRequest]? {
    let hasBetween =
      cues.has(
        "between", "between clips", "transition", "transitions", "转场", "之间", "过渡")
      || cues.clipNumbers.count > 1
    let ms = cues.times.first?.milliseconds ?? cues.bareLength ?? 1000
    if let found = otherTransition(hasBetween: hasBetween) { return found }
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
      // "in over 2 seconds and out over 3"
      let both = comes && goes && cues.times.count < 2 ? lastBareSeconds : nil
      let (first, second) = (
        cues.times.first?.milliseconds, cues.times.dropFirst().first?.milliseconds ?? both
      )
      if !cues.removes, comes, goes, let first, let second {
        return edit(.fadeSound(inMS: first, outMS: second, isMusic: isOfMusic))
      }
      return edit(.fadeSound(inMS: coming, outMS: going, isMusic: isOfMusic))
    }
    if comes, goes, !cues.removes, cues.times.count >= 2 {
      return edit(
        .fadePicture(
          inMS: cues.times[0].milliseconds, outMS: cues.times[1].milliseconds,
          isWhite: cues.has("white", "to white", "from white", "白")))
    }
    return edit(
      .fadePicture(inMS: coming, outMS: going, isWhite: cues.has("white", "to white", "from white", "白")))
  }

  /// Transitions that people ask for and there are none of.
  private func otherTransition(hasBetween: Bool) -> [EditRequest]? {
    let names = [
      "star", "heart", "clock", "page turn", "page curl", "page flip", "cube", "spin", "glitch", "morph",
      "ripple",
      "mosaic", "pixelate", "blinds", "zoom", "whip pan", "翻页", "星形", "心形", "时钟", "旋转", "故障", "马赛克", "百叶窗",
    ]
    guard
      cues.has("wipe", "wipes", "transition", "transitions", "转场", "擦除", "过渡"), !cues.removes,
      let name = names.first(where: { cues.has($0) })
    else { return nil }
    return cannot(
      Bilingual("the transition “\(name)”", "“\(name)”转场"),
      Bilingual(
        "a cross-fade, wipes and slides to each side, an opening circle, a dip to black or white",
        "叠化、各方向的擦除和推移、圆形展开、黑场或白场过渡"))
  }

  /// Seconds at the end that take their unit from what stands before: "… 2 seconds and out over 3".
  private var lastBareSeconds: Int? {
    guard let last = cues.tokens.last, case .number(let value) = last.kind, value > 0, value < 600 else {
      return nil
    }
    return (value * 1000).nearestInt
  }

  /// The clip that a transition leads into; nil: all.
  private var target: Int? {
    let count = film.videoSegments.count
    if cues.has("first two", "first 2", "前两段", "前两个") { return 1 }
    if cues.has("last two", "last 2", "后两段", "最后两段", "最后两个") { return max(1, count - 1) }
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
      if isVertical, cues.has("horizontally", "horizontal", "水平", "左右") {
        return edit(.flip(isVertical: false, cues.choice)) + edit(.flip(isVertical: true, cues.choice))
      }
      return edit(.flip(isVertical: isVertical, cues.choice))
    }
    if let found = fitting() { return found }
    if cues.has("crop", "cropped", "裁切", "裁剪", "裁成", "裁掉", "裁") { return cropping() }
    if let move = moving() { return edit(.moveOver(move.plan, cues.choice)) }
    if let side = resolution() { return edit(.resolution(side)) + frameRate() }
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
    let parts: [(Double, [String])] = [
      (0.5, ["half", "一半"]), (1.0 / 3, ["third", "三分之一"]), (0.25, ["quarter", "四分之一"]),
    ]
    let part = parts.first { $0.1.contains { cues.has($0) } }?.0
    let share = min(0.9, max(0.01, cues.percent ?? part ?? 0.1))
    var crop = FramingPlan.Crop(x: 0, y: 0, width: 1, height: 1)
    let isAway = !cues.has("to the", "keep", "保留")
    // "crop the left half" takes it away, "crop to the left half" leaves it.
    let left = isAway ? 1 - share : share
    let start = isAway ? share : 0
    let end = isAway ? 0 : 1 - share
    if cues.has("left", "左") { (crop.x, crop.width) = (start, left) }
    if cues.has("right", "右") { (crop.x, crop.width) = (end, left) }
    if cues.has("top", "上", "顶部") { (crop.y, crop.height) = (start, left) }
    if cues.has("bottom", "下", "底部") { (crop.y, crop.height) = (end, left) }
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
    // "zoom to 150%" is how near it comes, "zoom in by 20%" by how much.
    let nearness = cues.percent.map { cues.has("to", "at", "到", "至") && $0 > 1 ? $0 : 1 + $0 }
    let factor = min(
      4, max(1.02, cues.factor.map { $0 < 1 ? 1 + $0 : $0 } ?? nearness ?? 1 + 0.25 * cues.emphasis))
    if cues.has("no zoom", "stop zooming", "don't zoom", "hold still", "不要缩放", "不要推近", "静止") {
      return (nil, ())
    }
    let pans = cues.has("pan", "pans", "panning", "平移", "摇", "左移", "右移", "横移")
    if !pans, cues.has("zoom out", "zooming out", "pull back", "pull out", "拉远", "缩小") {
      var plan = FramingPlan.Move(from: factor, to: 1)
      (plan.fromX, plan.fromY) = corner
      return (plan, ())
    }
    if !pans,
      cues.has("zoom", "zoom in", "zooming in", "push in", "ken burns", "closer", "推近", "放大", "拉近", "推进")
    {
      var plan = FramingPlan.Move(from: 1, to: factor)
      if crosses {
        plan.from = 1 + (factor - 1) / 2
        pan(&plan)
      } else {
        (plan.toX, plan.toY) = corner
      }
      return (plan, ())
    }
    guard pans else { return nil }
    var plan = FramingPlan.Move(from: max(1.2, factor), to: max(1.2, factor))
    pan(&plan)
    return (plan, ())
  }

  /// Whether a way over the picture is said from one side to the other.
  private var crosses: Bool {
    cues.has(
      "left to right", "right to left", "top to bottom", "bottom to top", "从左到右", "从左向右", "从右到左", "从右向左",
      "从上到下",
      "从上往下", "从下到上", "从下往上")
  }

  /// Lets a move go where it is said to go.
  private func pan(_ plan: inout FramingPlan.Move) {
    if cues.has("left to right", "to the right", "rightwards", "从左到右", "从左向右", "向右", "右移") {
      (plan.fromX, plan.toX) = (-1, 1)
    } else if cues.has("right to left", "to the left", "leftwards", "从右到左", "从右向左", "向左", "左移") {
      (plan.fromX, plan.toX) = (1, -1)
    } else if cues.has("top to bottom", "从上到下", "从上往下") {
      (plan.fromY, plan.toY) = (-1, 1)
    } else if cues.has("up", "bottom to top", "从下到上", "从下往上", "上") {
      (plan.fromY, plan.toY) = (1, -1)
    } else if cues.has("down", "下") {
      (plan.fromY, plan.toY) = (-1, 1)
    } else if cues.has("left", "左") {
      (plan.fromX, plan.toX) = (1, -1)
    } else {
      (plan.fromX, plan.toX) = (-1, 1)
    }
  }

  /// Where a zoom comes from or goes to, −1 to 1 from the centre; nil in the middle.
  private var corner: (x: Double?, y: Double?) {
    let x: Double? = cues.has("left", "左") ? -1 : cues.has("right", "右") ? 1 : nil
    let y: Double? =
      cues.has("top", "upper", "上角", "上方", "顶部")
      ? -1 : cues.has("bottom", "lower", "下角", "下方", "底部") ? 1 : nil
    return (x, y)
  }

  /// Frames a second that stand beside a resolution: "720p and 24 fps".
  private func frameRate() -> [EditRequest] {
    for (index, token) in cues.tokens.enumerated().dropLast() {
      if case .number(let value) = token.kind, ["fps", "frames", "帧"].contains(cues.tokens[index + 1].text),
        (1...60).contains(value)
      {
        return [.setFrameRate(Int(value))]
      }
    }
    return []
  }

  private func resolution() -> Int? {
    let names = [
      "4k": 2160, "uhd": 2160, "1440p": 1440, "2k": 1440, "1080p": 1080, "fhd": 1080, "720p": 720,
      "480p": 480, "360p": 360,
    ]
    let wanted = cues.has(
      "resolution", "make", "set", "change", "output", "scale", "resize", "go", "give", "in", "want", "分辨率",
      "输出", "改成", "设为", "调到",
      "render", "fps")
    guard wanted || cues.tokens.count <= 3 else { return nil }
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
}
