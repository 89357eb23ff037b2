/// Where on the canvas something is to stand.
extension ClauseCues {
  /// One of the nine places; nil if none is said.
  var screenPlace: ScreenPlace? {
    let row: ScreenPlace.Row? =
      if has("top", "upper", "上", "顶") || has("up in", "up at") && has("corner") {
        .top
      } else if has("bottom", "lower", "下", "底") || has("down in", "down at") && has("corner") {
        .bottom
      } else {
        nil
      }
    let column: ScreenPlace.Column? =
      if has("left", "左") { .left } else if has("right", "右") { .right } else { nil }
    if row != nil || column != nil { return ScreenPlace(row ?? .middle, column ?? .centre) }
    return has("centre", "center", "middle", "centred", "centered", "居中", "中间", "中央") ? .centre : nil
  }
}
