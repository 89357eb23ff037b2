/// A token or another text that must never be shown.
///
/// It prints as `‹token›` whichever way it is printed, and it cannot be encoded. Its text leaves by one door,
/// ``revealed()``, so that a search for that word finds every place that handles it.
public struct Secret: Sendable, Hashable {
  private let text: String

  /// Wraps a text.
  public init(_ text: String) { self.text = text }

  /// Whether the text is empty, which no token is.
  public var isEmpty: Bool { text.isEmpty }

  /// The text itself, for the header writer and for the file that keeps tokens. Never for a message or a log.
  public func revealed() -> String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `‹token›`.
  public var description: String { "‹token›" }

  /// `‹token›`.
  public var debugDescription: String { description }

  /// A mirror without children, so that `dump` has nothing to show.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
