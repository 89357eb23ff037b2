/// What a group of soft layers makes, and so which channels of it are needed: red, green, blue, coverage.
enum SoftContent: Sendable {
  /// They fill the picture.
  case opaque
  /// They are a veil of premultiplied colours.
  case veil
  /// They are a veil of one colour.
  case tint(RGB)

  var isOpaque: Bool {
    if case .opaque = self { true } else { false }
  }

  /// The channels that are kept.
  var channels: Range<Int> {
    switch self {
    case .opaque: 0..<3
    case .veil: 0..<4
    case .tint: 3..<4
    }
  }
}
