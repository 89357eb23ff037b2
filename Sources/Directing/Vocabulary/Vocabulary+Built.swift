extension Vocabulary {
  /// What people build.
  static let built: [Entry] = [
    Entry(
      "city, cityscape, town, skyline, skyscraper, downtown, metropolis, building, urban, high rise, tower block, office building, square, time square, new york, tokyo, shanghai, hong kong, london, paris, beijing, manhattan, chongqing, 城市, 都市, 城, 高楼, 大厦, 高楼大厦, 摩天大楼, 摩天楼, 楼房, 建筑, 天际线, 市中心, 城镇, 小镇, 上海, 北京, 纽约, 东京, 香港, 重庆, 伦敦, 巴黎, 广场",
      .element(.city)),
    Entry(
      "cyberpunk, cyberpunk city, neon city, neon light, neon, neon lit, neon glow, 赛博朋克, 霓虹, 霓虹灯",
      .element(.city), .element(.neonSigns), .time(.night, isStated: false), .mood(.synthwave, isSure: false)),
    Entry(
      "city light, night city, city at night, city night, night cityscape, 城市夜景, 夜景, 万家灯火, 夜市",
      .element(.city), .time(.night, isStated: true)),
    Entry("city timelapse", .element(.city), .speed(2.5)),
    Entry(
      "road, highway, motorway, freeway, route, country road, desert road, mountain road, 路, 道路, 公路, 马路, 高速, 高速公路, 路上, 大道",
      .element(.road)),
    Entry(
      "street, avenue, alley, alleyway, boulevard, crossroad, crosswalk, side street, back street, 街, 街道, 大街, 街头, 小巷, 巷子, 街景, 老街, 古街, 胡同, 弄堂",
      .element(.city), .element(.road)),
    Entry(
      "path, trail, lane, footpath, country lane, dirt road, dirt track, 小路, 小径, 小道",
      .element(.road), .colour(Palette.brown)),
    Entry("city street, 城市街道", .element(.city), .element(.road)),
    Entry(
      "bridge, viaduct, golden gate, golden gate bridge, overpass, 桥, 大桥, 桥梁, 石桥, 小桥, 吊桥, 金门大桥, 天桥",
      .element(.bridge)),
    Entry("lighthouse, light house, beacon, 灯塔", .element(.lighthouse)),
    Entry(
      "house, cottage, cabin, hut, home, farmhouse, barn, villa, lodge, chalet, village, 房子, 房屋, 小屋, 木屋, 屋子, 农舍, 别墅, 村庄, 村子, 村落, 小木屋, 房, 家, 老屋",
      .element(.house)),
  ]
}
