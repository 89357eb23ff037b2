/// Why an event stream cannot be read on.
public struct EventStreamError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was too long.
  public enum Code: Sendable, Hashable {
    /// One line without an end.
    case lineTooLong
    /// The `data` of one event without a blank line after it.
    case eventTooLong
  }

  /// What was too long.
  public var code: Code

  /// The limit it passed, in bytes.
  public var limit: Int

  /// An error from its parts.
  public init(code: Code, limit: Int) {
    self.code = code
    self.limit = limit
  }

  /// The error in plain words.
  public var description: String {
    switch code {
    case .lineTooLong:
      "The service sent a line of more than \(limit) bytes without an end. The stream was closed."
    case .eventTooLong:
      "The service sent an event of more than \(limit) bytes without an end. The stream was closed."
    }
  }
}
