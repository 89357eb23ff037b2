extension Vocabulary {
  /// Pictures of nothing in particular.
  static let abstract: [Entry] = [
    Entry(
      "flow, flowing color, flowing colour, fluid, fluid art, ink, ink in water, ink drop, silk, liquid, marble, swirl, flowing line, abstract, abstract art, abstract shape, gradient, paint, 抽象, 流动, 流体, 水墨流动, 墨水, 丝绸, 渐变, 流动的色彩, 流光, 抽象画, 大理石",
      .element(.flow)),
    Entry(
      "kaleidoscope, kaleidoscopic, mandala, fractal, geometric pattern, symmetry, 万花筒, 曼陀罗, 分形, 几何图案",
      .element(.kaleidoscope)),
    Entry(
      "tunnel, wormhole, vortex, hyperspace, warp speed, portal, time tunnel, 隧道, 虫洞, 漩涡, 时空隧道, 时光隧道, 传送门",
      .element(.tunnel)),
    Entry("plasma, lava lamp, psychedelic, trippy, 等离子, 迷幻, 熔岩灯", .element(.plasma)),
    Entry(
      "particle, dust, spark, glitter, bokeh, confetti, stardust, light particle, 粒子, 光点, 光斑, 尘埃, 火花, 星尘, 亮片, 光粒",
      .element(.particles)),
    // Neon is a city by night, but as a colour, or of something abstract, it is only a colour.
    Entry(
      "neon color, neon colour, neon hue, neon palette, neon tone, 霓虹色, 霓虹色彩",
      .mood(.synthwave, isSure: false)),
    Entry("neon green, 荧光绿", .colour(Palette.lime), .mood(.synthwave, isSure: false)),
    Entry("neon pink, 荧光粉", .colour(Palette.magenta), .mood(.synthwave, isSure: false)),
    Entry("neon blue, electric blue, 电光蓝", .colour(Palette.cyan), .mood(.synthwave, isSure: false)),
    Entry("neon purple", .colour(Palette.purple), .mood(.synthwave, isSure: false)),
    Entry("neon red", .colour(Palette.red), .mood(.synthwave, isSure: false)),
    Entry("neon orange", .colour(Palette.orange), .mood(.synthwave, isSure: false)),
    Entry("neon yellow", .colour(Palette.yellow), .mood(.synthwave, isSure: false)),
    Entry(
      "neon flow, neon abstract, neon fluid, neon swirl, neon ink, neon gradient",
      .element(.flow), .mood(.synthwave, isSure: false)),
    Entry("neon tunnel, neon wormhole, neon vortex", .element(.tunnel), .mood(.synthwave, isSure: false)),
    Entry("neon plasma", .element(.plasma), .mood(.synthwave, isSure: false)),
    Entry("neon particle, neon bokeh", .element(.particles), .mood(.synthwave, isSure: false)),
    Entry(
      "neon kaleidoscope, neon mandala, neon fractal", .element(.kaleidoscope),
      .mood(.synthwave, isSure: false)),
  ]
}
