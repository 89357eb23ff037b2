extension Vocabulary {
  /// Where across the picture.
  static let places: [Entry] = [
    Entry(
      "on the left, at the left, on the left side, on the left hand side, left side, left corner, in the left corner, in the left, on left, bottom left, top left, lower left, upper left, 左边, 左侧, 左下角, 左上角, 左面, 靠左, 画面左侧, 左方, 在左",
      .place(-0.65)),
    Entry("on the far left, far left, 最左边, 最左侧, 极左", .place(-0.9)),
    Entry(
      "on the right, at the right, on the right side, on the right hand side, right side, right corner, in the right corner, in the right, on right, bottom right, top right, lower right, upper right, 右边, 右侧, 右下角, 右上角, 右面, 靠右, 画面右侧, 右方, 在右",
      .place(0.65)),
    Entry("on the far right, far right, 最右边, 最右侧", .place(0.9)),
    Entry("in the middle, in the centre, in the center, 正中, 中间, 中央", .boundary),
    Entry("left", .side(-1)), Entry("right", .side(1)),
  ]
}
