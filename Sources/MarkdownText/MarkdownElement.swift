/// One step of drawing Markdown. A drawing only ever grows: what was given is never taken back.
public enum MarkdownElement: Equatable, Sendable {
  /// Begins a line, below the last one.
  case line(MarkdownLead)
  /// Goes on in the line; holds no line break.
  case text(String, MarkdownStyle)

  /// How much of a drawing it is: what counts is that a longer text counts more.
  var length: Int {
    switch self {
    case .line: 1
    case .text(let text, _): text.utf8.count
    }
  }
}

/// What stands before a line.
public struct MarkdownLead: Equatable, Sendable {
  /// Before its first row: indents, a list item's mark, a quote's bar.
  public var first: String
  /// Before the rows that it is wrapped to; as wide as `first`.
  public var rest: String
  /// Whether it must not be wrapped between words: a line of code.
  public var isVerbatim: Bool
  /// Whether it is a rule across the text.
  public var isRule: Bool

  /// Makes a lead.
  public init(first: String = "", rest: String = "", isVerbatim: Bool = false, isRule: Bool = false) {
    self.first = first
    self.rest = rest
    self.isVerbatim = isVerbatim
    self.isRule = isRule
  }
}
