/// Something that was asked for and failed: what happened, and what to do next.
public struct Failure: Error, Sendable, Equatable {
  /// A number of WIRE.md's table or a word of CONTRACT.md.
  public enum Code: Sendable, Hashable {
    /// A number that the service gave.
    case number(Int)
    /// The network or the connection.
    case network
    /// Nothing came for too long.
    case timeout
    /// The service words its own trouble, or answers what cannot be understood.
    case service
    /// There is nothing to export yet.
    case emptyDraft
    /// The render went wrong at the service.
    case renderFailed
    /// A file is not there.
    case noFile
    /// A file cannot be written.
    case disk
    /// What was asked for makes no sense as it is.
    case usage
  }

  /// What kind of failure it is.
  public let code: Code
  /// What happened and what it means for the video.
  public let message: String
  /// What to do next.
  public let hint: String

  /// Describes a failure.
  public init(_ code: Code, _ message: String, hint: String) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}

extension Failure.Code: CustomStringConvertible {
  /// The code as CONTRACT.md writes it.
  public var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .network: "network"
    case .timeout: "timeout"
    case .service: "service"
    case .emptyDraft: "empty-draft"
    case .renderFailed: "render-failed"
    case .noFile: "no-file"
    case .disk: "disk"
    case .usage: "usage"
    }
  }
}
