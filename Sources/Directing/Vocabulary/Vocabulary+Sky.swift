extension Vocabulary {
  /// Sun, moon, stars and what else stands in the sky.
  static let sky: [Entry] = [
    Entry("sun, 太阳, 烈日, 骄阳, 红日, 日轮", .element(.sun)),
    Entry(
      "sunlight, sunshine, sun ray, sunray, sunbeam, sun beam, sunlight ray, ray of sunlight, light ray, ray of light, god ray, ray, light shaft, shaft of light, 阳光, 日光, 光束, 光芒",
      .time(.day, isStated: false),
      .adjective),
    Entry("moon, moonrise, 月亮, 月球, 圆月, 明月, 月", .element(.moon)),
    Entry(
      "crescent, crescent moon, sickle moon, new moon, young moon, 月牙, 月牙儿, 弯月, 新月, 残月", .element(.moon),
      .lit(0.2),
      .time(.night, isStated: false)),
    Entry(
      "half moon, a half moon, quarter moon, 半月, 半个月亮, 上弦月, 下弦月", .element(.moon), .lit(0.5),
      .time(.night, isStated: false)),
    Entry("full moon, 满月", .element(.moon), .time(.night, isStated: false)),
    Entry("blood moon, 血月", .element(.moon), .colour(Palette.bloodRed), .time(.night, isStated: false)),
    Entry(
      "moonlight, moon light, moonlit, moonbeam, 月光, 月色, 月夜", .time(.night, isStated: false), .element(.moon)),
    Entry(
      "star, starfield, star field, starlight, constellation, starry sky, starry night, starry, night sky full of star, 星星, 繁星, 星辰, 星光, 星空, 群星, 星座, 星夜, 满天星, 星河, 星海",
      .element(.stars), .time(.night, isStated: false)),
    Entry(
      "aurora, aurora borealis, aurora australis, northern light, southern light, polar light, 极光, 北极光, 南极光",
      .element(.aurora), .time(.night, isStated: false)),
    Entry(
      "nebula, nebulae, milky way, cosmos, universe, outer space, deep space, space, cosmic, interstellar, supernova, 星云, 银河, 银河系, 宇宙, 太空, 深空, 外太空",
      .element(.nebula), .element(.stars), .time(.night, isStated: false)),
    Entry(
      "saturn, ringed planet, planet with rings, planet with a ring, 土星, 带环的行星, 有光环的行星", .element(.planet),
      .rings,
      .time(.night, isStated: false)),
    Entry(
      "planet, jupiter, exoplanet, 行星, 木星, 星球",
      .element(.planet), .time(.night, isStated: false)),
    Entry(
      "earth, the earth, planet earth, earth from space, blue planet, 地球", .element(.planet),
      .colour(Palette.blue),
      .time(.night, isStated: false)),
    Entry(
      "mars, red planet, 火星", .element(.planet), .colour(Palette.terracotta), .time(.night, isStated: false)),
    Entry(
      "cloud, cloudscape, cumulus, cirrus, cloudbank, sea of cloud, 云, 云朵, 云彩, 白云, 云海, 云层, 浮云",
      .element(.clouds)),
    Entry("white cloud", .element(.clouds), .colour(Palette.white)),
    Entry(
      "dark cloud, storm cloud, rain cloud, black cloud, 乌云, 黑云, 阴云", .element(.clouds),
      .time(.overcast, isStated: false)),
    Entry("cloudy, overcast sky, 多云", .element(.clouds), .time(.overcast, isStated: false)),
    Entry("rainbow, 彩虹", .element(.rainbow)),
    Entry("sky, skies, heaven, firmament, 天空, 天边, 天际, 天上, 苍穹, 天", .sky),
    Entry("night sky, 夜空", .sky, .time(.night, isStated: true), .element(.stars)),
    Entry("horizon, 地平线, 海平线", .scene),
  ]
}
