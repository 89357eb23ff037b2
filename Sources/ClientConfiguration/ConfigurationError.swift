/// A setting that makes no sense.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with which setting, and what would be right.
  public let description: String

  /// Makes an error.
  public init(_ description: String) { self.description = description }
}
