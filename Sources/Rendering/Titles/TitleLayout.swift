/// Breaks a title into lines of about the same length and finds the size at which they fit.
///
/// Widths are estimates in ems (the height of the font); the picture is measured afterwards, and drawn again smaller
/// if it came out too wide. Breaks stand at spaces, behind hyphens, at marks of a ``WordBreaker``, and between Chinese and
/// Japanese characters; a word that is wider than the picture is broken where it must be.
package struct TitleLayout: Sendable, Equatable {
  /// The lines, without the spaces at their breaks.
  package let lines: [String]
  /// The height of the font in pixels.
  package let fontSize: Double

  /// The longest text that is set; the rest becomes an ellipsis.
  private static let longest = 300

  /// Lays out a text.
  ///
  /// - Parameters:
  ///   - fontSize: the size wished for, in pixels.
  ///   - width: the room in pixels.
  ///   - height: the room in pixels.
  package init(text: String, fontSize wished: Double, width: Double, height: Double) {
    let paragraphs = Self.cleaned(text).split(separator: "\n", omittingEmptySubsequences: false)
    var size = wished
    var best = Self.broken(paragraphs, width: width / size)
    // Smaller until the lines fit the height, no word need be broken, and there are four lines at most; for the
    // last two only down to a size that is still read at a glance.
    while size > 8 {
      let isTooHigh = Double(best.lines.count) * size * 1.2 > height
      let isTooLong = best.lines.count > max(4, paragraphs.count) && size > wished * 0.7
      guard isTooHigh || isTooLong || best.brokeWord && size > wished * 0.55 else { break }
      size *= 0.93
      best = Self.broken(paragraphs, width: width / size)
    }
    lines = best.lines
    fontSize = size
  }

  /// The text without control characters and direction overrides, its line ends as `\n`.
  private static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n", previous == "\r" { continue }
      switch scalar.value {
      case 0x0A: scalars.append(scalar)
      case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
      case 0x09, 0xA0: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: continue
      default: scalars.append(scalar)
      }
    }
    let clean = String(scalars).drop { $0 == "\n" || $0 == " " }
    guard clean.count > longest else { return String(clean) }
    return clean.prefix(longest - 1) + "…"
  }

  private struct Piece {
    var text: String
    var width: Double
    /// Whether a line may end behind it.
    var mayBreak: Bool
  }

  private static func broken(_ paragraphs: [Substring], width: Double) -> (lines: [String], brokeWord: Bool) {
    var lines: [String] = []
    var brokeWord = false
    for paragraph in paragraphs {
      var pieces: [Piece] = []
      for piece in Self.pieces(of: paragraph) {
        guard piece.width > width else {
          pieces.append(piece)
          continue
        }
        brokeWord = true
        pieces += piece.text.map { Piece(text: String($0), width: Self.width(of: $0), mayBreak: true) }
      }
      lines += balanced(pieces, width: width)
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return (lines, brokeWord)
  }

  /// As few lines as fit, and among those the narrowest.
  private static func balanced(_ pieces: [Piece], width: Double) -> [String] {
    let needed = filled(pieces, width: width)
    guard needed.count > 1 else { return needed }
    var (low, high) = (width / 4, width)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      let fits = filled(pieces, width: middle).count <= needed.count
      if fits, pieces.allSatisfy({ $0.width <= middle }) { high = middle } else { low = middle }
    }
    return filled(pieces, width: high)
  }

  private static func filled(_ pieces: [Piece], width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    var canBreak = false
    for piece in pieces {
      let visible = piece.text.last == " " ? piece.width - Self.width(of: " ") : piece.width
      if canBreak, used + visible > width {
        lines.append(trimmed(line))
        (line, used) = ("", 0)
      }
      line += piece.text
      used += piece.width
      canBreak = piece.mayBreak
    }
    lines.append(trimmed(line))
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func pieces(of paragraph: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var current = Piece(text: "", width: 0, mayBreak: false)
    let characters = Array(paragraph)
    for (index, character) in characters.enumerated() {
      // U+200B says that a line may end here, and is not seen.
      if character == "\u{200B}" {
        if !current.text.isEmpty {
          current.mayBreak = true
          pieces.append(current)
          current = Piece(text: "", width: 0, mayBreak: false)
        }
        continue
      }
      current.text.append(character)
      current.width += width(of: character)
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      let breaks: Bool
      if character == " " {
        breaks = next != " "
      } else if let next, EmojiText.isEmoji(character), EmojiText.isEmoji(next) {
        breaks = true
      } else if let next, breaksAnywhere(character) || breaksAnywhere(next) {
        breaks = next != " " && !mayNotStart(next) && !mayNotEnd(character)
      } else {
        breaks = character == "-" || character == "—" || character == "/"
      }
      if breaks {
        current.mayBreak = true
        pieces.append(current)
        current = Piece(text: "", width: 0, mayBreak: false)
      }
    }
    if !current.text.isEmpty { pieces.append(current) }
    return pieces
  }

  /// Whether a line may end beside a character: Korean has spaces for that.
  private static func breaksAnywhere(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return isIdeographic(character) && !(0xAC00...0xD7AF).contains(scalar.value)
  }

  private static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: return true
    default: return false
    }
  }

  /// Closing marks stay with what they close (the heart of JIS X 4051's kinsoku rule).
  private static func mayNotStart(_ character: Character) -> Bool {
    "、。，．・：；？！）」』】〕〉》〗”’…—ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}%".contains(character)
  }

  private static func mayNotEnd(_ character: Character) -> Bool { "（「『【〔〈《〖“‘([{".contains(character) }

  /// About how wide a character of a bold sans-serif is, in heights of the font.
  private static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if isIdeographic(character) { return 0.95 }
    if EmojiText.isEmoji(character) { return 1 }
    if case 0x2600...0x27BF = scalar.value { return 1.1 }
    switch character {
    case " ": return 0.28
    case "i", "l", "j", "I", ".", ",", ":", ";", "'", "!", "|": return 0.29
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"": return 0.38
    case "m", "w", "M", "W", "@", "%", "—", "…": return 0.85
    default: return character.isUppercase ? 0.66 : 0.56
    }
  }
}
