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
    case .fireflies: Bilingual("fireflies", "萤火虫")
    case .flow: Bilingual("flowing colour", "流动的色彩")
    case .kaleidoscope: Bilingual("kaleidoscope", "万花筒")
    case .tunnel: Bilingual("tunnel", "隧道")
    case .plasma: Bilingual("plasma", "等离子光")
    case .particles: Bilingual("particles", "光点")
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
