/// What happens inside a call that a user should hear of.
public enum ServiceNotice: Sendable, Equatable {
  /// The service limits the rate; the call is repeated after so many seconds.
  case waitingForRateLimit(seconds: Int)
  /// The token had ended; a new one was taken.
  case tokenRenewed
}
