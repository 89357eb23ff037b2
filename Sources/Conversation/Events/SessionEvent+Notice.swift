import NemoVideo

extension SessionEvent {
  /// What a user hears of something that happens inside a call.
  public init(_ notice: ServiceNotice) {
    switch notice {
    case .waitingForRateLimit(let seconds):
      self = .waiting(reason: "The service limits the rate; trying again", seconds: seconds)
    case .tokenRenewed: self = .notice("The token had ended; a new one was taken.")
    }
  }
}
