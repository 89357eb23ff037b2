extension Vocabulary {
  /// The names of colours.
  static let colours: [Entry] = [
    Entry("white, 白色, 白, 雪白, 洁白", .colour(Palette.white)),
    Entry("black, jet black, 黑色, 黑", .colour(Palette.black)),
    Entry(
      "grey, gray, 灰色, 灰",
      .colour(Palette.grey)),
    Entry(
      "black and white, black white, monochrome, greyscale, grayscale, in black and white, 黑白, 单色, 黑白画面, 黑白照片, 黑白风格, 黑白色调",
      .colour(Palette.monochrome)),
    Entry("silver, silvery, 银色, 银白", .colour(Palette.silver)),
    Entry("red, scarlet, vermilion, ruby, 红色, 红, 大红, 火红, 赤红, 红红", .colour(Palette.red)),
    Entry("blood red, 血红, 血红色", .colour(Palette.bloodRed)),
    Entry("dark red, deep red, crimson, maroon, burgundy, 深红, 深红色, 暗红, 暗红色", .colour(Palette.darkRed)),
    Entry("orange, tangerine, 橙色, 橘色, 橙红, 橙, 橘红, 橘红色", .colour(Palette.orange)),
    Entry("coral coloured, coral colored, coral pink, salmon pink, peach, 珊瑚色", .colour(Palette.coral)),
    Entry("amber, 琥珀色", .colour(Palette.amber)),
    Entry("gold, golden, 金色, 金黄, 金黄色, 金", .colour(Palette.gold)),
    Entry("yellow, 黄色, 黄", .colour(Palette.yellow)),
    Entry("lime, lime green, 黄绿色", .colour(Palette.lime)),
    Entry("green, light green, 绿色, 绿, 浅绿, 浅绿色", .colour(Palette.green)),
    Entry("dark green, deep green, 深绿, 深绿色, 墨绿", .colour(Palette.darkGreen)),
    Entry("emerald, emerald green, jade, 翠绿, 碧绿, 翠绿色", .colour(Palette.emerald)),
    Entry("mint green, 薄荷绿", .colour(Palette.mint)),
    Entry("teal, 蓝绿色", .colour(Palette.teal)),
    Entry("turquoise, aqua, aquamarine, 绿松石色", .colour(Palette.turquoise)),
    Entry("cyan, 青色", .colour(Palette.cyan)),
    Entry(
      "light blue, sky blue, pale blue, baby blue, azure, 天蓝, 天蓝色, 浅蓝, 浅蓝色, 淡蓝色", .colour(Palette.skyBlue)),
    Entry("blue, bright blue, 蓝色, 蓝, 湛蓝, 蔚蓝, 碧蓝", .colour(Palette.blue)),
    Entry("dark blue, deep blue, navy, navy blue, midnight blue, 深蓝, 深蓝色, 藏青", .colour(Palette.navy)),
    Entry("indigo, 靛蓝, 靛蓝色", .colour(Palette.indigo)),
    Entry("purple, violet, 紫色, 紫, 紫红", .colour(Palette.purple)),
    Entry("dark purple, deep purple, 深紫, 深紫色", .colour(Palette.darkPurple)),
    Entry("lilac, light purple, 淡紫, 淡紫色, 浅紫色", .colour(Palette.lavender)),
    Entry("magenta, fuchsia, hot pink, 洋红, 洋红色, 品红", .colour(Palette.magenta)),
    Entry("pink, rosy, pastel pink, 粉色, 粉红, 粉红色, 粉", .colour(Palette.pink)),
    Entry("brown, 棕色, 褐色, 咖啡色", .colour(Palette.brown)),
    Entry("beige, cream coloured, 米色", .colour(Palette.beige)),
    Entry("sepia, 怀旧色", .colour(Palette.sepia)),
  ]
}
