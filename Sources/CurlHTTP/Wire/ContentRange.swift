/// The value of a `Content-Range` header field in bytes (RFC 9110, 14.4).
package struct ContentRange: Sendable, Hashable {
  /// The bytes that follow; `nil` in the answer to a range that cannot be had.
  package let range: ClosedRange<Int64>?
  /// The length of the whole; `nil` if the server does not know it.
  package let total: Int64?

  /// Reads `bytes 0-99/200`, `bytes 0-99/*` or `bytes */200`; `nil` for anything else.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, asciiEqual(String(words[0]), "bytes") else { return nil }
    let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    if parts[1] == "*" {
      total = nil
    } else {
      guard let number = Self.number(parts[1]) else { return nil }
      total = number
    }
    if parts[0] == "*" {
      guard total != nil else { return nil }
      range = nil
    } else {
      let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]), first <= last,
        total.map({ last < $0 }) ?? true
      else { return nil }
      range = first...last
    }
  }

  private static func number(_ digits: Substring) -> Int64? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(digits)
  }
}
