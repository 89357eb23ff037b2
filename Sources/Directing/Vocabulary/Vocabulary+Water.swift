extension Vocabulary {
  /// Sea, lake, river and what is under them.
  static let water: [Entry] = [
    Entry(
      "ocean, sea, wave, ocean wave, sea wave, waves, tide, surf, seascape, open water, tidal wave, swell, pacific, atlantic, mediterranean, 海, 大海, 海洋, 海浪, 波浪, 浪花, 海水, 海面, 海波, 波涛, 浪, 沧海, 汪洋, 太平洋, 大西洋, 地中海, 海上, 海景",
      .element(.ocean)),
    Entry("the bund, bund, shanghai bund, 外滩, 上海外滩, 黄浦江", .element(.city), .element(.river)),
    Entry("tsunami, 海啸, 惊涛骇浪, 巨浪", .element(.ocean), .energy(1)),
    Entry(
      "seaside, seashore, shoreline, oceanside, coast, coastline, bay, harbour, harbor, 海边, 海岸, 海滨, 海岸线, 海湾, 港湾, 港口",
      .element(.ocean), .element(.beach)),
    Entry(
      "lake, lakeside, lakeshore, pond, lagoon, reservoir, loch, fjord, 湖, 湖泊, 湖面, 湖水, 湖边, 池塘, 湖畔, 湖上, 水塘, 西湖",
      .element(.lake)),
    Entry(
      "river, riverside, riverbank, stream, creek, brook, canal, 河, 河流, 江, 小溪, 溪流, 大河, 江河, 江水, 小河, 运河, 溪, 长江, 黄河, 河边, 江边",
      .element(.river)),
    Entry("waterfall, cascade, niagara falls, niagara, 瀑布", .element(.waterfall)),
    Entry(
      "underwater, under water, undersea, under the sea, beneath the sea, under the ocean, beneath the waves, under the waves, deep sea, ocean floor, sea floor, seabed, aquarium, 海底, 水下, 水底, 深海, 海底世界, 水族馆",
      .element(.underwater)),
    Entry("water, 水面", .element(.lake)),
  ]
}
