/// An answer whose status is not the one needed, with the start of its body, so that the caller can read what
/// the service says about it.
public struct HTTPStatusError: Error, Sendable, CustomStringConvertible {
  /// The most bytes of the body that are kept.
  public static let bodyLimit = 64 << 10

  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: HTTPFields
  /// The URL that answered, after redirects.
  public let url: String
  /// The first ``bodyLimit`` bytes of the body.
  public let body: [UInt8]

  /// The status in words.
  public var description: String { "The server answered with HTTP status \(status)." }
}

extension HTTPResponse {
  /// This answer as an error, with the start of its body read.
  ///
  /// - Throws: `CancellationError` if the task is cancelled meanwhile.
  public func statusError() async throws -> HTTPStatusError {
    let start = try await body.prefix(HTTPStatusError.bodyLimit)
    return HTTPStatusError(status: status, headers: headers, url: url, body: start)
  }
}
