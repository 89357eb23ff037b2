/// The answer to a request, as soon as its header is in; the body follows.
public struct HTTPResponse: Sendable {
  /// The status code, 200…599.
  public let status: Int
  /// The header fields of the final answer.
  public let headers: HTTPFields
  /// The URL that answered, after redirects.
  public let url: String
  /// The body, still on its way.
  public let body: HTTPBody

  /// Whether the status is 200…299.
  public var isSuccess: Bool { (200...299).contains(status) }
}
