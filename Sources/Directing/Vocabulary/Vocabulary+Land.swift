extension Vocabulary {
  /// Hills, mountains, sand and shores.
  static let land: [Entry] = [
    Entry(
      "hill, hillside, countryside, valley, knoll, plain, tundra, farmland, rolling hill, highland, moor, moorland, 丘陵, 小山, 山坡, 山丘, 田野, 乡村, 乡间, 山谷, 平原, 田园, 梯田",
      .element(.hills)),
    Entry(
      "mountain, peak, summit, mountain range, mountainside, alps, alpine, himalaya, everest, ridge, mount fuji, 山, 高山, 大山, 山脉, 群山, 山峰, 山顶, 青山, 远山, 山峦, 富士山, 喜马拉雅, 珠穆朗玛峰, 千山, 山间, 山上, 黄山, 泰山, 阿尔卑斯",
      .element(.mountains)),
    Entry(
      "snow capped mountain, snowcapped mountain, snowy mountain, snow mountain, snow covered mountain, snowy peak, snow capped peak, snowcapped peak, snow covered peak, 雪山, 雪峰, 雪岭",
      .element(.mountains), .colour(Palette.snow)),
    Entry("snow capped, snowcapped, snow covered, 白雪皑皑, 积雪", .colour(Palette.snow)),
    Entry("dune, sand dune, desert, sahara, gobi, 沙丘, 沙漠, 大漠, 戈壁, 荒漠, 撒哈拉", .element(.dunes)),
    Entry(
      "island, isle, islet, atoll, archipelago, 岛, 岛屿, 小岛, 海岛, 孤岛, 群岛", .element(.island), .element(.ocean)),
    Entry("beach, shore, sand, sandy beach, sandy, 沙滩, 海滩, 岸边, 沙子, 滩", .element(.beach)),
    Entry(
      "tropical, tropics, hawaii, bali, maldives, 热带, 夏威夷, 马尔代夫, 巴厘岛", .element(.palms), .element(.beach),
      .element(.ocean)),
  ]
}
