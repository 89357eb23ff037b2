import Foundation

/// A call of the operating system that failed, with its own words for why.
public struct SystemFailure: Error, Sendable, CustomStringConvertible, LocalizedError {
  /// What was tried, such as `create /home/me/…`.
  public let attempt: String
  /// The system's error number.
  public let code: Int32

  /// Takes the error number of the call that has just failed.
  public init(_ attempt: String, code: Int32 = errno) {
    self.attempt = attempt
    self.code = code
  }

  /// `cannot create …: Permission denied`.
  public var description: String { "cannot \(attempt): \(String(cString: strerror(code)))" }
  /// The same text.
  public var errorDescription: String? { description }
}
