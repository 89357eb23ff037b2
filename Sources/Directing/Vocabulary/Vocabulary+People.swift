extension Vocabulary {
  /// Who people are, as far as it is seen, and what they do who stay in a place.
  ///
  /// A word may mean several ("family"); one that does not say who it is ("friend") is a man or a woman by chance.
  static let people: [Entry] = [
    Entry(
      "man, men, guy, uncle, 叔叔, 舅舅, 伯伯, gentleman, father, dad, daddy, husband, fisherman, monk, 男人, 爸爸, 父亲, 渔夫, 和尚, 帅哥, 丈夫, 老爸",
      .element(.people), .figures([.man], usual: 1)),
    Entry(
      "woman, women, lady, mother, mom, mum, mommy, mummy, wife, bride, aunt, 女人, 妈妈, 母亲, 美女, 新娘, 妻子, 老妈, 阿姨, 女子",
      .element(.people), .figures([.woman], usual: 1)),
    Entry("teenager, teen, 年轻人, 青年", .element(.people), .figures([.adult], usual: 1)),
    Entry(
      "young woman, young lady, teenage girl, 少女, 姑娘", .element(.people), .figures([.woman], usual: 1)),
    Entry("young man, teenage boy, 少年, 小伙子", .element(.people), .figures([.man], usual: 1)),
    Entry(
      "boy, son, brother, grandson, nephew, 孙子, 外孙, 侄子, little boy, small boy, baby boy, 男孩, 小男孩, 儿子, 弟弟, 哥哥",
      .element(.people),
      .figures([.boy], usual: 1)),
    Entry(
      "girl, daughter, sister, granddaughter, niece, 孙女, 外孙女, 侄女, little girl, small girl, baby girl, 女孩, 小女孩, 女儿, 妹妹, 姐姐",
      .element(.people),
      .figures([.girl], usual: 1)),
    Entry(
      "child, children, kid, grandchild, grandchildren, schoolkid, toddler, schoolchild, schoolchildren, little one, 孩子, 小孩, 小朋友, 儿童, 娃, 小孩子",
      .element(.people),
      .figures([.child], usual: 1)),
    Entry(
      "grandfather, grandpa, granddad, old man, elderly man, old fisherman, 爷爷, 外公, 老爷爷, 老头, 老人, 渔翁, 老翁, 老伯",
      .element(.people), .figures([.oldMan], usual: 1)),
    Entry(
      "grandmother, grandma, granny, old woman, old lady, elderly woman, old grandmother, 奶奶, 外婆, 老奶奶, 老太太, 姥姥",
      .element(.people), .figures([.oldWoman], usual: 1)),
    Entry("grandparent, 爷爷奶奶, 外公外婆", .element(.people), .figures([.oldMan, .oldWoman], usual: 2)),
    Entry("parent", .element(.people), .figures([.man, .woman], usual: 1)),
    Entry("父母, 爸爸妈妈, 爸妈, 爹娘", .element(.people), .figures([.man, .woman], usual: 2)),
    Entry(
      "person, human, hiker, traveler, traveller, wanderer, pedestrian, tourist, student, worker, friend, walker, somebody, someone, stranger, neighbour, neighbor, 旅人, 背影, 人物",
      .element(.people), .figures([.adult], usual: 1)),
    Entry("朋友, 好友, 闺蜜, 伙伴, 同学", .element(.people), .figures([.adult], usual: 2)),
    Entry(
      "family, whole family, a family, 家庭, 一家人, 全家, 全家人, 家人们, 一家老小", .element(.people),
      .figures([.man, .girl, .woman, .boy], usual: 4)),
    Entry(
      "a family of three, family of three, family of 3, a family of 3, 一家三口, 三口之家", .element(.people),
      .count(3),
      .figures([.man, .child, .woman], usual: 3)),
    Entry(
      "a family of four, family of four, family of 4, a family of 4, 一家四口, 四口之家", .element(.people),
      .count(4),
      .figures([.man, .girl, .woman, .boy], usual: 4)),
    Entry(
      "a family of five, family of five, family of 5, a family of 5, 一家五口, 五口之家", .element(.people),
      .count(5),
      .figures([.man, .girl, .woman, .boy, .child], usual: 5)),
    Entry("父子, 爷俩", .element(.people), .figures([.man, .boy], usual: 2)),
    Entry("父女", .element(.people), .figures([.man, .girl], usual: 2)),
    Entry("母子, 娘俩, 妈妈和宝宝", .element(.people), .figures([.woman, .boy], usual: 2)),
    Entry("母女", .element(.people), .figures([.woman, .girl], usual: 2)),
    Entry("祖孙", .element(.people), .figures([.oldMan, .boy], usual: 2)),
    Entry("兄弟, 兄弟俩", .element(.people), .figures([.man], usual: 2)),
    Entry("姐妹, 姐妹俩", .element(.people), .figures([.woman], usual: 2)),
    Entry("兄妹, 姐弟, sibling", .element(.people), .figures([.boy, .girl], usual: 2)),
    Entry("twin, twins, 双胞胎", .element(.people), .figures([.girl], usual: 2)),
    Entry(
      "sit, sits, sitting, sat, seated, perched, perches, 坐, 坐在, 坐着, 坐下, 静坐, 端坐", .posture(.sitting)),
    Entry(
      "stand, stands, standing, stood, waiting, waits, 站, 站在, 站着, 站立, 伫立, 屹立, 等待", .posture(.standing)),
    Entry(
      "lying, lie down, lying down, asleep, sleeping, sleep, sleeps, napping, naps, nap, curled up, 睡, 睡觉, 睡着, 躺, 躺在, 躺着, 打盹, 沉睡",
      .posture(.lying)),
  ]
}
