import FoundationEssentials

extension Date {
  /// Reads an ISO 8601 time with or without fractions of a second, such as `2026-11-29T13:00:00.123Z`.
  package init?(wireText text: String) {
    let plain = Date.ISO8601FormatStyle()
    let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = (try? Date(text, strategy: plain)) ?? (try? Date(text, strategy: fractional)) else {
      return nil
    }
    self = date
  }
}
