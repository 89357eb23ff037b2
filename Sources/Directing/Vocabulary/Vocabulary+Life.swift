extension Vocabulary {
  /// What lives and moves, and what people move in.
  static let life: [Entry] = [
    Entry(
      "bird, seagull, gull, swallow, eagle, crow, raven, dove, pigeon, goose, geese, hawk, sparrow, 鸟, 鸟儿, 小鸟, 飞鸟, 海鸥, 燕子, 老鹰, 雄鹰, 鹰, 乌鸦, 鸽子, 大雁, 候鸟, 白鸽, 麻雀",
      .element(.birds)),
    Entry("flock of bird, a flock of bird, flock, bird flock, murmuration, 鸟群", .element(.birds), .count(14)),
    Entry("fish, goldfish, koi, clownfish, tropical fish, 鱼, 小鱼, 金鱼, 锦鲤, 热带鱼, 鱼儿, 小丑鱼", .element(.fish)),
    Entry(
      "school of fish, a school of fish, a shoal of fish, shoal, shoal of fish, 鱼群", .element(.fish),
      .count(24)),
    Entry("butterfly, moth, monarch butterfly, 蝴蝶, 飞蛾, 蝶", .element(.butterflies)),
    Entry(
      "boat, ship, sailboat, sailing boat, yacht, vessel, canoe, kayak, ferry, fishing boat, rowboat, rowing boat, gondola, raft, junk boat, 船, 小船, 帆船, 游艇, 轮船, 渔船, 舟, 小舟, 孤舟, 扁舟, 船只, 木船, 船舶, 货船, 大船",
      .element(.boat)),
    Entry("小船, 小舟, 扁舟, 孤舟", .size(0.7)),
    Entry("大船", .size(1.5)),
    Entry("balloon, hot air balloon, hot air ballooning, airship, 热气球, 气球, 飞艇", .element(.balloon)),
    Entry(
      "car, automobile, sports car, taxi, cab, vehicle, racing car, race car, 汽车, 车, 轿车, 跑车, 赛车, 出租车, 车辆, 小汽车",
      .element(.car)),
    Entry(
      "traffic, heavy traffic, rush hour, rush hour traffic, 车流, 车水马龙, 川流不息的车", .element(.car), .count(9)),
    Entry(
      "busy street, busy city street, crowded street, bustling street, busy downtown, 繁忙的街道, 热闹的街道, 繁华的街道, 街上人来人往",
      .element(.city), .element(.road), .element(.car), .element(.people), .count(9)),
    Entry("busy road, busy highway, busy motorway, 繁忙的公路", .element(.road), .element(.car), .count(9)),
    Entry(
      "train, railway, railroad, locomotive, steam train, subway, metro, tram, bullet train, 火车, 列车, 高铁, 铁路, 地铁, 动车, 电车, 铁轨",
      .element(.train)),
    Entry(
      "rocket, rocket launch, spaceship, spacecraft, starship, space shuttle, 火箭, 飞船, 宇宙飞船, 太空船, 航天飞机",
      .element(.rocket)),
  ]
}
