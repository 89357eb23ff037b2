/// The credits of a user at a moment; exactly the answer of the balance call.
public struct CreditBalance: Codable, Sendable, Equatable {
  /// There to spend.
  public var available: Int
  /// Reserved for work in progress.
  public var frozen: Int
  /// Both together.
  public var total: Int
}
