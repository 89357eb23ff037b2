import Directing

extension Light {
  /// The same light in the colours of a painted film: a deep, clean sky over bright haze.
  func vivid(_ time: TimeOfDay) -> Light {
    var light = self
    switch time {
    case .dawn:
      light.sky = SkyRamp([
        (0, 0xFFE6B0), (0.12, 0xFFC2A6), (0.3, 0xF59CBE), (0.52, 0x9C92E2), (0.78, 0x5C82E4), (1, 0x3562CC),
      ])
    case .day:
      light.sky = SkyRamp([
        (0, 0xC4F0FF), (0.18, 0x86D6FF), (0.45, 0x3AA2F4), (0.75, 0x1C6CDC), (1, 0x0E48B4),
      ])
      light.ambient = RGB(hex: 0x92ACD2)
    case .goldenHour:
      light.sky = SkyRamp([
        (0, 0xFFE78E), (0.15, 0xFFCB7C), (0.34, 0xFFB896), (0.56, 0xA4C2EA), (0.8, 0x5498E8), (1, 0x2C6CCC),
      ])
    case .sunset:
      light.sky = SkyRamp([
        (0, 0xFFD672), (0.1, 0xFFA85E), (0.24, 0xFF737C), (0.42, 0xCC58AA), (0.64, 0x7A4AC8),
        (0.84, 0x413DB2), (1, 0x262B8E),
      ])
      light.haze = RGB(hex: 0xF58A78)
    case .dusk:
      light.sky = SkyRamp([
        (0, 0xFFB46A), (0.08, 0xFF8474), (0.2, 0xD65E9C), (0.4, 0x6C4ABA), (0.68, 0x2D3C9E), (1, 0x142068),
      ])
    case .night:
      light.sky = SkyRamp([
        (0, 0x4068CC), (0.16, 0x294AA8), (0.42, 0x152A7E), (0.72, 0x0B1858), (1, 0x070E3C),
      ])
      light.haze = RGB(hex: 0x2C4C96)
    case .overcast: break
    }
    return light
  }
}
