extension Vocabulary {
  /// The light of the day.
  static let times: [Entry] = [
    Entry(
      "sunset, sundown, setting sun, sun set, sun is setting, sun setting, sun sets, sun goes down, sun is going down, sun going down, 日落, 夕阳, 落日, 夕阳西下, 晚霞, 残阳, 斜阳",
      .time(.sunset, isStated: true), .element(.sun)),
    Entry(
      "sunrise, sun rise, rising sun, sun is rising, sun rising, sun rises, sun comes up, sun is coming up, 日出, 朝阳, 旭日, 朝霞",
      .time(.dawn, isStated: true), .element(.sun)),
    Entry(
      "dawn, daybreak, first light, early morning, morning light, soft morning light, morning sun, morning sunlight, break of day, 黎明, 破晓, 清晨, 拂晓, 晨曦, 凌晨, 早晨",
      .time(.dawn, isStated: true)),
    Entry(
      "day, daytime, daylight, noon, midday, afternoon, morning, broad daylight, 白天, 正午, 中午, 下午, 午后, 上午, 白昼, 早上",
      .time(.day, isStated: true)),
    Entry(
      "golden hour, golden light, late afternoon, 黄金时刻, 金色时刻, 金色阳光, 金色的阳光", .time(.goldenHour, isStated: true)
    ),
    Entry("midnight sun, 午夜太阳", .time(.sunset, isStated: true), .element(.sun)),
    Entry(
      "dusk, twilight, evening, nightfall, blue hour, 黄昏, 傍晚, 暮色, 日暮, 薄暮, 蓝调时刻", .time(.dusk, isStated: true)),
    Entry(
      "night, nighttime, night time, midnight, nocturnal, tonight, 夜, 夜晚, 夜里, 晚上, 深夜, 午夜, 夜色, 夜幕, 黑夜, 今晚, 半夜, 夜间",
      .time(.night, isStated: true)),
  ]
}
