/// The colours that the vocabulary names, as sRGB.
enum Palette {
  static let white = NamedColour(name: "white", red: 255, green: 255, blue: 255)
  static let snow = NamedColour(name: "snow", red: 236, green: 242, blue: 250)
  static let black = NamedColour(name: "black", red: 18, green: 18, blue: 22)
  static let grey = NamedColour(name: "grey", red: 136, green: 140, blue: 146)
  /// No colour at all.
  static let monochrome = NamedColour(name: "monochrome", red: 255, green: 255, blue: 255)
  static let silver = NamedColour(name: "silver", red: 196, green: 202, blue: 210)
  static let red = NamedColour(name: "red", red: 222, green: 45, blue: 38)
  static let bloodRed = NamedColour(name: "blood red", red: 140, green: 18, blue: 22)
  static let darkRed = NamedColour(name: "dark red", red: 128, green: 22, blue: 28)
  static let terracotta = NamedColour(name: "terracotta", red: 196, green: 98, blue: 62)
  static let orange = NamedColour(name: "orange", red: 245, green: 130, blue: 32)
  static let coral = NamedColour(name: "coral", red: 255, green: 120, blue: 92)
  static let amber = NamedColour(name: "amber", red: 255, green: 176, blue: 46)
  static let gold = NamedColour(name: "gold", red: 236, green: 188, blue: 62)
  static let yellow = NamedColour(name: "yellow", red: 250, green: 214, blue: 48)
  static let lime = NamedColour(name: "lime", red: 164, green: 218, blue: 46)
  static let green = NamedColour(name: "green", red: 56, green: 160, blue: 78)
  static let darkGreen = NamedColour(name: "dark green", red: 22, green: 84, blue: 48)
  static let emerald = NamedColour(name: "emerald", red: 24, green: 158, blue: 108)
  static let mint = NamedColour(name: "mint", red: 152, green: 226, blue: 188)
  static let teal = NamedColour(name: "teal", red: 18, green: 136, blue: 140)
  static let turquoise = NamedColour(name: "turquoise", red: 52, green: 206, blue: 198)
  static let cyan = NamedColour(name: "cyan", red: 40, green: 202, blue: 230)
  static let skyBlue = NamedColour(name: "sky blue", red: 120, green: 190, blue: 240)
  static let blue = NamedColour(name: "blue", red: 42, green: 104, blue: 216)
  static let navy = NamedColour(name: "dark blue", red: 16, green: 38, blue: 98)
  static let indigo = NamedColour(name: "indigo", red: 68, green: 48, blue: 160)
  static let purple = NamedColour(name: "purple", red: 136, green: 62, blue: 190)
  static let darkPurple = NamedColour(name: "dark purple", red: 70, green: 28, blue: 108)
  static let lavender = NamedColour(name: "lavender", red: 178, green: 152, blue: 226)
  static let magenta = NamedColour(name: "magenta", red: 222, green: 44, blue: 168)
  static let pink = NamedColour(name: "pink", red: 250, green: 138, blue: 182)
  static let brown = NamedColour(name: "brown", red: 124, green: 82, blue: 48)
  static let beige = NamedColour(name: "beige", red: 226, green: 208, blue: 176)
  static let sepia = NamedColour(name: "sepia", red: 164, green: 124, blue: 78)

  /// The Chinese name of a colour of this palette; another colour keeps the name it has.
  static func chineseName(of colour: NamedColour) -> String {
    let names = [
      "white": "白色", "snow": "雪白", "black": "黑色", "grey": "灰色", "silver": "银色", "red": "红色",
      "blood red": "血红色",
      "dark red": "深红色", "terracotta": "赭红色", "orange": "橙色", "coral": "珊瑚色", "amber": "琥珀色", "gold": "金色",
      "yellow": "黄色", "lime": "黄绿色", "green": "绿色", "dark green": "深绿色", "emerald": "翠绿色", "mint": "薄荷绿",
      "teal": "蓝绿色", "turquoise": "绿松石色", "cyan": "青色", "sky blue": "天蓝色", "blue": "蓝色", "dark blue": "深蓝色",
      "indigo": "靛蓝色", "purple": "紫色", "dark purple": "深紫色", "lavender": "淡紫色", "magenta": "洋红色",
      "pink": "粉色",
      "brown": "棕色", "beige": "米色", "sepia": "怀旧棕",
    ]
    return names[colour.name] ?? colour.name
  }
}
