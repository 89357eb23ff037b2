extension Vocabulary {
  /// Land, plants and built things beyond the first tables.
  static let furtherPlaces: [Entry] = [
    Entry(
      "canyon, gorge, grand canyon, mesa, butte, ravine, badlands, monument valley, 大峡谷, 峡谷, 丹霞",
      .element(.canyon)),
    Entry("cliff, sea cliff, clifftop, precipice, headland, 悬崖, 峭壁, 断崖, 崖", .element(.cliffs)),
    Entry("cave, cavern, grotto, cave mouth, 洞穴, 山洞, 岩洞, 溶洞", .element(.cave)),
    Entry("iceberg, glacier, ice floe, ice shelf, arctic ocean, 冰山, 冰川, 浮冰", .element(.iceberg)),
    Entry(
      "volcano, lava, magma, 岩浆, erupting volcano, eruption, volcanic eruption, volcanic, 火山, 火山喷发, 火山爆发",
      .element(.volcano)),
    Entry("cactus, cacti, cactuses, saguaro, 仙人掌", .element(.cactus)),
    Entry("rooftop, tiled roof, 屋顶, 屋檐, 楼顶, 天台", .element(.rooftops)),
    Entry(
      "ancient chinese city, ancient chinese town, chinese old town, chinese water town, 古城, 古镇, 古都, 老城, 古代城市, 古村, 水乡",
      .element(.rooftops), .element(.pagoda)),
    Entry(
      "ancient city, ancient town, old town, old city, medieval city, medieval town, medieval village, walled city, walled town, 中世纪城市, 中世纪小镇",
      .element(.rooftops), .element(.castle)),
    Entry(
      "neon sign, neon signs, neon street, neon alley, neon billboard, billboard, signboard, 霓虹灯牌, 霓虹招牌, 招牌, 灯牌, 霓虹街, 霓虹街道",
      .element(.neonSigns), .time(.night, isStated: false), .mood(.synthwave, isSure: false)),
    Entry(
      "window, window pane, windowpane, windowsill, window sill, room with a window, room, bedroom, living room, indoors, through the window, out of the window, out the window, 窗, 窗户, 窗前, 窗外, 窗边, 窗台, 房间, 卧室, 室内, 玻璃窗",
      .element(.window)),
    Entry("rainy window, rain on the window, rain on a window, 雨窗", .element(.window), .element(.rain)),
    Entry(
      "street lamp, streetlamp, street light, streetlight, lamp post, lamppost, lamp, gas lamp, 路灯, 街灯, 灯柱",
      .element(.streetLamp)),
    Entry("windmill, wind turbine, wind farm, mill, 风车, 风力发电机, 大风车", .element(.windmill)),
    Entry(
      "pagoda, temple, buddhist temple, pavilion, monastery, chinese temple, japanese temple, forbidden city, 宝塔, 塔, 寺庙, 寺, 庙, 佛塔, 亭子, 凉亭, 亭台楼阁, 古塔, 古寺, 故宫, 楼阁",
      .element(.pagoda)),
    Entry("torii, torii gate, shrine, japanese shrine, shinto shrine, shrine gate, 鸟居, 神社", .element(.torii)),
    Entry(
      "castle, fortress, palace, citadel, fairytale castle, chateau, 城堡, 古堡, 宫殿, 堡垒, 要塞", .element(.castle)),
    Entry("tent, campsite, camping tent, tipi, teepee, yurt, 帐篷, 营地, 蒙古包", .element(.tent)),
    Entry("bench, park bench, 长椅, 公园长椅, 椅", .element(.bench)),
    Entry(
      "wheat field, wheat, barley, rye, cornfield, corn field, crop field, golden field, 麦田, 麦浪, 麦子, 稻田, 稻浪, 金色麦田",
      .element(.wheat)),
    Entry("vineyard, winery, grapevine, 葡萄园, 酒庄", .element(.vineyard)),
    Entry("sunflower, sunflower field, field of sunflower, 向日葵, 葵花, 向日葵花田, 向日葵田", .element(.sunflowers)),
    Entry("bamboo, bamboo forest, bamboo grove, 竹子, 竹林, 竹", .element(.bamboo)),
    Entry("pine tree, lone pine, fir tree, spruce, cedar, 松树, 孤松, 迎客松", .element(.pine)),
    Entry("christmas tree, xmas tree, 圣诞树", .element(.pine), .element(.snow), .time(.dusk, isStated: false)),
    Entry(
      "autumn tree, autumn trees, maple tree, oak tree, lone tree, single tree, old tree, big tree, tree on a hill, 秋树, 枫树, 大树, 老树, 孤树, 银杏, 银杏树",
      .element(.autumnTree)),
    Entry(
      "lotus, lotus pond, water lily, lily pad, lotus flower, lotus leaf, 荷花, 莲花, 荷塘, 荷叶, 睡莲, 莲池",
      .element(.lotus)),
    Entry("dandelion, dandelion seed, dandelion fluff, 蒲公英", .element(.dandelion)),
    Entry(
      "falling leaf, falling leaves, autumn leaf, autumn leaves, fall leaf, fall leaves, fallen leaves, maple leaf, maple leaves, 落叶, 枫叶, 红叶, 飘落的叶子",
      .element(.leaves)),
  ]

  /// People, animals and machines.
  static let furtherLife: [Entry] = [
    Entry(
      "people, crowd, 人, 人们, 人群, 行人, 游客, 学生",
      .element(.people)),
    Entry("crowd, a crowd of people, crowd of people, 人群, 人山人海", .element(.people), .count(14)),
    Entry(
      "couple, lover, lovers, newlyweds, two lovers, holding hands, a couple, young couple, old couple, 情侣, 恋人, 夫妻, 爱人, 一对情侣, 牵手",
      .element(.couple)),
    Entry(
      "umbrella, person with an umbrella, person with umbrella, woman with an umbrella, man with an umbrella, girl with an umbrella, 雨伞, 伞, 撑伞, 打伞, 撑伞的人, 油纸伞",
      .element(.umbrella)),
    Entry(
      "dancer, ballerina, ballet dancer, ballet, dancing woman, dancing girl, 舞者, 舞蹈, 跳舞, 芭蕾, 芭蕾舞者",
      .element(.dancer)),
    Entry(
      "astronaut, cosmonaut, spaceman, spacewoman, space walk, spacewalk, 宇航员, 航天员, 太空人, 太空漫步",
      .element(.astronaut), .time(.night, isStated: false)),
    Entry("runner, jogger, athlete, sprinter, marathon, jogging, 跑步, 跑者, 跑步的人, 运动员", .element(.runner)),
    Entry(
      "cyclist, bicycle, bike, cycling, biker on a bicycle, riding a bicycle, riding a bike, 自行车, 单车, 骑行, 骑车, 骑自行车",
      .element(.cyclist)),
    Entry(
      "horse, stallion, mustang horse, pony, galloping horse, mare, wild horse, 马, 骏马, 马匹, 奔马, 野马, 马儿",
      .element(.horse)),
    Entry("herd of horse, herd of horses, a herd of horses, 马群", .element(.horse), .count(6)),
    Entry("cat, kitten, kitty, 猫, 小猫, 猫咪", .element(.cat)),
    Entry("橘猫, 小橘猫, orange tabby, ginger cat, marmalade cat", .colour(Palette.orange), .element(.cat)),
    Entry("黑猫, 小黑猫", .colour(Palette.black), .element(.cat)),
    Entry("白猫, 小白猫", .colour(Palette.white), .element(.cat)),
    Entry("dog, puppy, hound, golden retriever, husky, corgi, 狗, 小狗, 狗狗, 犬, 柴犬", .element(.dog)),
    Entry("deer, stag, doe, fawn, reindeer, antelope, elk, 鹿, 小鹿, 麋鹿, 梅花鹿, 驯鹿", .element(.deer)),
    Entry("wolf, wolves, wolf pack, lone wolf, 狼, 狼群, 孤狼", .element(.wolf)),
    Entry("elephant, mammoth, 大象, 象, 象群", .element(.elephant)),
    Entry("bee, bees, bumblebee, honeybee, honey bee, 蜜蜂, 蜂", .element(.bees)),
    Entry("owl, 猫头鹰", .element(.owl), .time(.night, isStated: false)),
    Entry(
      "crane, crane bird, red crowned crane, heron, stork, egret, flying crane, cranes flying, flamingo, 鹤, 仙鹤, 丹顶鹤, 白鹭, 火烈鸟, 白鹤",
      .element(.crane)),
    Entry("swan, swans, 天鹅, 白天鹅", .element(.swan)),
    Entry(
      "whale, humpback, humpback whale, blue whale, sperm whale, orca, killer whale, 鲸鱼, 鲸, 蓝鲸, 座头鲸, 虎鲸",
      .element(.whale)),
    Entry("dolphin, dolphins, porpoise, 海豚", .element(.dolphin)),
    Entry("shark, great white, shark fin, 鲨鱼, 大白鲨", .element(.shark)),
    Entry("jellyfish, jelly, medusa, 水母", .element(.jellyfish)),
    Entry("turtle, sea turtle, tortoise, 海龟, 乌龟", .element(.turtle)),
    Entry("coral, coral reef, reef, 珊瑚, 珊瑚礁", .element(.coral)),
    Entry("kite, paper kite, flying kite, 风筝, 纸鸢, 放风筝", .element(.kite)),
    Entry(
      "plane, airplane, aeroplane, aircraft, jet, airliner, fighter jet, jet plane, 飞机, 客机, 战斗机",
      .element(.airplane)),
    Entry("helicopter, chopper, 直升机", .element(.helicopter)),
    Entry("paper plane, paper airplane, paper aeroplane, 纸飞机", .element(.paperPlanes)),
    Entry(
      "ufo, flying saucer, alien ship, alien spaceship, mothership, 飞碟, 不明飞行物, 外星飞船", .element(.ufo),
      .time(.night, isStated: false)),
    Entry(
      "satellite, space station, space probe, 卫星, 空间站, 人造卫星", .element(.satellite),
      .time(.night, isStated: false)),
    Entry(
      "sailing ship, tall ship, pirate ship, galleon, schooner, old ship, viking ship, ghost ship, 大帆船, 海盗船, 古船",
      .element(.ship)),
    Entry("truck, lorry, trucks, delivery van, van, semi truck, 卡车, 货车, 大货车", .element(.truck)),
  ]

  /// Sky and abstract things beyond the first tables.
  static let furtherSky: [Entry] = [
    Entry("comet, comet tail, 彗星", .element(.comet), .time(.night, isStated: false)),
    Entry(
      "meteor, meteor shower, shooting star, falling star, perseids, 流星, 流星雨", .element(.meteors),
      .element(.stars),
      .time(.night, isStated: false)),
    Entry("star trail, star trails, startrails, 星轨", .element(.starTrails), .time(.night, isStated: false)),
    Entry(
      "galaxy, spiral galaxy, andromeda, galaxies, 星系, 旋涡星系, 螺旋星系", .element(.galaxy),
      .time(.night, isStated: false)),
    Entry("black hole, event horizon, singularity, 黑洞", .element(.blackHole), .time(.night, isStated: false)),
    Entry("tornado, twister, whirlwind, waterspout, 龙卷风, 旋风", .element(.tornado), .energy(0.9)),
    Entry(
      "heart, heart shape, love heart, valentine, valentines day, valentine's day, 爱心, 心形, 心, 情人节, 红心",
      .element(.heart)),
    Entry(
      "audio bars, sound bars, equalizer bars, equaliser bars, waveform, sound wave, sound waves, audio visualizer, audio visualiser, music visualizer, music visualiser, visualizer, visualiser, audio reactive, audio spectrum, spectrum bars, frequency bars, 音频可视化, 音乐可视化, 频谱, 声波, 音频律动, 音波, 律动",
      .element(.bars)),
    Entry(
      "smoke, smoke rising, wisps of smoke, incense smoke, incense, steam, vapour, vapor, 烟, 烟雾缭绕, 青烟, 蒸汽, 香烟缭绕",
      .element(.smoke)),
    Entry("bubble, soap bubble, bubbles, soap bubbles, 泡泡, 肥皂泡, 气泡", .element(.bubbles)),
  ]
}
