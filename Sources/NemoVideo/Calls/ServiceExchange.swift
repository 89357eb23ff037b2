/// One exchange with the service, for a log. It holds no header, no body and no query.
public struct ServiceExchange: Sendable {
  /// The method, such as `GET`.
  public let method: String
  /// The path of the call.
  public let path: String
  /// The HTTP status of the answer; nil if none came.
  public let status: Int?
  /// Why none came, in words.
  public let failure: String?
  /// How long the answer's head took.
  public let time: Duration
}
