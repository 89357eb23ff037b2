/// What is done to the colours and the sharpness of pictures.
extension TimelineReading {
  func look() -> [EditRequest]? {
    let choice = cues.choice
    func set(_ setting: LookSetting) -> [EditRequest] { edit(.adjust(setting, choice)) }
    if cues.has("no green screen", "isn't a green screen", "without a green screen", "没有绿幕", "不是绿幕") {
      return cannot(
        Bilingual("taking out a background that is no green or blue screen", "去除不是绿幕或蓝幕的背景"),
        Bilingual("blur the picture, or crop to what matters", "模糊画面，或裁剪到主体"))
    }
    if cues.has("green screen", "green background", "绿幕", "绿色背景"),
      cues.has("swap", "replace", "change", "换成", "替换"),
      !isOfTitle, ClauseCues(cues.words).quotations.isEmpty, item(of: [.image, .video]) == nil
    {
      return cannot(
        Bilingual("a colour or a place behind a screen that is keyed out", "把绿幕换成某种颜色或场景"),
        Bilingual(
          "“remove the green screen” puts black there; or upload a picture for it", "“抠掉绿幕”后面是黑色；也可以先上传背景图片"))
    }
    if cues.has(
      "green screen", "greenscreen", "blue screen", "bluescreen", "chroma key", "chromakey", "key out", "绿幕",
      "蓝幕", "抠像", "抠图", "去绿")
    {
      let isBlue = cues.has("blue", "blue screen", "bluescreen", "蓝幕", "蓝")
      let isOff = cues.has("no chroma key", "undo the key", "取消抠像", "don't key")
      return set(.key(isOff ? nil : .screen(isBlue: isBlue)))
    }
    if let key = keyOfColour { return set(.key(key)) }
    // "add camera shake" is the opposite.
    if cues.has("shake", "shaking", "抖动"), cues.has("add", "more", "加", "增加", "添加"), hasFootage,
      !cues.has("stabilisation", "stabilization", "stabiliser", "stabilizer", "防抖", "稳定")
    {
      return cannot(
        Bilingual("shaking the picture", "让画面抖动"),
        Bilingual("move over it: “zoom in slowly”, “pan left”", "让画面移动：“慢慢放大”“镜头左移”"))
    }
    if cues.has(
      "shaking", "shakes", "shakiness", "wobble", "wobbly", "jitter", "jittery", "消除抖动", "减少抖动", "去掉抖动",
      "修复抖动", "减轻抖动",
      "去除抖动", "太抖", "别抖", "抖动修复", "steadied",
      "stabilise", "stabilize", "stabilised", "stabilized", "stabilisation", "stabilization", "steady",
      "shaky", "shake", "steadier", "smooth out the shake", "稳一下", "稳一点", "稳住", "防抖", "稳定", "增稳", "去抖")
    {
      guard hasFootage else { return nil }
      return set(
        .stabilise(
          !cues.has(
            "no", "turn off", "without", "remove the stabilisation", "remove the stabilization", "取消", "关闭")))
    }
    if cues.has("effects", "filters", "effect", "filter", "look", "效果", "滤镜", "特效"),
      cues.removes || cues.has("reset", "重置"),
      !cues.has(
        "vintage", "retro", "blur", "grain", "vignette", "black and white", "sepia", "sharpening", "复古", "怀旧",
        "模糊", "颗粒",
        "暗角", "黑白", "锐化"),
      hasFootage || film.videoSegments.contains(where: { $0.look != nil })
    {
      return edit(.resetLook(choice))
    }
    if cues.has(
      "normal colours", "normal colors", "original colours", "original colors", "原来的颜色", "原色", "正常颜色")
    {
      return edit(.resetLook(choice))
    }
    if let noise = noise(set) {
      // "a tad sharper and less noisy"
      let others = cues.removes ? [] : (amounts(set) + levels(set)).filter { !$0.isOfGrain }
      return others + noise
    }
    if cues.has(
      "remove the background", "background removal", "remove background", "去背景", "去掉背景", "抠掉背景", "去除背景"),
      hasFootage
    {
      return cannot(
        Bilingual("taking out a background that is no green or blue screen", "去除不是绿幕或蓝幕的背景"),
        Bilingual("key a screen out: “remove the green screen”", "抠掉绿幕：“抠掉绿幕”"))
    }
    if cues.has("face", "faces", "license plate", "licence plate", "number plate", "人脸", "脸", "车牌"),
      cues.has(
        "blur", "blurred", "hide", "pixelate", "censor", "track", "find", "模糊", "打码", "虚化", "遮", "马赛克", "跟踪",
        "识别")
        || cues.removes && hasFootage
    {
      return cannot(
        Bilingual("finding faces or things in a picture", "识别画面中的人脸或物体"),
        Bilingual("blur a whole clip (“blur clip 2”), or crop it", "模糊整段（“第二段模糊”），或裁切画面"))
    }
    // "a vintage look with grain and a vignette", "more contrast and saturation"
    let found = switches(set) + amounts(set)
    let nouns = levels(set)
    if found.isEmpty, nouns.isEmpty { return shades(set) }
    // "a bit brighter and sharper"
    let hasShade =
      !cues.has("brightness", "exposure", "亮度", "曝光")
      && cues.has(
        "brighter", "darker", "lighter", "dimmer", "warmer", "cooler", "colder", "更亮", "更暗", "更暖", "更冷",
        "亮一点", "暗一点",
        "暖一点", "冷一点", "亮一些", "暗一些", "暖一些", "冷一些")
      && !cues.has("corners", "edges", "边缘", "四角")
    return (hasShade ? shades(set) ?? [] : []) + found + nouns
  }

