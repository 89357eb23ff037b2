import Foundation

/// The studio could not listen.
public struct PortUnavailable: Error, Sendable, CustomStringConvertible, LocalizedError {
  /// The port that was asked for.
  public let port: UInt16
  /// What the system said.
  public let reason: String

  init(port: UInt16, reason: Result<Void, any Error>) {
    self.port = port
    self.reason =
      switch reason {
      case .failure(let error): error.localizedDescription
      case .success: "the server ended"
      }
  }

  /// One sentence with what to do.
  public var description: String {
    "cannot listen on port \(port) of 127.0.0.1: another program has it, or it is not allowed. "
      + "Choose another one with --port, or leave --port out"
  }
  /// The same text.
  public var errorDescription: String? { description }
}
