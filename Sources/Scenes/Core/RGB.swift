import Directing

/// A display-referred colour: 0 is black, 1 is white, more is highlight.
struct RGB: Sendable, Equatable {
  var red: Float
  var green: Float
  var blue: Float

  init(_ red: Float, _ green: Float, _ blue: Float) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A grey.
  init(_ grey: Float) { self.init(grey, grey, grey) }

  /// A colour as written on the web, `0xFFB35C`.
  init(hex: UInt32) {
    self.init(
      Float((hex >> 16) & 255) / 255, Float((hex >> 8) & 255) / 255, Float(hex & 255) / 255)
  }

  init(_ named: NamedColour) {
    self.init(Float(named.red) / 255, Float(named.green) / 255, Float(named.blue) / 255)
  }

  /// The way from this colour to another; 0 is this one.
  func mixed(_ other: RGB, _ amount: Float) -> RGB {
    RGB(
      red + (other.red - red) * amount, green + (other.green - green) * amount,
      blue + (other.blue - blue) * amount)
  }

  /// One of four colours of about the same strength, the first of them this one.
  func varied(_ number: Int) -> RGB {
    switch number % 4 {
    case 1: RGB(blue, green, red)
    case 2: RGB(red, mix(green, red, 0.72), blue)
    case 3: RGB(green, mix(green, red, 0.5), mix(blue, red, 0.5))
    default: self
    }
  }

  /// Brightness as the eye weighs it.
  var luma: Float { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The same colour at luma `target`, kept in hue; a black becomes a grey.
  func withLuma(_ target: Float) -> RGB {
    let own = luma
    return own < 0.01 ? RGB(target) : self * (target / own)
  }

  /// The same colour in less light: what is yellow turns toward brown, as gold does, not toward olive.
  func deepened(_ factor: Float) -> RGB {
    let yellow = clamp((min(red, green) - blue) / max(0.01, red), 0, 1) * (red >= green ? 1 : 0)
    return RGB(red, green * mix(1, power(min(1, factor), 0.4), yellow), blue) * factor
  }

  static func * (colour: RGB, factor: Float) -> RGB {
    RGB(colour.red * factor, colour.green * factor, colour.blue * factor)
  }

  static func * (colour: RGB, other: RGB) -> RGB {
    RGB(colour.red * other.red, colour.green * other.green, colour.blue * other.blue)
  }

  static func + (colour: RGB, other: RGB) -> RGB {
    RGB(colour.red + other.red, colour.green + other.green, colour.blue + other.blue)
  }
}
