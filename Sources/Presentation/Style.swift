/// Colours and weights, or none of them.
public struct Style: Sendable {
  /// Whether nothing but plain ASCII is drawn beside the text itself.
  public let isPlain: Bool
  private let hasColour: Bool

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - hasColour: Whether escape sequences for colour may be written (`NO_COLOR`, `--no-color`).
  ///   - isPlain: Whether glyphs beyond ASCII are left out (`--plain`, a locale without UTF-8).
  public init(hasColour: Bool, isPlain: Bool = false) {
    self.hasColour = hasColour && !isPlain
    self.isPlain = isPlain
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
