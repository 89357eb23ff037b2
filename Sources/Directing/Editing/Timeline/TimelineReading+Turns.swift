/// Turns of the picture: quarters, and by some degrees where it was filmed askew.
extension TimelineReading {
  func turning() -> [EditRequest]? {
    if let degrees = turn() { return edit(.rotate(degrees, cues.choice)) }
    guard cues.times.isEmpty, hasFootage, !isOfTitle, !cues.has("transition", "转场") else { return nil }
    let isOfCamera =
      cues.has("tilt up", "tilt down", "tilting up", "tilting down") || cues.has("tilt") && cues.has("camera")
    let isAsked =
      cues.has("rotate", "rotated", "tilt", "tilted", "straighten", "旋转", "倾斜", "扶正", "摆正")
      || cues.has("turn", "turned", "spin", "level", "crooked", "转", "歪") && cues.exactDegrees != nil
    guard isAsked, !isOfCamera else { return nil }
    let isSlight = cues.has("a bit", "a little", "slightly", "a touch", "a tad", "稍微", "一点", "稍稍", "微微")
    let isAskew = cues.has("straighten", "扶正", "摆正")
    guard let degrees = cues.exactDegrees ?? (isSlight && (!isAskew || saysWay) ? 3 : nil),
      degrees.truncatingRemainder(dividingBy: 90) != 0
    else {
      return cannot(
        isAskew
          ? Bilingual("seeing by how much the picture is askew", "看出画面歪了多少")
          : Bilingual("turning the picture without knowing how far", "不知道角度的旋转"),
        Bilingual(
          "say by how many degrees: “rotate 2 degrees to the left”, “rotate 90 degrees”, “turn it upside down”",
          "说明多少度：“向左转2度”“旋转90度”“倒过来”"))
    }
    let turned = turnsLeft ? -degrees : degrees
    let quarters = (turned / 90).rounded()
    let rest = turned - quarters * 90
    return (quarters == 0 ? [] : edit(.rotate(Int(quarters) * 90, cues.choice)))
      + edit(.tilt((rest * 10).rounded() / 10, cues.choice))
  }

  private var saysWay: Bool {
    turnsLeft || cues.has("right", "clockwise", "cw", "顺时针", "右")
  }

  private var turnsLeft: Bool {
    cues.has(
      "left", "the other way", "other direction", "反方向", "counterclockwise", "counter clockwise",
      "anticlockwise", "anti clockwise", "ccw", "逆时针", "向左",
      "左")
  }

  /// "turn right", "turn clip 2 clockwise": the way ends the clause.
  private var isTurn: Bool {
    let last = cues.tokens.last { !["please", "now"].contains($0.text) }?.text ?? ""
    return ["left", "right", "clockwise", "counterclockwise", "anticlockwise", "cw", "ccw"].contains(last)
  }

  private func turn() -> Int? {
    if cues.has("upside down", "倒过来", "上下颠倒"), !cues.has("flip", "mirror") { return 180 }
    if cues.has("on its side", "sideways"), cues.degrees == nil { return cues.has("left", "左") ? -90 : 90 }
    guard
      cues.has(
        "rotate", "rotated", "rotation", "turn it", "turn the video", "turn", "tilt", "spin", "swivel", "旋转",
        "转动", "转")
    else { return nil }
    // "spin it right": a quarter, where a way is said and no more.
    if cues.has("quarter turn", "a quarter turn") { return cues.has("left", "counterclockwise") ? -90 : 90 }
    if cues.has("half turn", "a half turn") { return 180 }
    if cues.has("full turn", "full circle") { return 360 }
    let isQuarter =
      cues.has("rotate", "旋转")
      || cues.starts("turn", "please turn", "turn clip", "turn the clip") && cues.tokens.count <= 5 && isTurn
      || cues.has("spin", "swivel", "turn it", "turn the video", "turn the picture", "左转", "右转")
        && cues.tokens.count <= 7
        && cues.has(
          "left", "right", "clockwise", "counterclockwise", "anticlockwise", "ccw", "cw", "左", "右", "顺时针",
          "逆时针")
    guard cues.degrees != nil || !cues.has("a bit", "a little", "slightly", "a touch", "稍微", "一点") else {
      return nil
    }
    guard let degrees = cues.degrees ?? (isQuarter ? 90 : nil), degrees % 90 == 0 else {
      return nil
    }
    return turnsLeft ? -degrees : degrees
  }
}
