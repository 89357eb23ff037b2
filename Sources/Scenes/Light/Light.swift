import Directing

/// The light that every layer of a shot shares: one sky, one sun, one haze.
struct Light: Sendable {
  /// The clear sky.
  var sky: SkyRamp
  /// The sun's disc at its brightest.
  var sun: RGB
  /// What the sun's light adds to the sky around it.
  var glow: RGB
  /// Strength of the wide glow, 0 to 1.
  var glowAmount: Float
  /// What distance turns into.
  var haze: RGB
  /// Light on a surface turned to the sun.
  var key: RGB
  /// Light on a surface turned away.
  var ambient: RGB
  var cloudLit: RGB
  var cloudShade: RGB
  /// Water looked straight into, and what crests let through.
  var deep: RGB
  var crest: RGB
  /// Near silhouettes.
  var near: RGB
  /// How much stars show, 0 to 1.
  var stars: Float
  /// Height of the sun in the sky from horizon (0) to top (1).
  var sunHeight: Float
  /// Whether things are dark enough for lamps to be lit, 0 to 1.
  var lamps: Float

  init(_ time: TimeOfDay) {
    switch time {
    case .dawn: self = .dawn
    case .day: self = .day
    case .goldenHour: self = .goldenHour
    case .sunset: self = .sunset
    case .dusk: self = .dusk
    case .night: self = .night
    case .overcast: self = .overcast
    }
  }

  private init(
    sky: [(Float, UInt32)], sun: UInt32, glow: UInt32, glowAmount: Float, haze: UInt32, key: UInt32,
    ambient: UInt32, cloudLit: UInt32, cloudShade: UInt32, deep: UInt32, crest: UInt32, near: UInt32,
    stars: Float, sunHeight: Float, lamps: Float
  ) {
    self.sky = SkyRamp(sky)
    self.sun = RGB(hex: sun)
    self.glow = RGB(hex: glow)
    self.glowAmount = glowAmount
    self.haze = RGB(hex: haze)
    self.key = RGB(hex: key)
    self.ambient = RGB(hex: ambient)
    self.cloudLit = RGB(hex: cloudLit)
    self.cloudShade = RGB(hex: cloudShade)
    self.deep = RGB(hex: deep)
    self.crest = RGB(hex: crest)
    self.near = RGB(hex: near)
    self.stars = stars
    self.sunHeight = sunHeight
    self.lamps = lamps
  }

  private static let dawn = Light(
    sky: [
      (0, 0xFFCFA3), (0.12, 0xFAB09A), (0.3, 0xD793A8), (0.52, 0x8F86B8), (0.78, 0x56699F), (1, 0x354B80),
    ],
    sun: 0xFFF0D2, glow: 0xFFC694, glowAmount: 0.55, haze: 0xEDB8A8, key: 0xFFD2AE, ambient: 0x8B86AC,
    cloudLit: 0xFFC9B0, cloudShade: 0x9079A0, deep: 0x1F3550, crest: 0x38586A, near: 0x1B1F33, stars: 0.1,
    sunHeight: 0.22, lamps: 0.25)

  private static let day = Light(
    sky: [(0, 0xD3E8F5), (0.18, 0xA9D3F0), (0.45, 0x67ACE4), (0.75, 0x347FC8), (1, 0x1F62AE)],
    sun: 0xFFFDF2, glow: 0xF4F8FA, glowAmount: 0.4, haze: 0xBFD9EA, key: 0xFFF7E6, ambient: 0x86A6C4,
    cloudLit: 0xFFFFFF, cloudShade: 0x9CB2CC, deep: 0x0B4A70, crest: 0x1F7F92, near: 0x1C3324, stars: 0,
    sunHeight: 0.66, lamps: 0)

  private static let goldenHour = Light(
    sky: [
      (0, 0xFFDB92), (0.15, 0xFCC884), (0.34, 0xE6BF9A), (0.56, 0xA5B0B8), (0.8, 0x668FB6), (1, 0x41709F),
    ],
    sun: 0xFFF3CC, glow: 0xFFCB6E, glowAmount: 0.62, haze: 0xF6CB92, key: 0xFFCF8C, ambient: 0x807F92,
    cloudLit: 0xFFE3B2, cloudShade: 0xA48E8E, deep: 0x1C3A4C, crest: 0x4D6650, near: 0x241F1E, stars: 0,
    sunHeight: 0.36, lamps: 0.05)

  private static let sunset = Light(
    sky: [
      (0, 0xFFA94E), (0.1, 0xFB8C4C), (0.24, 0xE56A57), (0.42, 0xAC5273), (0.64, 0x67487F), (0.84, 0x3A3A73),
      (1, 0x232A5C),
    ],
    sun: 0xFFEBB0, glow: 0xFFA23E, glowAmount: 0.66, haze: 0xE98A5C, key: 0xFFA866, ambient: 0x624E74,
    cloudLit: 0xFF9D62, cloudShade: 0x633F68, deep: 0x141C38, crest: 0x3C3350, near: 0x140F1E, stars: 0.05,
    sunHeight: 0.24, lamps: 0.45)

  private static let dusk = Light(
    sky: [
      (0, 0xF59A62), (0.08, 0xD9775F), (0.2, 0x9A5674), (0.4, 0x4F427A), (0.68, 0x252C5E), (1, 0x111A40),
    ],
    sun: 0xFFC48A, glow: 0xF58E52, glowAmount: 0.45, haze: 0x8F5C78, key: 0xC98478, ambient: 0x3D3B66,
    cloudLit: 0xD87A70, cloudShade: 0x3B335F, deep: 0x0D1430, crest: 0x262E54, near: 0x0A0A17, stars: 0.55,
    sunHeight: 0.02, lamps: 0.9)

  private static let night = Light(
    sky: [(0, 0x2B4266), (0.16, 0x1D3156), (0.42, 0x101F42), (0.72, 0x08122C), (1, 0x040A1D)],
    sun: 0xFFC48A, glow: 0x6F8DBE, glowAmount: 0.4, haze: 0x22365A, key: 0x9FB7E0, ambient: 0x1C2C50,
    cloudLit: 0x6A80AC, cloudShade: 0x1A2848, deep: 0x040B1C, crest: 0x12233F, near: 0x04070F, stars: 1,
    sunHeight: 0.5, lamps: 1)

  private static let overcast = Light(
    sky: [(0, 0xCDD4DA), (0.25, 0xB3BEC8), (0.6, 0x8E9CAA), (1, 0x66778A)],
    sun: 0xF4F4F0, glow: 0xE2E6E8, glowAmount: 0.25, haze: 0xB9C3CC, key: 0xD6DADC, ambient: 0x7F8C99,
    cloudLit: 0xD3DADF, cloudShade: 0x76858F, deep: 0x243B49, crest: 0x3E5F66, near: 0x20282C, stars: 0,
    sunHeight: 0.6, lamps: 0.2)
}
