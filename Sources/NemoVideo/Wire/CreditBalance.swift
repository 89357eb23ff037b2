import RawJSON

/// What an account can spend (WIRE.md, "credits").
public struct CreditBalance: Sendable, Equatable {
  /// Credits that can be spent now.
  public let available: Double
  /// Credits reserved for work in progress.
  public let frozen: Double
  /// Both together.
  public let total: Double

  /// Makes a balance; a total that is not known is the sum.
  public init(available: Double, frozen: Double = 0, total: Double? = nil) {
    self.available = available
    self.frozen = frozen
    self.total = total ?? available + frozen
  }

  init?(_ data: JSONValue) {
    guard let available = Self.number(data["available"]) else { return nil }
    self.init(
      available: available, frozen: Self.number(data["frozen"]) ?? 0, total: Self.number(data["total"]))
  }

  private static func number(_ value: JSONValue?) -> Double? {
    value?.stringOrNumberText.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number of credits as a person reads it: `75`, `100,000`, `12.5`.
  public static func text(_ credits: Double) -> String {
    guard let whole = Int(exactly: credits) else { return "\((credits * 100).rounded() / 100)" }
    let digits = Array(String(whole.magnitude))
    var grouped = whole < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }
}
