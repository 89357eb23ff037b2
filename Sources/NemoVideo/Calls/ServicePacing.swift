/// How long calls wait before they are repeated. Times are parameters: tests set them, and the clock.
public struct ServicePacing: Sendable, Equatable {
  /// Before a call is repeated after 429, unless the service says how long (`T2V_RATE_WAIT`).
  public var rateLimitWait: Duration
  /// Between the attempts at a read that did not get through.
  public var readRetryWaits: [Duration]

  /// Sets the waits; the defaults are SEED.md's and, for reads, one and three seconds.
  public init(
    rateLimitWait: Duration = .seconds(30), readRetryWaits: [Duration] = [.seconds(1), .seconds(3)]
  ) {
    self.rateLimitWait = rateLimitWait
    self.readRetryWaits = readRetryWaits
  }
}
