/// What of a picture is seen, and where: shape, turns, crops, moves, resolution.
extension TimelineReading {
  func framing() -> [EditRequest]? {
    if let turned = turning() { return turned }
    if cues.has("flip", "flipped", "mirror", "mirror it", "mirrored", "翻转", "镜像", "反转画面") {
      guard cues.choice != .all || cues.latin.split(separator: " ").count <= 9 else { return nil }
      let isVertical = cues.has("vertically", "upside", "upside down", "top", "垂直", "上下", "vertical")
      if isVertical, cues.has("horizontally", "horizontal", "水平", "左右") {
        return edit(.flip(isVertical: false, cues.choice)) + edit(.flip(isVertical: true, cues.choice))
      }
      return edit(.flip(isVertical: isVertical, cues.choice))
    }
    if let found = fitting() { return found }
    if cues.has("crop", "cropped", "裁切", "裁剪", "裁成", "裁掉", "裁") || cutsPicture { return cropping() }
    if cues.has("frame rate", "framerate", "帧率", "帧数")
      || cues.has("fps") && cues.ratio == nil && resolution() == nil,
      let rate = bareRate
    {
      return [.setFrameRate(rate)]
    }
    if let move = moving() { return edit(.moveOver(move.plan, cues.choice)) }
    if let side = resolution() { return edit(.resolution(side)) + frameRate() }
    return nil
  }

  /// "cut off the top quarter of the picture": a part of what is seen, not of the time.
  private var cutsPicture: Bool {
    // "keep only the left half", "只保留左半边"
    if TimelineReading.cuts(cues), cues.times.isEmpty, !cues.removesThing,
      cues.has(
        "left half", "right half", "top half", "bottom half", "upper half", "lower half", "左半边", "右半边", "上半边",
        "下半边", "左半部分", "右半部分", "左边一半", "右边一半")
    {
      return true
    }
    // "cut 10% off the sides"
    if TimelineReading.cuts(cues), cues.percent != nil, cues.times.isEmpty, !isOfMusic, !isOfTitle,
      cues.has(
        "sides", "edges", "the top", "the bottom", "the left", "the right", "left side", "right side", "两侧",
        "两边")
    {
      return true
    }
    return TimelineReading.cuts(cues) && cues.times.isEmpty && !cues.removesThing
      && cues.has(
        "top", "bottom", "left", "right", "sides", "edges", "上", "下", "左", "右", "顶", "底", "两侧", "两边")
      && cues.has("picture", "frame", "screen", "image", "画面", "屏幕", "画幅")
      && (cues.percent != nil || cues.fraction != nil
        || cues.has("quarter", "third", "half", "side", "edge", "part", "边", "部分"))
  }

  private func fitting() -> [EditRequest]? {
    let isShapeWithBlur = cues.ratio != nil && cues.has("blur", "blurred", "blurry", "模糊", "虚化")
    let isBlur =
      isShapeWithBlur
      || cues.has(
        "blurred sides", "blurry sides", "blurred background", "blur the background", "blurred bars",
        "blur the sides",
        "blurred edges", "blurry edges", "blurred top and bottom", "blur the top and bottom",
        "blur background",
        "blurry background", "模糊背景", "背景模糊", "两侧模糊", "两边模糊", "上下模糊", "四周模糊", "上下虚化", "虚化背景", "背景虚化",
        "模糊填充", "模糊两侧")
    let isPad = cues.has(
      "black bars", "letterbox", "letterboxed", "pillarbox", "with bars", "pad", "padding", "padded", "黑边",
      "加黑边")
    let isFill = cues.has(
      "fill the frame", "fill the screen", "fill the canvas", "filled", "fill", "crop to fill", "full frame",
      "铺满", "填满", "填充画面")
    if !isBlur, !cues.removes,
      cues.has(
        "white bars", "grey bars", "gray bars", "coloured bars", "colored bars", "white borders", "白边", "彩边")
    {
      return cannot(
        Bilingual("bars of a colour", "有颜色的边"),
        Bilingual("“with black bars” or “with blurred sides”", "“加黑边”或“两侧模糊”"))
    }
    guard isBlur || isPad || isFill else { return nil }
    guard hasFootage || cues.ratio != nil else {
      return cues.has("background", "背景") && isBlur
        ? cannot(
          Bilingual("blurring the background of a drawn scene", "虚化绘制场景的背景"),
          Bilingual("blur all of it (“blur the picture”), or add fog", "整体模糊（“画面模糊”），或加雾")) : nil
    }
    if isPad, !isBlur, cues.ratio == nil, !cues.removes, fillsCanvas { return letterbox() }
    let fit: FramingPlan.Fit =
      if isBlur { .blur } else if isPad, !cues.removes { .pad } else { .fill }
    if let ratio = cues.ratio { return edit(.reshape(ratio, fit)) }
    return edit(.fit(fit, cues.choice))
  }

  /// Bars as in the cinema on a picture that fills the film: the middle of it, 2.39 times as wide as high, between them; of a
  /// picture that is not wide, seven tenths of it.
  private func letterbox() -> [EditRequest]? {
    let share = max(0.7, Double(film.canvas.width) / Double(film.canvas.height) / 2.39)
    guard share < 0.95 else {
      return [
        .answer(
          Bilingual("The picture is as wide as the cinema's already; nothing was changed.", "画面已经是电影宽幅，没有改动。")
        )
      ]
    }
    let crop = FramingPlan.Crop(x: 0, y: (1 - share) / 2, width: 1, height: share)
    return edit(.crop(crop, cues.choice)) + edit(.fit(.pad, cues.choice))
  }

