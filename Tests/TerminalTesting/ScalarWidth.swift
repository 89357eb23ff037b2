/// Columns of scalars and characters, from Unicode's own properties: another source than the programs under test use.
enum ScalarWidth {
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    switch scalar.value {
    case 0x1160...0x11FF: return 0
    case 0x1F1E6...0x1F1FF: return 1
    case 0x1F3FB...0x1F3FF: return 2
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// Columns of a whole character on a terminal that draws it as one picture.
  static func columns(of character: Character) -> Int {
    let scalars = Array(character.unicodeScalars)
    guard let first = scalars.first, scalars.count > 1 else {
      return scalars.first.map { columns(of: $0) } ?? 0
    }
    if scalars.contains(where: {
      [0xFE0F, 0x200D].contains($0.value) || (0x1F3FB...0x1F3FF).contains($0.value)
    })
      && first.properties.isEmoji
    {
      return 2
    }
    return scalars.reduce(0) { $0 + columns(of: $1) }
  }
}
