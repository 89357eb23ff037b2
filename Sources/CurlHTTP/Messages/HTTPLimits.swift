/// How long a request may take, and with what progress.
public struct HTTPLimits: Sendable, Hashable {
  /// The most time to resolve the name, connect and greet (TCP and TLS).
  public var connect: Duration

  /// The most time without a byte in either direction once connected; `nil` for no limit.
  /// A body that its reader does not take does not count as stalled.
  public var stall: Duration?

  /// The most time for one exchange with all of its body; `nil` for no limit. A redirect starts a new exchange.
  public var total: Duration?

  /// Limits from their parts.
  public init(connect: Duration = .seconds(10), stall: Duration? = .seconds(60), total: Duration? = nil) {
    self.connect = connect
    self.stall = stall
    self.total = total
  }

  /// The most bytes of a header, with those of interim answers before it and the trailer behind the body.
  ///
  /// libcurl 7.88 itself reads a line of at most 100 KB, and any number of them.
  public static let header = 256 << 10

  /// For event streams, which may be silent for minutes: no stall limit.
  public static let eventStream = HTTPLimits(stall: nil)
}
