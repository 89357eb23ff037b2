extension SceneElement.Kind {
  /// What it is called on the timeline and in answers.
  public func name(in language: Language) -> String {
    language == .english ? names.english : names.chinese
  }

  private var names: Bilingual {
    switch self {
    case .sun: Bilingual("sun", "太阳")
    case .moon: Bilingual("moon", "月亮")
    case .stars: Bilingual("stars", "星星")
    case .aurora: Bilingual("aurora", "极光")
    case .nebula: Bilingual("nebula", "星云")
    case .planet: Bilingual("planet", "行星")
    case .clouds: Bilingual("clouds", "云")
    case .rainbow: Bilingual("rainbow", "彩虹")
    case .rain: Bilingual("rain", "雨")
    case .snow: Bilingual("snow", "雪")
    case .fog: Bilingual("fog", "雾")
    case .lightning: Bilingual("lightning", "闪电")
    case .ocean: Bilingual("ocean", "大海")
    case .lake: Bilingual("lake", "湖")
    case .river: Bilingual("river", "河")
    case .waterfall: Bilingual("waterfall", "瀑布")
    case .underwater: Bilingual("underwater world", "海底")
    case .hills: Bilingual("hills", "丘陵")
    case .mountains: Bilingual("mountains", "山")
    case .dunes: Bilingual("dunes", "沙丘")
    case .island: Bilingual("island", "岛")
    case .beach: Bilingual("beach", "沙滩")
    case .forest: Bilingual("forest", "森林")
    case .palms: Bilingual("palms", "椰树")
    case .meadow: Bilingual("meadow", "草地")
    case .flowers: Bilingual("flowers", "花")
    case .blossom: Bilingual("blossom", "花瓣")
    case .city: Bilingual("city", "城市")
    case .road: Bilingual("road", "公路")
    case .bridge: Bilingual("bridge", "桥")
    case .lighthouse: Bilingual("lighthouse", "灯塔")
    case .house: Bilingual("house", "房子")
    case .birds: Bilingual("birds", "鸟")
    case .fish: Bilingual("fish", "鱼")
    case .butterflies: Bilingual("butterflies", "蝴蝶")
    case .boat: Bilingual("boat", "船")
    case .balloon: Bilingual("balloon", "热气球")
    case .car: Bilingual("car", "汽车")
    case .train: Bilingual("train", "火车")
    case .rocket: Bilingual("rocket", "火箭")
    case .fireworks: Bilingual("fireworks", "烟花")
    case .lanterns: Bilingual("lanterns", "灯笼")
    case .candle: Bilingual("candle", "蜡烛")
    case .campfire: Bilingual("campfire", "篝火")
    case .fireplace: Bilingual("fireplace", "壁炉")
    case .fireflies: Bilingual("fireflies", "萤火虫")
    case .flow: Bilingual("flowing colour", "流动的色彩")
    case .kaleidoscope: Bilingual("kaleidoscope", "万花筒")
    case .tunnel: Bilingual("tunnel", "隧道")
    case .plasma: Bilingual("plasma", "等离子光")
    case .particles: Bilingual("particles", "光点")
    case .canyon: Bilingual("canyon", "峡谷")
    case .cliffs: Bilingual("cliffs", "悬崖")
    case .cave: Bilingual("cave", "洞穴")
    case .iceberg: Bilingual("iceberg", "冰山")
    case .volcano: Bilingual("volcano", "火山")
    case .cactus: Bilingual("cactus", "仙人掌")
    case .rooftops: Bilingual("rooftops", "屋顶")
    case .neonSigns: Bilingual("neon signs", "霓虹灯牌")
    case .window: Bilingual("window", "窗")
    case .streetLamp: Bilingual("street lamp", "路灯")
    case .windmill: Bilingual("windmill", "风车")
    case .pagoda: Bilingual("pagoda", "宝塔")
    case .torii: Bilingual("torii gate", "鸟居")
    case .castle: Bilingual("castle", "城堡")
    case .tent: Bilingual("tent", "帐篷")
    case .bench: Bilingual("bench", "长椅")
    case .people: Bilingual("people", "人")
    case .couple: Bilingual("couple", "情侣")
    case .umbrella: Bilingual("person with an umbrella", "撑伞的人")
    case .dancer: Bilingual("dancer", "舞者")
    case .runner: Bilingual("runner", "跑步的人")
    case .cyclist: Bilingual("cyclist", "骑车的人")
    case .horse: Bilingual("horse", "马")
    case .cat: Bilingual("cat", "猫")
    case .dog: Bilingual("dog", "狗")
    case .deer: Bilingual("deer", "鹿")
    case .wolf: Bilingual("wolf", "狼")
    case .elephant: Bilingual("elephant", "大象")
    case .whale: Bilingual("whale", "鲸")
    case .dolphin: Bilingual("dolphin", "海豚")
    case .shark: Bilingual("shark", "鲨鱼")
    case .jellyfish: Bilingual("jellyfish", "水母")
    case .turtle: Bilingual("turtle", "海龟")
    case .coral: Bilingual("coral", "珊瑚")
    case .bees: Bilingual("bees", "蜜蜂")
    case .owl: Bilingual("owl", "猫头鹰")
    case .crane: Bilingual("crane", "鹤")
    case .swan: Bilingual("swan", "天鹅")
    case .lotus: Bilingual("lotus", "荷花")
    case .kite: Bilingual("kite", "风筝")
    case .airplane: Bilingual("aeroplane", "飞机")
    case .helicopter: Bilingual("helicopter", "直升机")
    case .paperPlanes: Bilingual("paper planes", "纸飞机")
    case .ufo: Bilingual("flying saucer", "飞碟")
    case .satellite: Bilingual("satellite", "卫星")
    case .astronaut: Bilingual("astronaut", "宇航员")
    case .ship: Bilingual("sailing ship", "大帆船")
    case .truck: Bilingual("lorry", "卡车")
    case .comet: Bilingual("comet", "彗星")
    case .meteors: Bilingual("meteors", "流星雨")
    case .starTrails: Bilingual("star trails", "星轨")
    case .galaxy: Bilingual("galaxy", "星系")
    case .blackHole: Bilingual("black hole", "黑洞")
    case .tornado: Bilingual("tornado", "龙卷风")
    case .leaves: Bilingual("falling leaves", "落叶")
    case .dandelion: Bilingual("dandelion seeds", "蒲公英")
    case .wheat: Bilingual("wheat field", "麦田")
    case .vineyard: Bilingual("vineyard", "葡萄园")
    case .sunflowers: Bilingual("sunflowers", "向日葵")
    case .bamboo: Bilingual("bamboo", "竹林")
    case .pine: Bilingual("pine", "松树")
    case .autumnTree: Bilingual("autumn tree", "秋树")
    case .heart: Bilingual("heart", "爱心")
    case .bars: Bilingual("sound bars", "音频律动条")
    case .smoke: Bilingual("smoke", "烟")
    case .bubbles: Bilingual("bubbles", "泡泡")
    }
  }
}

