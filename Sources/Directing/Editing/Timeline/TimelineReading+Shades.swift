/// Light and warmth, levels without a unit, and the keys of screens that are called by their colour.
extension TimelineReading {
  /// "brightness 50": a number that may be how much or by how much.
  func levelWithoutUnit() -> [EditRequest]? {
    guard cues.tokens.count <= 6, cues.percent == nil, cues.signedShare == nil, cues.times.isEmpty,
      cues.factor == nil,
      cues.clipNumbers.isEmpty, cues.has("brightness", "contrast", "saturation", "亮度", "对比度", "饱和度"),
      let last = cues.tokens.last, last.isNumber
    else { return nil }
    return [
      .answer(
        Bilingual(
          "How much is that? Say “brightness +20%” or “contrast 120%”. Nothing was changed.",
          "这是多少？请说“亮度提高20%”或“对比度调到120%”。没有改动。"))
    ]
  }

  /// Lighter, darker, warmer, cooler. What follows a drawn scene knows as light and tint, unless an amount is said.
  func shades(_ set: (LookSetting) -> [EditRequest]) -> [EditRequest]? {
    let step = amount ?? 0.2 * cues.emphasis
    // A tint takes more than a shade until it is seen.
    let shift = amount ?? 0.3 * cues.emphasis
    guard hasFootage || cues.percent != nil, !isOfTitle, !isOfMusic else { return nil }
    var found: [EditRequest] = []
    if cues.has(
      "darker", "darken", "dimmer", "dim", "darken it", "暗一点", "变暗", "更暗", "调暗", "暗一些", "暗点", "暗些", "暗很多",
      "暗得多",
      "暗好多") || saysShade("暗")
    {
      found += set(.brightness(-step))
    } else if cues.has(
      "brighter", "brighten", "lighter", "lighten", "lightened", "brighten it", "亮一点", "变亮", "更亮", "调亮", "提亮",
      "亮一些",
      "亮点", "亮些", "亮很多", "亮得多", "亮好多") || saysShade("亮")
    {
      found += set(.brightness(step))
    }
    // "brighter and warmer"
    if cues.has(
      "warmer", "warm", "warm it", "warmth", "temperature", "色温", "更暖", "暖一点", "暖色", "暖", "偏暖", "暖和"),
      !cues.has("调冷", "更冷", "冷一点", "冷色", "冷些")
    {
      let isLess = cues.has("less", "reduce", "lower", "decrease", "降低", "减少", "减小", "调低", "低一点", "低一些")
      found += set(.warmth(isLess ? -shift : shift))
    } else if cues.has(
      "cooler", "colder", "cool", "cold", "icy", "冷调", "调冷", "变冷", "冷峻", "更冷", "冷一点", "冷一些", "冷点", "冷些", "冷色",
      "偏冷")
    {
      found += set(.warmth(-shift))
    }
    return found.isEmpty ? nil : found
  }

  /// "画面暗20%": a shade with its amount.
  func saysShade(_ shade: String) -> Bool {
    cues.percent != nil && cues.has(shade) && !cues.has("暗角", "暗部", "黑暗", "月亮", "漂亮", "亮点")
  }

  /// "remove the green background", "make the green transparent", 去除绿色背景: the key of a screen that is called by its colour.
  var keyOfColour: LookPlan.Key? {
    guard hasFootage else { return nil }
    let isGreen = cues.has(
      "green background", "green backdrop", "green transparent", "绿色背景", "绿背景", "抠绿", "扣绿")
    let isBlue = cues.has("blue background", "blue backdrop", "blue transparent", "蓝色背景", "蓝背景", "抠蓝", "扣蓝")
    guard isGreen || isBlue,
      cues.removes
        || cues.has(
          "transparent", "cut out", "key", "take out", "抠绿", "扣绿", "抠蓝", "扣蓝", "抠掉", "抠", "透明", "抠除")
    else { return nil }
    return .screen(isBlue: isBlue)
  }
}