  /// Less noise; nil if none is asked for.
  private func noise(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest]? {
    guard cues.has("noise", "noisy", "denoise", "噪点", "噪声", "降噪", "去噪"),
      cues.removes || cues.has("reduce", "less", "denoise", "clean", "降噪", "去噪", "减少", "降低"), !isOfMusic,
      !cues.has("sound", "audio", "background noise", "声音", "录音")
    else { return nil }
    if film.videoSegments.contains(where: { ($0.look?.grain ?? 0) > 0 }) { return set(.grain(0)) }
    return cannot(
      Bilingual("taking noise out of a picture", "去除画面噪点"),
      Bilingual("blur it slightly (“blur it a bit”)", "稍微模糊一点（“模糊一点”）"))
  }

  private func switches(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest] {
    var found: [EditRequest] = []
    if cues.has(
      "black and white", "black & white", "monochrome", "greyscale", "grayscale", "b&w", "bw",
      "black white", "b w", "黑白", "灰度", "单色")
    {
      found += set(.monochrome(!cues.removes && !cues.starts("undo", "revert", "cancel")))
    }
    if cues.has(
      "no colour", "no color", "without colour", "without color", "colour out", "color out",
      "remove the colour", "remove the color",
      "remove all colour", "remove all color", "去掉颜色", "去掉色彩", "不要颜色")
    {
      found += set(.monochrome(true))
    }
    // "desaturate it" takes all colour away, "slightly" or "by 30%" some of it.
    if cues.has("desaturate", "desaturated", "去色") {
      let part = cues.percent ?? (cues.emphasis < 1 ? 0.25 : 1)
      found += part < 1 ? set(.saturation(.times(1 - part))) : set(.monochrome(!cues.removes))
    }
    if cues.has(
      "in colour", "in color", "back to colour", "back to color", "restore the colour", "restore the color",
      "restore the colours", "restore the colors", "恢复彩色", "恢复颜色", "变回彩色", "保持彩色", "保留彩色"), !spares,
      film.videoSegments.contains(where: { $0.look?.isMonochrome == true })
        || cues.tokens.count <= 6 && cues.starts("back", "restore", "恢复", "变回")
    {
      found += set(.monochrome(false))
    }
    if cues.has(
      "vintage", "retro look", "retro", "old film", "old movie", "home movie", "home video look", "super 8",
      "vhs", "old tape", "sepia", "nostalgic look", "look old", "looks old", "look aged", "old look",
      "old photo", "年代感", "旧照片", "复古", "怀旧", "老电影",
      "旧胶片")
    {
      found += set(.vintage(!cues.removes && !cues.starts("undo", "revert", "cancel")))
    }
    return found
  }

  private func amounts(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest] {
    var found: [EditRequest] = []
    func amount(_ usual: Double) -> Double {
      if cues.removes { return 0 }
      return min(1, max(0.02, cues.percent ?? usual * cues.emphasis))
    }
    if cues.has(
      "vignette", "vignetting", "dark corners", "darker corners", "darken the corners", "darken the edges",
      "dark edges", "darker edges", "压暗四角",
      "四角压暗", "边缘压暗", "压暗边缘", "四周调暗", "四角调暗", "边缘调暗", "四周压暗", "压暗四周", "四周变暗", "四角变暗", "边角变暗", "边缘变暗", "暗角",
      "晕影")
    {
      found += set(.vignette(amount(0.5)))
    }
    if cues.has("grain", "film grain", "grainy", "noise", "颗粒", "噪点", "胶片感") {
      found += set(.grain(amount(0.4)))
    }
    if cues.has(
      "sharpen", "sharper", "sharpness", "sharpening", "crisper", "crisp", "clearer", "清晰", "锐化", "更锐利", "锐利")
    {
      found += set(.sharpen(amount(0.5)))
    }
    if cues.has("blur", "blurry", "blurred", "blurrier", "out of focus", "模糊", "虚化") {
      found += set(.blur(amount(0.4)))
    }
    return found
  }

