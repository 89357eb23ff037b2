import NemoVideo

/// All waits of a conversation, so that tests and scripts can set them (CONTRACT.md, "Settings").
public struct Timings: Sendable, Equatable {
  /// Between "Still working" lines (`T2V_HEARTBEAT`).
  public var heartbeat: Duration = .seconds(120)
  /// Between questions after a render (`T2V_POLL`).
  public var poll: Duration = .seconds(30)
  /// After 429 (`T2V_RATE_WAIT`).
  public var rateLimitWait: Duration = .seconds(30)
  /// The longest turn (`T2V_STREAM_LIMIT`).
  public var streamLimit: Duration = .seconds(900)
  /// The longest time of nothing but heartbeats (`T2V_SILENCE_LIMIT`).
  public var silenceLimit: Duration = .seconds(600)
  /// Before each look at the state after a break (`T2V_RECOVERY`).
  public var recovery: [Duration] = [30, 60, 60, 60, 60].map { .seconds($0) }
  /// How long a render may stand still before it is left for the next start (`T2V_RENDER_STALL`).
  public var renderStall: Duration = .seconds(600)
  /// Between attempts at a read or a fetch that did not get through.
  public var retries: [Duration] = [1, 2, 4, 8].map { .seconds($0) }

  /// The waits that SEED.md and WIRE.md give.
  public init() {}
}
