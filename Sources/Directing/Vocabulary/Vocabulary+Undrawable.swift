extension Vocabulary {
  /// Things that prompts often name and the studio has no painter for, with the nearest that it has.
  static let undrawable: [Entry] = [
    Entry(
      "cat, kitten, kitty, dog, puppy, horse, cow, sheep, lamb, goat, pig, rabbit, bunny, mouse, rat, elephant, lion, tiger, giraffe, zebra, monkey, gorilla, panda, koala, kangaroo, snake, lizard, crocodile, dinosaur, camel, unicorn, hamster, frog, spider, ant, snail, chicken, hen, rooster, hippo, rhino, otter, beaver, leopard, cheetah, penguin, 猫, 小猫, 猫咪, 狗, 小狗, 狗狗, 马, 牛, 羊, 猪, 兔子, 小兔子, 老鼠, 大象, 狮子, 老虎, 长颈鹿, 斑马, 猴子, 熊猫, 大熊猫, 考拉, 袋鼠, 蛇, 恐龙, 骆驼, 独角兽, 青蛙, 蜘蛛, 蚂蚁, 鸡, 企鹅, 猎豹, 水獭, 海狸, 骏马, 马匹",
      .undrawable(nil)),
    Entry(
      "dragon, phoenix, griffin, monster, ghost, zombie, vampire, witch, wizard, fairy, angel, demon, god, goddess, elf, mermaid, superhero, knight, samurai, ninja, pirate, warrior, king, queen, princess, prince, soldier, cowboy, 龙, 飞龙, 巨龙, 凤凰, 怪物, 鬼, 僵尸, 吸血鬼, 女巫, 巫师, 精灵, 恶魔, 美人鱼, 超人, 骑士, 武士, 忍者, 海盗, 战士, 国王, 女王, 公主, 王子, 士兵, 仙女, 孙悟空, 哪吒",
      .undrawable(nil)),
    Entry(
      "people, person, human, man, men, woman, women, boy, girl, child, children, kid, baby, couple, family, friend, crowd, face, portrait of a woman, portrait of a man, dancer, singer, chef, doctor, teacher, student, worker, athlete, runner, surfer, hiker, traveler, traveller, old man, grandmother, lover, model, actor, celebrity, hand, eye, bride, tourist, musician, 人, 人物, 人们, 男人, 女人, 男孩, 女孩, 孩子, 小孩, 婴儿, 情侣, 家庭, 朋友, 人群, 脸, 舞者, 歌手, 厨师, 医生, 老师, 学生, 工人, 运动员, 老人, 少女, 少年, 美女, 帅哥, 恋人, 行人, 游客, 手, 眼睛, 新娘, 小女孩, 小男孩, 姑娘, 老爷爷, 奶奶",
      .undrawable(nil)),
    Entry(
      "whale, dolphin, shark, turtle, sea turtle, jelly, octopus, squid, crab, lobster, seal, orca, ray fish, manta ray, 鲸鱼, 鲸, 海豚, 鲨鱼, 海龟, 乌龟, 水母, 章鱼, 螃蟹, 龙虾, 虎鲸, 蓝鲸",
      .undrawable(.fish)),
    Entry("bee, bumblebee, dragonfly, ladybug, insect, beetle, 蜜蜂, 蜻蜓, 瓢虫, 昆虫", .undrawable(.butterflies)),
    Entry(
      "owl, parrot, bat, duck, hummingbird, peacock, drone, 猫头鹰, 鹦鹉, 蝙蝠, 鸭子, 蜂鸟, 孔雀, 无人机", .undrawable(.birds)
    ),
    Entry("wolf, fox, bear, deer, squirrel, moose, 狼, 狐狸, 熊, 鹿, 小鹿, 松鼠, 麋鹿", .undrawable(.forest)),
    Entry(
      "plane, airplane, aeroplane, aircraft, jet, fighter jet, helicopter, 飞机, 直升机, 战斗机", .undrawable(.birds)),
    Entry("astronaut, cosmonaut, ufo, satellite, space station, 宇航员, 航天员, 卫星, 空间站, 飞碟", .undrawable(.rocket)),
    Entry("alien, robot city, alien planet, 外星人, 外星", .undrawable(.planet)),
    Entry("robot, android, cyborg, mech, 机器人, 机甲", .undrawable(nil)),
    Entry(
      "bus, truck, motorcycle, motorbike, bicycle, bike, scooter, van, lorry, tractor, tank, 公交车, 巴士, 卡车, 货车, 摩托车, 自行车, 单车, 坦克, 拖拉机, 马车",
      .undrawable(.car)),
    Entry("submarine, 潜水艇, 潜艇", .undrawable(.boat)),
    Entry("parachute, kite, paraglider, 降落伞, 滑翔伞", .undrawable(.balloon)),
    Entry(
      "castle, palace, temple, church, cathedral, pagoda, mosque, shrine, monastery, pavilion, tent, ruin, pyramid, museum, library, school, hospital, 城堡, 宫殿, 寺庙, 教堂, 宝塔, 神社, 亭子, 帐篷, 金字塔, 遗迹, 故宫, 古堡, 庙, 塔, 学校, 图书馆",
      .undrawable(.house)),
    Entry(
      "windmill, tower, eiffel tower, wind turbine, water tower, 风车, 埃菲尔铁塔, 高塔", .undrawable(.lighthouse)),
    Entry(
      "coffee shop, cafe, restaurant, shop, mall, factory, airport, station, stadium, market, office, 咖啡馆, 咖啡店, 餐厅, 商店, 商场, 工厂, 体育场, 市场, 办公室, 店铺",
      .undrawable(.city)),
    Entry("volcano, iceberg, lava, magma, 火山, 冰山, 岩浆", .undrawable(.mountains)),
    Entry("tornado, whirlwind, 龙卷风, 旋风", .undrawable(.lightning)),
    Entry(
      "lamp, street lamp, streetlight, lightbulb, light bulb, torch, 路灯, 台灯, 灯泡, 火把, 灯",
      .undrawable(.lanterns)),
    Entry("explosion, 爆炸", .undrawable(.fireworks)),
    Entry(
      "coffee, tea, cup, cake, pizza, burger, food, fruit, apple, banana, bread, wine, beer, chocolate, ice cream, noodle, rice, sushi, 咖啡, 茶, 杯子, 蛋糕, 披萨, 汉堡, 食物, 苹果, 香蕉, 面包, 红酒, 啤酒, 巧克力, 冰淇淋, 面条, 寿司, 饺子",
      .undrawable(nil)),
    Entry(
      "phone, laptop, computer, book, chair, table, desk, bed, sofa, clock, watch, mirror, umbrella, shoe, dress, hat, bag, ball, football, basketball, camera phone, key, ring, diamond, money, coin, sword, gun, flag, map, statue, toy, doll, bottle, box, door, window, room, kitchen, bedroom, guitar player, logo, product, 手机, 电脑, 书, 椅子, 桌子, 床, 沙发, 钟表, 手表, 镜子, 雨伞, 伞, 鞋, 裙子, 帽子, 包, 球, 足球, 篮球, 钥匙, 戒指, 钻石, 钱, 硬币, 剑, 枪, 旗, 地图, 雕像, 玩具, 娃娃, 瓶子, 箱子, 门, 窗, 窗户, 房间, 厨房, 卧室, 产品, 商标",
      .undrawable(nil)),
    Entry("heart, love, dream, war, peace, time, freedom, 爱心, 心, 爱情, 梦, 战争, 和平, 自由, 时间", .undrawable(nil)),
  ]
}
