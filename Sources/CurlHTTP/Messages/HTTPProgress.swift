/// How far an upload is.
public struct HTTPProgress: Sendable, Hashable {
  /// Bytes handed to the network so far.
  public var sent: Int64
  /// Bytes of the whole body, if known before its end.
  public var total: Int64?

  /// A progress from its parts.
  public init(sent: Int64, total: Int64?) {
    self.sent = sent
    self.total = total
  }
}
