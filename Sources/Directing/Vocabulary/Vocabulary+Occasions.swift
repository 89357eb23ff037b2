extension Vocabulary {
  /// What cards are sent for; the words name the film.
  static let occasions: [Entry] = [
    Entry("good morning, morning greetings, 早安, 早上好, 早晨好", .scene, .occasion(.morning), .feeling(.happy)),
    Entry("good night, sweet dreams, 晚安, 好梦", .scene, .occasion(.night), .feeling(.calm)),
    Entry(
      "happy new year, new year countdown, new year, 新年快乐, 元旦快乐, 元旦, 新年", .scene, .occasion(.newYear),
      .feeling(.happy)),
    Entry(
      "chinese new year, lunar new year, happy chinese new year, happy lunar new year, spring festival, 春节快乐, 新春快乐, 恭喜发财, 春节, 除夕, 过年",
      .scene, .occasion(.springFestival), .feeling(.happy)),
    Entry("happy birthday, birthday, 生日快乐, 生日", .scene, .occasion(.birthday), .feeling(.happy)),
    Entry("merry christmas, 圣诞快乐, 圣诞节快乐, 平安夜", .scene, .occasion(.christmas), .feeling(.happy)),
    Entry(
      "mid autumn festival, moon festival, happy mid autumn festival, 中秋快乐, 中秋节快乐, 中秋, 中秋节", .scene,
      .occasion(.midAutumn)),
    Entry("lantern festival, diwali, happy diwali, 元宵快乐, 元宵节快乐, 元宵节", .scene, .occasion(.lanternFestival)),
    Entry("dragon boat festival, 端午, 端午节, 端午安康, 端午快乐", .scene, .occasion(.dragonBoat)),
    Entry(
      "mother's day, mothers day, happy mother's day, happy mothers day, women's day, 母亲节快乐, 母亲节, 妇女节",
      .scene,
      .occasion(.mothersDay), .feeling(.happy)),
    Entry(
      "wedding, wedding day, save the date, wedding invitation, happy wedding, just married, 新婚快乐, 婚礼, 结婚快乐",
      .scene, .occasion(.wedding)),
    Entry("halloween, happy halloween, 万圣节, 万圣节快乐", .scene, .occasion(.halloween), .feeling(.spooky)),
    Entry(
      "in loving memory, in memory, in loving remembrance, in memoriam, rest in peace, gone but not forgotten, 沉痛悼念, 深切悼念, 悼念, 缅怀, 永远怀念, 一路走好",
      .scene, .occasion(.memorial), .feeling(.calm)),
    Entry("easter, happy easter, 复活节, 复活节快乐", .scene, .occasion(.easter), .feeling(.happy)),
    Entry("thanksgiving, happy thanksgiving, 感恩节, 感恩节快乐", .scene, .occasion(.thanksgiving)),
    Entry("ramadan, eid, eid mubarak, ramadan kareem, 开斋节", .scene, .occasion(.eid)),
    Entry(
      "black friday, cyber monday, sale, flash sale, big sale, summer sale, winter sale, clearance sale, black friday sale, 黑色星期五, 黑五, 双十一, 双11, 大促, 促销, 清仓, 特卖, 大甩卖",
      .scene, .occasion(.sale)),
    Entry(
      "grand opening, grand reopening, grand opening sale, opening sale, now open, 盛大开业, 开业, 开业大吉, 新店开业",
      .scene, .occasion(.opening), .feeling(.happy)),
    Entry(
      "congratulations, congrats, graduation, happy graduation, 恭喜, 祝贺, 毕业快乐, 节日快乐, 周末快乐, 父亲节快乐, happy weekend, happy holidays",
      .scene, .occasion(.congratulation), .feeling(.happy)),
    Entry("thank you, thank you very much, 谢谢, 感谢, 谢谢你", .scene, .occasion(.thanks), .feeling(.happy)),
  ]
}
