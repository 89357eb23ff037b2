/// How long a program may make no progress while we wait for it, before it is ended.
public struct Patience: Sendable {
  /// The time without progress; an eighth of it is the precision.
  public let duration: Duration
  /// What measures it.
  let clock: any Clock<Duration>

  /// A patience of that length, on the machine's clock unless another is given.
  public init(_ duration: Duration, clock: any Clock<Duration> = ContinuousClock()) {
    self.duration = duration
    self.clock = clock
  }

  /// Three minutes: longer than the end of any file takes to be written.
  public static let usual = Patience(.seconds(180))
}
