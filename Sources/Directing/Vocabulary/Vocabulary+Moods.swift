extension Vocabulary {
  /// How a scene feels, from calm to storm.
  static let moods: [Entry] = [
    // It names the film, and nothing in it is drawn.
    Entry("你好", .scene),
    Entry(
      "calm, serene, tranquil, peaceful, quiet, quiet scene, placid, relaxing, soothing, zen, still water, meditative, 平静, 宁静, 安静, 静谧, 安详, 祥和, 放松, 舒缓, 悠闲, 恬静, 宁谧",
      .energy(0.12), .feeling(.calm)),
    Entry("gentle, soft, softly, gently, mild, cosy, cozy, 柔和, 温柔, 轻柔, 缓缓, 温馨", .energy(0.25)),
    Entry(
      "rough, choppy, wild, raging, turbulent, violent, fierce, furious, crashing, churning, angry, 汹涌, 狂暴, 猛烈, 澎湃, 波涛汹涌, 剧烈, 愤怒",
      .energy(0.9)),
    Entry(
      "energetic, dynamic, lively, exciting, intense, action packed, 动感, 活力, 热烈, 激烈, 热闹, 充满活力", .energy(0.75),
      .feeling(.lively)),
    Entry(
      "happy, joyful, cheerful, fun, playful, festive, celebration, 快乐, 欢乐, 开心, 欢快, 愉快, 喜庆", .energy(0.55),
      .feeling(.happy)),
    Entry(
      "sad, melancholy, melancholic, lonely, sorrowful, wistful, 悲伤, 忧伤, 伤感, 孤独, 忧郁, 寂寞", .energy(0.2),
      .feeling(.sad)),
    Entry(
      "epic, majestic, dramatic, grand, awe inspiring, heroic, breathtaking, 史诗, 壮观, 宏伟, 震撼, 壮丽, 雄伟, 磅礴, 恢弘, 戏剧性",
      .energy(0.6), .feeling(.epic)),
    Entry(
      "mysterious, mystical, magical, enchanted, ethereal, 神秘, 魔幻, 奇幻, 魔法", .energy(0.3),
      .feeling(.mysterious)),
    Entry("romantic, lovely, 浪漫", .energy(0.3), .feeling(.romantic)),
    Entry("dreamy, dreamlike, surreal, 梦幻, 唯美, 朦胧, 梦境", .energy(0.25), .feeling(.dreamy)),
    Entry(
      "spooky, scary, eerie, haunted, creepy, horror, 恐怖, 诡异, 阴森", .energy(0.5), .feeling(.spooky),
      .time(.night, isStated: false)),
    Entry("nostalgic, retro, vintage, 怀旧, 复古", .energy(0.3), .feeling(.nostalgic)),
  ]
}
