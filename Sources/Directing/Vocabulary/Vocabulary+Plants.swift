extension Vocabulary {
  /// Trees, grass and flowers.
  static let plants: [Entry] = [
    Entry(
      "forest, wood, woods, woodland, tree, pine, pine forest, grove, redwood, oak, birch, 森林, 树林, 树木, 树, 松林, 林, 林间, 枫林, 白桦林, 密林",
      .element(.forest)),
    Entry(
      "jungle, rainforest, rain forest, tropical forest, tropical rainforest, 丛林, 雨林, 热带雨林, 热带森林",
      .element(.forest), .element(.palms)),
    Entry("palm, palm tree, coconut tree, coconut palm, 棕榈, 棕榈树, 椰树, 椰子树, 椰林", .element(.palms)),
    Entry(
      "meadow, grass, grassland, field, prairie, pasture, savanna, savannah, steppe, lawn, park, 草地, 草原, 草坪, 草, 牧场, 大草原, 绿草, 原野, 田地, 公园",
      .element(.meadow)),
    Entry(
      "flower, wildflower, rose, tulip, daisy, poppy, orchid, lily, garden, floral, bouquet, 花, 鲜花, 花朵, 玫瑰, 郁金香, 雏菊, 百合, 花园, 野花, 花海, 花丛, 牡丹",
      .element(.flowers)),
    Entry("flower field, flower meadow, field of flower, 花田", .element(.flowers), .element(.meadow)),
    Entry("lavender, lavender field, 薰衣草", .element(.flowers), .colour(Palette.lavender)),
    Entry(
      "blossom, cherry blossom, cherry tree, sakura, petal, falling petal, plum blossom, 樱花, 花瓣, 落花, 桃花, 梅花, 樱花树, 梨花",
      .element(.blossom)),
    Entry("leaf, leaves, 叶子, 树叶", .element(.forest)),
    Entry("autumn, autumnal, 秋天, 秋日, 秋季", .colour(Palette.amber), .time(.goldenHour, isStated: false)),
    Entry("spring, springtime, 春天, 春日, 春季", .element(.blossom), .time(.day, isStated: false)),
    Entry("summer, summertime, 夏天, 夏日, 夏季", .time(.day, isStated: false), .adjective),
    Entry("hot spring, spring water", .element(.lake)),
  ]
}
