extension Vocabulary {
  /// Where across the picture.
  static let places: [Entry] = [
    Entry(
      "on the left, at the left, on the left side, on the left hand side, left side, left corner, in the left corner, in the left, on left, 左边, 左侧, 左面, 靠左, 画面左侧, 左方",
      .place(-0.65)),
    Entry("on the far left, far left, 最左边, 最左侧, 极左", .place(-0.9)),
    Entry(
      "on the right, at the right, on the right side, on the right hand side, right side, right corner, in the right corner, in the right, on right, 右边, 右侧, 右面, 靠右, 画面右侧, 右方",
      .place(0.65)),
    Entry("on the far right, far right, 最右边, 最右侧", .place(0.9)),
    Entry("in the middle, in the centre, in the center, 正中, 中间, 中央", .boundary),
    Entry("left", .side(-1)), Entry("right", .side(1)),
  ]

  /// Where a text stands that is not in the middle of the width; of a thing they say the side alone.
  static let corners: [Entry] =
    corner("top, upper, uppermost", "left", "左上, 画面左上", .topLeft, -0.65)
    + corner("top, upper, uppermost", "right", "右上, 画面右上", .topRight, 0.65)
    + corner("bottom, lower, lowermost", "left", "左下, 画面左下", .bottomLeft, -0.65)
    + corner("bottom, lower, lowermost", "right", "右下, 画面右下", .bottomRight, 0.65)
    + [
      Entry(
        "on the left, on the left side, at the left, left side, left edge, to the left side, middle left, centre left, center left, left centre, left center, left middle, 左侧, 左边, 左侧居中, 左侧中间, 左中, 画面左侧, 靠左",
        .place(-0.65), .textPlace(.left)),
      Entry(
        "on the right, on the right side, at the right, right side, right edge, to the right side, middle right, centre right, center right, right centre, right center, right middle, 右侧, 右边, 右侧居中, 右侧中间, 右中, 画面右侧, 靠右",
        .place(0.65), .textPlace(.right)),
      Entry(
        "top centre, top center, top middle, upper centre, upper center, upper middle, 顶部居中, 顶部中间, 上方居中, 上方中间, 中上, 上中",
        .textPlace(.top)),
      Entry(
        "bottom centre, bottom center, bottom middle, lower centre, lower center, lower middle, 底部居中, 底部中间, 下方居中, 下方中间, 中下, 下中",
        .textPlace(.bottom)),
    ]

  /// "top left", "upper left corner", "左上角" and the like.
  private static func corner(
    _ rows: String, _ side: String, _ han: String, _ place: ScreenPlace, _ share: Double
  ) -> [Entry] {
    let english = rows.split(separator: ",").map { $0.drop { $0 == " " } }.flatMap { row in
      ["", " corner", " hand corner", " hand side"].map { "\(row) \(side)\($0)" }
    }
    let chinese = han.split(separator: ",").map { $0.drop { $0 == " " } }.flatMap { word in
      ["", "角", "方", "侧", "边"].map { "\(word)\($0)" }
    }
    return [Entry((english + chinese).joined(separator: ", "), .place(share), .textPlace(place))]
  }
}
