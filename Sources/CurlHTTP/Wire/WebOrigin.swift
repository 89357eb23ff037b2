/// Scheme, host and port: who is trusted with a token (RFC 6454).
package struct WebOrigin: Sendable, Hashable, CustomStringConvertible {
  package let scheme: String
  package let host: String
  package let port: String

  /// Whether the host is this machine itself (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3; RFC 6761, 6.3).
  package var isLoopback: Bool {
    if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }

  package var description: String { "\(scheme)://\(host):\(port)" }
}