  /// Whether all footage has the shape of the film as it is.
  private var fillsCanvas: Bool {
    let clips = film.videoSegments
    return !clips.isEmpty
      && clips.allSatisfy { clip in
        guard let width = clip.source?.width, let height = clip.source?.height, clip.framing == nil else {
          return false
        }
        return abs(width * film.canvas.height - height * film.canvas.width) <= max(width, film.canvas.width)
          * 2
      }
  }

  private func cropping() -> [EditRequest]? {
    if let ratio = cues.ratio { return edit(.reshape(ratio, .fill)) }
    let parts: [(Double, [String])] = [
      (0.5, ["half", "一半", "半边", "半部分"]), (1.0 / 3, ["third", "三分之一"]), (0.25, ["quarter", "四分之一"]),
      (0.2, ["fifth", "五分之一"]), (0.1, ["tenth", "十分之一"]),
    ]
    let part = parts.first { $0.1.contains { cues.has($0) } }?.0
    let ends = cues.has(
      "left", "right", "top", "bottom", "sides", "side", "edges", "左", "右", "上", "下", "顶", "底", "边")
    if cues.percent == nil, part == nil, !ends, isPlainCrop {
      return cannot(
        Bilingual("cropping without a shape or an amount", "没有形状或多少的裁切"),
        Bilingual("say to what: “crop to square”, “crop 10% off the top”", "说明裁成什么：“裁成正方形”“上面裁掉10%”"))
    }
    let share = min(0.9, max(0.01, cues.percent ?? part ?? 0.1))
    var crop = FramingPlan.Crop(x: 0, y: 0, width: 1, height: 1)
    let isAway = !cues.has("to the", "keep", "保留", "只留", "只要")
    // "crop the left half" takes it away, "crop to the left half" leaves it.
    let left = isAway ? 1 - share : share
    let start = isAway ? share : 0
    let end = isAway ? 0 : 1 - share
    if cues.has("left", "左") { (crop.x, crop.width) = (start, left) }
    if cues.has("right", "右") { (crop.x, crop.width) = (end, left) }
    if cues.has("top", "上", "顶") { (crop.y, crop.height) = (start, left) }
    if cues.has("bottom", "下", "底") { (crop.y, crop.height) = (end, left) }
    // "top and bottom", "上下各裁掉10%"
    if isAway, cues.has("top", "上", "顶"), cues.has("bottom", "下", "底") {
      (crop.y, crop.height) = (share, max(0.1, 1 - 2 * share))
    }
    if isAway, cues.has("left", "左"), cues.has("right", "右") {
      (crop.x, crop.width) = (share, max(0.1, 1 - 2 * share))
    }
    if cues.has("sides", "两侧", "两边") { (crop.x, crop.width) = (share, max(0.1, 1 - 2 * share)) }
    if crop.width == 1, crop.height == 1 {
      let rest = max(0.1, 1 - 2 * share)
      crop = FramingPlan.Crop(x: (1 - rest) / 2, y: (1 - rest) / 2, width: rest, height: rest)
    }
    return edit(.crop(crop, cues.choice))
  }

  /// "crop it", "裁剪一下": nothing is said of what is to stay.
  private var isPlainCrop: Bool {
    let known: Set<String> = [
      "crop", "it", "the", "this", "video", "clip", "film", "picture", "please", "image", "frame", "my", "裁",
      "剪", "切", "一",
      "下", "画", "面", "视", "频", "把", "请", "first", "second", "third", "last", "第", "二", "三", "段",
    ]
    return hasFootage && cues.tokens.allSatisfy { known.contains($0.text) || $0.isNumber || $0.kind == .mark }
  }

  private func moving() -> (plan: FramingPlan.Move?, Void)? {
    // The camera of a drawn scene is the scene's own.
    guard hasFootage else { return nil }
    // "zoom to 150%" is how near it comes, "zoom in by 20%" by how much.
    let nearness = cues.percent.map { cues.has("to", "at", "到", "至") && $0 > 1 ? $0 : 1 + $0 }
    let factor = min(
      4, max(1.02, cues.factor.map { $0 < 1 ? 1 + $0 : $0 } ?? nearness ?? 1 + 0.25 * cues.emphasis))
    let isOff =
      (cues.removes || cues.starts("stop", "turn off", "undo", "end", "please stop"))
      && cues.has(
        "zoom", "zooming", "pan", "panning", "ken burns", "camera move", "缩放", "推近", "平移", "运镜", "推拉")
    if isOff || cues.has("no zoom", "stop zooming", "don't zoom", "hold still", "不要缩放", "不要推近", "静止") {
      return (nil, ())
    }
    let pans = cues.has("pan", "pans", "panning", "平移", "摇", "左移", "右移", "横移")
    if !pans, cues.has("zoom out", "zooming out", "pull back", "pull out", "拉远", "缩小") {
      var plan = FramingPlan.Move(from: factor, to: 1)
      (plan.fromX, plan.fromY) = corner
      return (plan, ())
    }
    if !pans,
      cues.has(
        "zoom", "zoom in", "zooming in", "push in", "ken burns", "肯伯恩斯", "肯·伯恩斯", "缓推", "closer", "推近", "放大",
        "拉近", "推进")
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
      "left to right", "right to left", "top to bottom", "bottom to top", "从左到右", "从左向右", "从左往右", "从右到左",
      "从右向左", "从右往左",
      "从上到下",
      "从上往下", "从下到上", "从下往上")
  }

  /// Lets a move go where it is said to go.
  private func pan(_ plan: inout FramingPlan.Move) {
    if cues.has("left to right", "to the right", "rightwards", "从左到右", "从左向右", "从左往右", "向右", "往右", "右移") {
      (plan.fromX, plan.toX) = (-1, 1)
    } else if cues.has("right to left", "to the left", "leftwards", "从右到左", "从右向左", "从右往左", "向左", "往左", "左移")
    {
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
}
