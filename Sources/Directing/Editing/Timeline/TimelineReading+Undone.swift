/// An edit that is to be taken back by its name: "remove the crop", "reset the rotation", 取消慢动作.
extension TimelineReading {
  func undone() -> [EditRequest]? {
    let takesBack =
      cues.removes || cues.starts("reset", "undo", "cancel", "revert", "please reset", "取消", "重置", "撤销")
    guard takesBack, hasFootage, !hasNumbers, cues.tokens.count <= 7, cues.quotations.isEmpty, !isOfMusic,
      !isOfTitle
    else { return nil }
    if cues.has("the crop", "cropping", "裁切", "裁剪") {
      return edit(.crop(FramingPlan.Crop(x: 0, y: 0, width: 1, height: 1), cues.choice))
    }
    if cues.has("slow motion", "slow mo", "speed up", "speed change", "慢动作", "慢放") {
      return edit(.retime(.to(1), cues.choice))
    }
    let isOfTurn = cues.has("rotation", "the rotation", "tilt", "the tilt", "旋转", "倾斜")
    guard isOfTurn || cues.has("freeze", "the freeze", "freeze frame", "the loop", "looping", "定格", "循环")
    else { return nil }
    let turns = Set(film.videoSegments.map { $0.framing?.visibleRotation ?? 0 })
    let tilts = Set(film.videoSegments.map { $0.framing?.visibleTilt ?? 0 })
    if isOfTurn, turns.count == 1, let turn = turns.first, tilts.count == 1, let tilt = tilts.first,
      turn != 0 || tilt != 0
    {
      return (turn == 0 ? [] : edit(.rotate(-turn, cues.choice)))
        + (tilt == 0 ? [] : edit(.tilt(-tilt, cues.choice)))
    }
    return cannot(
      Bilingual("taking that back by itself", "单独取消这一项"),
      Bilingual("“undo” takes the last change back, “undo everything” all of them", "“撤销”取消上一步，“全部撤销”取消所有改动"))
  }

  private var hasNumbers: Bool { !cues.times.isEmpty || cues.percent != nil || cues.degrees != nil }
}
