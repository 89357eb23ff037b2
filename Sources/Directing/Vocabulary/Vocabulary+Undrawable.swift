extension Vocabulary {
  /// Things that prompts often name and the studio has no painter for, with the nearest that it has.
  static let undrawable: [Entry] = [
    Entry(
      "cow, sheep, lamb, goat, pig, rabbit, bunny, mouse, rat, lion, tiger, giraffe, zebra, monkey, gorilla, panda, koala, kangaroo, snake, lizard, crocodile, dinosaur, camel, unicorn, hamster, frog, spider, ant, snail, chicken, hen, rooster, hippo, rhino, otter, beaver, leopard, cheetah, penguin, 牛, 羊, 猪, 兔子, 小兔子, 老鼠, 狮子, 老虎, 长颈鹿, 斑马, 猴子, 熊猫, 大熊猫, 考拉, 袋鼠, 蛇, 恐龙, 骆驼, 独角兽, 青蛙, 蜘蛛, 蚂蚁, 鸡, 企鹅, 猎豹, 水獭, 海狸",
      .undrawable(nil)),
    Entry(
      "dragon, witch, wizard, 女巫, 巫师, phoenix, griffin, monster, ghost, fairy, angel, demon, god, goddess, mermaid, 龙, 飞龙, 巨龙, 凤凰, 怪物, 鬼, 精灵, 恶魔, 美人鱼, 仙女",
      .undrawable(nil)),
    Entry(
      "zombie, vampire, elf, superhero, knight, samurai, ninja, pirate, warrior, king, queen, princess, prince, soldier, cowboy, 僵尸, 吸血鬼, 超人, 骑士, 武士, 忍者, 海盗, 战士, 国王, 女王, 公主, 王子, 士兵, 孙悟空, 哪吒",
      .undrawable(.people)),
    Entry(
      "baby, face, hand, eye, 婴儿, 脸, 手, 眼睛", .undrawable(nil)),
    Entry(
      "singer, chef, doctor, teacher, surfer, skateboarder, skater, skier, snowboarder, climber, swimmer, diver, guitarist, pianist, drummer, dj, painter, photographer, gamer, barista, nurse, firefighter, policeman, farmer,  model, actor, celebrity, musician, 歌手, 厨师, 医生, 老师, 工人, 冲浪的人, 冲浪者",
      .undrawable(.people)),
    Entry(
      "octopus, squid, crab, lobster, seal, ray fish, manta ray, 章鱼, 螃蟹, 龙虾",
      .undrawable(.fish)),
    Entry("dragonfly, ladybug, insect, beetle, 蜻蜓, 瓢虫, 昆虫", .undrawable(.butterflies)),
    Entry(
      "parrot, bat, duck, hummingbird, peacock, drone, 鹦鹉, 蝙蝠, 鸭子, 蜂鸟, 孔雀, 无人机", .undrawable(.birds)
    ),
    Entry("fox, 狐狸", .undrawable(.wolf)),
    Entry("bear, squirrel, moose, 熊, 松鼠, 麋鹿", .undrawable(.forest)),
    Entry("alien, robot city, alien planet, 外星人, 外星", .undrawable(.planet)),
    Entry("robot, android, cyborg, mech, 机器人, 机甲", .undrawable(nil)),
    Entry(
      "bus, motorcycle, motorbike, scooter, tractor, tank, 公交车, 巴士, 摩托车, 坦克, 拖拉机, 马车",
      .undrawable(.car)),
    Entry("submarine, 潜水艇, 潜艇", .undrawable(.boat)),
    Entry("parachute, paraglider, 降落伞, 滑翔伞", .undrawable(.balloon)),
    Entry(
      "church, cathedral, mosque, ruin, pyramid, museum, school, hospital, 教堂, 金字塔, 遗迹, 学校",
      .undrawable(.house)),
    Entry("library, study, kitchen, classroom, 图书馆, 书房, 厨房, 教室", .undrawable(.window)),
    Entry(
      "tower, eiffel tower, water tower, 埃菲尔铁塔, 高塔", .undrawable(.lighthouse)),
    Entry(
      "coffee shop, cafe, restaurant, shop, mall, factory, airport, station, stadium, market, office, 咖啡馆, 咖啡店, 餐厅, 商店, 商场, 工厂, 体育场, 市场, 办公室, 店铺",
      .undrawable(.city)),
    Entry("construction crane, tower crane, 起重机, 塔吊", .undrawable(.city)),
    Entry(
      "lightbulb, light bulb, torch, 台灯, 灯泡, 火把, 灯",
      .undrawable(.lanterns)),
    Entry("hologram, holographic, 全息, 全息影像, 全息投影", .undrawable(.neonSigns)),
    Entry("stained glass, stained glass window, mosaic, 彩色玻璃, 彩绘玻璃, 马赛克", .undrawable(.kaleidoscope)),
    Entry(
      "digital rain, matrix rain, matrix code, code rain, matrix, binary code, 代码雨, 数字雨, 黑客帝国",
      .undrawable(.particles)),
    Entry(
      "ferris wheel, carousel, merry go round, roller coaster, amusement park, theme park, funfair, carnival, circus, 摩天轮, 旋转木马, 过山车, 游乐园, 游乐场, 马戏团, 嘉年华",
      .undrawable(.fireworks)),
    Entry(
      "treasure chest, chest, crystal ball, spider web, cobweb, mushroom, skeleton, skull, hourglass, chess, telescope, umbrella stand, pumpkin, crown, mask, 宝箱, 水晶球, 蜘蛛网, 蘑菇, 骷髅, 骷髅头, 沙漏, 象棋, 望远镜, 南瓜, 皇冠, 面具",
      .undrawable(nil)),
    Entry("snowman, snowmen, 雪人", .undrawable(.snow)),
    Entry("explosion, 爆炸", .undrawable(.fireworks)),
    Entry(
      "coffee, tea, cup, cake, pizza, burger, food, fruit, apple, banana, bread, wine, beer, chocolate, ice cream, noodle, rice, sushi, 咖啡, 茶, 杯子, 蛋糕, 披萨, 汉堡, 食物, 苹果, 香蕉, 面包, 红酒, 啤酒, 巧克力, 冰淇淋, 面条, 寿司, 饺子",
      .undrawable(nil)),
    Entry(
      "phone, laptop, computer, book, chair, table, desk, bed, sofa, clock, watch, mirror, shoe, dress, hat, bag, ball, football, basketball, camera phone, key, ring, diamond, money, coin, sword, gun, flag, map, statue, toy, doll, bottle, box, door, iphone, ipad, airpod, sneaker, guitar player, logo, product, 手机, 电脑, 书, 椅子, 桌子, 床, 沙发, 钟表, 手表, 镜子, 鞋, 裙子, 帽子, 包, 球, 足球, 篮球, 钥匙, 戒指, 钻石, 钱, 硬币, 剑, 枪, 旗, 地图, 雕像, 玩具, 娃娃, 瓶子, 箱子, 门, 产品, 商标",
      .undrawable(nil)),
    Entry("love, dream, war, peace, time, freedom, 爱情, 梦, 战争, 和平, 自由, 时间", .undrawable(nil)),
  ]
}
