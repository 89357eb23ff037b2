extension Vocabulary {
  /// How many and how big.
  static let quantities: [Entry] = [
    Entry("tiny, minuscule, miniature, teeny, 微小, 极小, 小小, 袖珍", .size(0.5)),
    Entry("small, little, distant, far away, faraway, petite, 小, 远处, 遥远, 小型", .size(0.7)),
    Entry("big, large, tall, wide, 大, 大型, 高大, 很大", .size(1.5)),
    Entry(
      "huge, giant, gigantic, enormous, massive, immense, colossal, towering, oversized, vast, 巨大, 巨型, 庞大, 硕大, 超大, 特大",
      .size(2.2)),
    Entry("one, a single, single, solitary, lone, 单个, 唯一, 孤零零", .count(1)),
    Entry("two, a pair of, pair of, a couple of, couple of, 一对, 一双, 几对", .count(2)),
    Entry("a family of, family of, 一家", .count(4)),
    Entry("three", .number(3)), Entry("four", .number(4)), Entry("five", .number(5)),
    Entry("six", .number(6)),
    Entry("seven", .number(7)), Entry("eight", .number(8)), Entry("nine", .number(9)),
    Entry("ten", .number(10)),
    Entry("eleven", .number(11)), Entry("twelve, a dozen, dozen", .number(12)), Entry("fifteen", .number(15)),
    Entry("twenty", .number(20)), Entry("twenty five", .number(25)), Entry("thirty", .number(30)),
    Entry("forty", .number(40)), Entry("forty five", .number(45)), Entry("fifty", .number(50)),
    Entry("sixty", .number(60)), Entry("ninety", .number(90)),
    Entry("hundred, a hundred, one hundred", .number(100)),
    Entry("one and a half, 1 and a half, 一个半", .number(1.5)),
    Entry("half, half a, half of a, a half, 半, 半个", .number(0.5)),
    Entry("a few, few, a handful of, 几, 几只, 几个, 几艘, 几朵, 几颗, 几条, 几座, 几棵, 数只, 一些, 少许, 少量, 几辆", .count(4)),
    Entry("several, some, a bunch of, a group of, group of, 若干, 好几, 一丛, 一排, 一串", .count(6)),
    Entry(
      "a flock of, flock of, a school of, a swarm of, swarm of, a herd of, 一群, 成群, 成群的, 成群结队, 一大群", .count(14)
    ),
    Entry("many, lot of, a lot of, lots of, plenty of, numerous, 许多, 很多, 众多, 好多, 大量, 大批", .count(20)),
    Entry("dozens of, dozens, scores of, 几十, 数十", .count(36)),
    Entry("hundreds of, hundreds, 数百, 几百, 上百, 成百上千", .count(150)),
    Entry(
      "thousands of, thousands, countless, millions of, myriad, endless, a million, 数千, 无数, 上千, 成千上万, 漫天, 满天, 千万",
      .count(300)),
    Entry("second, sec, s, 秒, 秒钟, seconds long", .unit(.seconds)),
    Entry("minute, min, mins, 分钟", .unit(.minutes)),
    Entry("millisecond, ms, 毫秒", .unit(.milliseconds)),
    Entry("fps, frames per second, frame per second, frames a second, 帧, 帧每秒, 帧率", .unit(.framesPerSecond)),
    Entry("bpm, beats per minute, beats a minute", .unit(.beats)),
    Entry("%, percent, per cent", .unit(.percent)),
    Entry("a minute and a half, a minute and a half long, 一分半, 一分半钟, 一分三十秒", .length(90_000)),
    Entry("half a minute, half minute, 半分钟", .length(30_000)),
    Entry("a minute, one minute long, 一分钟", .length(60_000)),
    Entry("a quarter of a minute, quarter of a minute", .length(15_000)),
  ]
}
