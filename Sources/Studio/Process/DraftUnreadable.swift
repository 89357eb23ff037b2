import Foundation

/// What was given is no draft.
public struct DraftUnreadable: Error, Sendable, CustomStringConvertible, LocalizedError {
  /// One sentence with what to do.
  public var description: String {
    "the draft is not JSON of the form {\"t\":[…]}, nor a state answer with one; pass the draft of the state call"
  }
  /// The same text.
  public var errorDescription: String? { description }
}
