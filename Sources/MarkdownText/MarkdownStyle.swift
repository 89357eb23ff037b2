/// How a run of text stands out.
public struct MarkdownStyle: Equatable, Sendable {
  /// Strong emphasis.
  public var isBold = false
  /// Emphasis.
  public var isItalic = false
  /// A code span, or a line of a code block.
  public var isCode = false
  /// The level of the heading that it is part of, 1 to 6; 0 for none.
  public var heading = 0
  /// Something beside the text, such as the address of a link.
  public var isAside = false
  /// Where it leads to: an `http`, `https` or `mailto` URL of printing ASCII.
  public var link: String?

  /// Text as usual.
  public init() {}
}
