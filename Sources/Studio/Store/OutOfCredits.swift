/// A reservation that the balance does not cover.
public struct OutOfCredits: Error, Sendable, Equatable {
  /// What it would have cost.
  public let price: Int
  /// What is there.
  public let available: Int
}
