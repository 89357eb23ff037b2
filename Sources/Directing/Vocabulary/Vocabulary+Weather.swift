extension Vocabulary {
  /// Rain, snow, fog and storm.
  static let weather: [Entry] = [
    Entry(
      "rain, rainy, raining, raindrop, rainfall, drizzle, drizzling, downpour, shower, 雨, 下雨, 雨水, 雨滴, 小雨, 细雨, 雨中, 下着雨, 雨季, 雨点",
      .element(.rain), .time(.overcast, isStated: false)),
    Entry(
      "heavy rain, pouring rain, 大雨, 暴雨, 倾盆大雨", .element(.rain), .energy(0.75),
      .time(.overcast, isStated: false)),
    Entry(
      "pastel, pastel color, pastel colour, pastel tone, 粉彩, 马卡龙色", .time(.dawn, isStated: false), .adjective),
    Entry(
      "after the rain, after rain, after a storm, after the storm, 雨后, 雨停, 雨停了, 雨停之后", .element(.fog),
      .time(.day, isStated: false)),
    Entry("雨过天晴", .element(.rainbow), .time(.day, isStated: false)),
    Entry("rainy night, night rain, 雨夜", .element(.rain), .time(.night, isStated: true)),
    Entry(
      "snow, snowy, snowing, snowfall, snowflake, winter, wintry, christmas, 雪, 下雪, 雪花, 飘雪, 飞雪, 大雪, 白雪, 冬天, 冬日, 冬季, 圣诞, 圣诞节, 下着雪, 雪景",
      .element(.snow), .time(.overcast, isStated: false)),
    Entry(
      "blizzard, snowstorm, snow storm, 暴风雪, 暴雪", .element(.snow), .energy(0.9),
      .time(.overcast, isStated: false)),
    Entry(
      "snowy night, 雪夜", .element(.snow), .time(.night, isStated: true)),
    Entry(
      "fog, foggy, mist, misty, haze, hazy, smog, 雾, 雾气, 薄雾, 迷雾, 晨雾, 浓雾, 大雾, 烟雾, 雾霾, 云雾", .element(.fog)),
    Entry(
      "lightning, thunder, thunderbolt, lightning bolt, lightning strike, 闪电, 雷电, 打雷, 雷",
      .element(.lightning),
      .element(.clouds), .time(.overcast, isStated: false)),
    Entry(
      "thunderstorm, thunder storm, lightning storm, electrical storm, 雷暴, 雷雨, 雷阵雨", .element(.lightning),
      .element(.rain),
      .element(.clouds), .energy(0.9), .time(.overcast, isStated: false)),
    Entry(
      "storm, stormy, tempest, hurricane, typhoon, cyclone, gale, 暴风雨, 风暴, 暴风, 台风, 飓风, 狂风暴雨, 风雨",
      .energy(0.9),
      .element(.clouds), .element(.rain), .time(.overcast, isStated: false)),
    Entry("rainy day, 雨天", .element(.rain), .time(.overcast, isStated: false)),
    Entry("snowy day, winter day, 雪天", .element(.snow), .time(.overcast, isStated: false)),
    Entry(
      "cloudy day, foggy day, misty day", .element(.clouds), .element(.fog), .time(.overcast, isStated: false)
    ),
    Entry("foggy morning, misty morning", .element(.fog), .time(.dawn, isStated: true)),
    Entry("windy, wind, breezy, gust, blustery, 大风, 狂风, 刮风, 风", .energy(0.65)),
    Entry("gentle breeze, breeze, light wind, 微风, 清风, 轻风, 晚风, 海风", .energy(0.3)),
    Entry("windless, no wind, 无风", .energy(0.08)),
    Entry(
      "cloudless, clear sky, clear skies, clear blue sky, 晴空, 万里无云, 晴空万里", .negation, .element(.clouds),
      .boundary),
    Entry("sunny, sunlit, sun-drenched, 晴朗, 晴天, 阳光明媚", .time(.day, isStated: false), .element(.sun)),
    Entry(
      "overcast, gloomy, grey day, gray day, 阴天, 阴沉, 阴霾", .time(.overcast, isStated: true), .element(.clouds)),
  ]
}
