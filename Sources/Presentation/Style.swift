/// Colours and weights, or none of them.
public struct Style: Sendable {
  /// Whether nothing but plain ASCII is drawn beside the text itself.
  public let isPlain: Bool
  /// Whether escape sequences for colour are written.
  public let hasColour: Bool

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - hasColour: Whether escape sequences for colour may be written (`NO_COLOR`, `--no-color`).
  ///   - isPlain: Whether glyphs beyond ASCII are left out (`--plain`, a locale without UTF-8).
  public init(hasColour: Bool, isPlain: Bool = false) {
    self.hasColour = hasColour && !isPlain
    self.isPlain = isPlain
  }

  /// Glyphs of our own beyond ASCII, and what stands in for them in plain text.
  private static let spellings: [Character: String] = [
    "…": "...", "•": "-", "→": "->", "×": "x", "“": "\"", "”": "\"", "’": "'", "⏳": "*", "✅": "*", "·": "|",
    "–": "-",
  ]

  /// A text in which our own glyphs beyond ASCII are spelled in it, if the style is plain.
  func spelled(_ text: String) -> String {
    guard isPlain, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.map { Self.spellings[$0] ?? String($0) }.joined()
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func good(_ text: String) -> String { wrap(text, "32") }
  func bad(_ text: String) -> String { wrap(text, "31") }
  func accent(_ text: String) -> String { wrap(text, "36") }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
