/// A suggestion in grey behind what is typed.
public struct Hint: Equatable, Sendable, ExpressibleByStringLiteral {
  /// What is shown.
  public var text: String
  /// What the right arrow (or Ctrl-F, Ctrl-E, End) at the end of the line puts there; nil for a hint that only tells.
  public var insertion: String?

  /// - Parameters:
  ///   - text: what is shown, in grey, as far as the row has room.
  ///   - insertion: what the right arrow puts into the line.
  public init(_ text: String, insertion: String? = nil) {
    self.text = text
    self.insertion = insertion
  }

  /// A hint that only tells.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
