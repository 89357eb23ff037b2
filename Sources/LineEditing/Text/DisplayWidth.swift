import CEditline

/// How many columns a terminal gives to a character.
///
/// The widths of single scalars are the C library's (`wcwidth`), the same that terminals and tmux go by.
/// Sequences that make one picture (emoji joined by ZWJ, with a skin tone, with a variation selector; flags)
/// are two columns. Old terminals draw the parts of such a sequence one after the other: it is then
/// `isDisputed`, and whoever draws it moves the cursor by an absolute column after it.
package struct DisplayWidth: Equatable, Sendable {
  /// Columns, 0 for a mark that stands on the character before it.
  package var columns: Int
  /// True if terminals disagree about the width.
  package var isDisputed: Bool
  /// The most columns it takes on any terminal: those of its parts, drawn one after the other.
  package var extent: Int

  package init(columns: Int, isDisputed: Bool = false, extent: Int = 0) {
    self.columns = columns
    self.isDisputed = isDisputed
    self.extent = max(columns, extent)
  }

  /// Measures one character. Control characters count as 0 columns: show them with ``VisibleText`` first.
  package init(of character: Character) {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      self.init(columns: Self.columns(of: only))
      return
    }
    var sum = 0
    var count = 0
    var pictureMarks = false
    var regional = 0
    for scalar in scalars {
      count += 1
      let width = Self.columns(of: scalar)
      sum += width
      switch scalar.value {
      case 0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: pictureMarks = pictureMarks || count > 1
      case 0x200D: pictureMarks = pictureMarks || (count > 1 && Self.startsPicture(character))
      case 0x1F1E6...0x1F1FF: regional += 1
      default: break
      }
    }
    if pictureMarks || (regional == 2 && count == 2) {
      self.init(columns: 2, isDisputed: true, extent: sum)
    } else {
      self.init(columns: sum, isDisputed: sum > 2)
    }
  }

  /// Columns of one scalar, never negative.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    guard TextLocale.isReady else { return 1 }
    return max(0, Int(ce_columns(scalar.value)))
  }

  /// Columns of a text without control characters or escape sequences.
  package static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + DisplayWidth(of: $1).columns }
  }

  private static func startsPicture(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { $0.properties.isEmoji && $0.value > 0xFF } ?? false
  }
}
