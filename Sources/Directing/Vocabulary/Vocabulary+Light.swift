extension Vocabulary {
  /// Fire, lanterns and sparks.
  static let light: [Entry] = [
    Entry(
      "firework, fireworks show, firework display, new year's eve, new year eve, 烟花, 烟火, 焰火, 礼花, 放烟花, 跨年",
      .element(.fireworks), .time(.night, isStated: false)),
    Entry(
      "lantern, sky lantern, paper lantern, floating lantern, floating light, 灯笼, 孔明灯, 天灯, 河灯, 花灯, 元宵节",
      .element(.lanterns), .time(.night, isStated: false)),
    Entry(
      "candle, candlelight, candlelit, candle flame, 蜡烛, 烛光, 烛火, 烛", .element(.candle),
      .time(.night, isStated: false)),
    Entry(
      "campfire, bonfire, camp fire, fire, flame, camp, camping, 篝火, 营火, 火焰, 火, 火光, 火堆, 露营, 烈火",
      .element(.campfire), .time(.night, isStated: false)),
    Entry(
      "fireplace, hearth, fire place, log fire, room with a fireplace, living room with a fireplace, fire in the fireplace, 壁炉, 炉火",
      .element(.fireplace), .time(.night, isStated: false)),
    Entry(
      "firefly, fireflies, lightning bug, glow worm, glowworm, 萤火虫, 流萤", .element(.fireflies),
      .time(.night, isStated: false)),
    Entry(
      "glowing, glow, luminous, shining, shimmering, sparkling, radiant, glittering, bright, vivid, brilliant, 发光, 闪烁, 闪闪发光, 明亮, 闪耀, 璀璨, 灿烂, 波光粼粼, 绚烂, 绚丽",
      .adjective),
    Entry("dark, darkness, 黑暗, 昏暗, 漆黑", .time(.night, isStated: false), .adjective),
  ]
}