  var isLess: Bool {
    cues.has(
      "less", "down", "reduce", "decrease", "lower", "lower the", "turn down", "drop", "cut", "tone down",
      "dial down", "halve",
      "mute the colours", "mute the colors", "mute colours", "mute colors", "muted", "darken", "darker",
      "dimmer", "dim", "dull", "duller", "减半", "淡一点", "淡一些", "淡点", "淡些", "muted colours",
      "muted colors",
      "降低", "减少", "减小", "调低", "暗", "变暗", "更暗", "调暗", "低一点", "低一些")
  }

  /// How much is said: "20%", "by half".
  var amount: Double? { cues.percent ?? (cues.shareOfFilm == nil ? cues.fraction : nil) }

  /// Whether a percentage is what a level is to be.
  private var isLevel: Bool { cues.has("to", "at", "到", "为", "调成", "设成", "改成") && !cues.has("by") }
  /// Whether a word says that a level is to go up or down.
  private var isChange: Bool {
    isLess
      || cues.has(
        "more", "up", "increase", "raise", "boost", "higher", "add", "bump", "crank", "by", "plus", "extra",
        "提高", "增加",
        "加", "增强", "调高", "提升", "高")
  }

  /// The levels that are called by their nouns.
  private func levels(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest] {
    func change(_ usual: Double, of nouns: Set<String>) -> Change {
      if let share = cues.signedShare { return .times(max(0, 1 + share)) }
      if cues.percent == nil, cues.has("double", "twice", "doubled", "加倍", "翻倍") { return .times(2) }
      // "the brightness by 10% and the contrast by 20%"
      let own = cues.words.count { "%％".contains($0) } > 1 ? cues.percent(of: nouns) : nil
      let amount = own ?? amount ?? usual * cues.emphasis
      let isTo = cues.percent != nil && (isLevel || (cues.percent ?? 0) >= 0.5 && !isChange)
      return isTo ? .to(amount) : .times(isLess ? max(0, 1 - amount) : 1 + amount)
    }
    var found: [EditRequest] = []
    if let bare = levelWithoutUnit() { return bare }
    if cues.has("brightness", "exposure", "亮度", "曝光") {
      // "brightness 120%" says how bright, "brightness up 20%" how much brighter.
      let isWhole = cues.percent.map { isLevel || $0 >= 0.5 && !isChange } ?? false
      let own =
        cues.words.count { "%％".contains($0) } > 1 ? cues.percent(of: ["brightness", "exposure"]) : nil
      let step = own ?? amount ?? 0.2 * cues.emphasis
      found += set(.brightness(cues.signedShare ?? (isWhole ? step - 1 : isLess ? -step : step)))
    }
    // Lively is what has both.
    if cues.has("punchy", "punchier"), !isOfMusic, !cues.has("colours", "colors", "sound", "title") {
      found += set(.contrast(.times(1 + 0.2 * cues.degree))) + set(.saturation(.times(1 + 0.2 * cues.degree)))
      return found
    }
    if cues.has("contrast", "对比度", "反差", "对比") {
      found += set(.contrast(change(0.2, of: ["contrast"])))
    }
    if cues.has(
      "mute the colours", "mute the colors", "mute colours", "mute colors", "muted colours", "muted colors",
      "saturate", "boost the colours", "boost the colors", "boost colours", "boost colors", "颜色淡", "色彩淡",
      "颜色浓", "色彩浓",
      "saturation", "saturated", "vivid", "vibrant", "more colourful", "more colorful", "more colour",
      "more color", "more colours",
      "more colors", "饱和度", "饱和", "鲜艳",
      "less colour", "less color", "colours pop", "colors pop", "make it pop", "pop more", "punchier colours",
      "punchier colors")
    {
      found += set(.saturation(change(0.25, of: ["saturation"])))
    }
    return found
  }
}

extension EditRequest {
  fileprivate var isOfGrain: Bool {
    if case .timeline(.adjust(.grain, _)) = self { true } else { false }
  }
}