extension TimeOfDay {
  /// What it is called in answers.
  public func name(in language: Language) -> String {
    let names =
      switch self {
      case .dawn: Bilingual("dawn", "黎明")
      case .day: Bilingual("day", "白天")
      case .goldenHour: Bilingual("golden hour", "黄金时刻")
      case .sunset: Bilingual("sunset", "日落")
      case .dusk: Bilingual("dusk", "黄昏")
      case .night: Bilingual("night", "夜晚")
      case .overcast: Bilingual("overcast", "阴天")
      }
    return names.text(in: language)
  }
}

extension CameraMove {
  /// What it is called in answers.
  public func name(in language: Language) -> String {
    let names =
      switch self {
      case .still: Bilingual("still", "固定")
      case .push: Bilingual("push in", "推近")
      case .pull: Bilingual("pull back", "拉远")
      case .panLeft: Bilingual("pan left", "左移")
      case .panRight: Bilingual("pan right", "右移")
      case .tiltUp: Bilingual("tilt up", "上摇")
      case .tiltDown: Bilingual("tilt down", "下摇")
      case .handheld: Bilingual("handheld", "手持")
      }
    return names.text(in: language)
  }
}

extension MusicPlan.Mood {
  /// What it is called in answers.
  public func name(in language: Language) -> String {
    guard language == .chinese else { return displayName }
    return switch self {
    case .lofi: "Lo-fi"
    case .ambient: "氛围音乐"
    case .cinematic: "电影配乐"
    case .upbeat: "欢快音乐"
    case .piano: "钢琴曲"
    case .synthwave: "合成器浪潮"
    }
  }
}
