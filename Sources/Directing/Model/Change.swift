/// A new value for a number: stated outright, or as a factor of what is there.
public enum Change: Sendable, Equatable {
  case to(Double)
  case times(Double)

  /// The new value.
  public func applied(to value: Double) -> Double {
    switch self {
    case .to(let new): new
    case .times(let factor): value * factor
    }
  }
}
