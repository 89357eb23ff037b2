import LineEditing
import MarkdownText

/// Colours and weights, or none of them.
public struct Style: Sendable {
  /// Whether nothing but text as it is may be drawn: no colours, no Markdown, no row drawn twice.
  public let isPlain: Bool
  /// Whether glyphs of our own are ASCII.
  public let isASCII: Bool
  /// Whether escape sequences for colour may be written.
  public let hasColour: Bool

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - hasColour: Whether escape sequences for colour may be written (`NO_COLOR`, `--no-color`).
  ///   - isPlain: Whether all drawing is left out (`--plain`, `TERM=dumb`). It implies ASCII.
  ///   - isASCII: Whether glyphs beyond ASCII are left out (a locale without UTF-8).
  public init(hasColour: Bool, isPlain: Bool = false, isASCII: Bool = false) {
    self.hasColour = hasColour && !isPlain
    self.isPlain = isPlain
    self.isASCII = isASCII || isPlain
  }

  /// Glyphs of our own beyond ASCII, and what stands in for them.
  private static let spellings: [Character: String] = [
    "…": "...", "•": "-", "→": "->", "×": "x", "“": "\"", "”": "\"", "’": "'", "⏳": "*", "✅": "*", "·": "|",
    "–": "-", "—": "-",
  ]

  /// A text in which our own glyphs beyond ASCII are spelled in it, if the style wants that.
  public func spelled(_ text: String) -> String {
    guard isASCII, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.map { Self.spellings[$0] ?? String($0) }.joined()
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func good(_ text: String) -> String { wrap(text, "32") }
  func bad(_ text: String) -> String { wrap(text, "31") }
  func accent(_ text: String) -> String { wrap(text, "36") }

  /// A run of Markdown.
  ///
  /// - Parameter followsLinks: Whether the terminal makes links of it.
  func drawn(_ text: String, _ style: MarkdownStyle, followsLinks: Bool) -> String {
    var codes: [String] = []
    if style.isBold || style.heading > 0 { codes.append("1") }
    if style.isAside { codes.append("2") }
    if style.isItalic { codes.append("3") }
    if style.link != nil { codes.append("4") }
    if style.isCode { codes.append("36") } else if (1...2).contains(style.heading) { codes.append("35") }
    let text = codes.isEmpty ? text : wrap(text, codes.joined(separator: ";"))
    guard followsLinks, let link = style.link else { return text }
    return TerminalSequence.link(text, to: link)
  }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColour ? TerminalSequence.styled(text, code) : text
  }
}
