/// Scheme, host and port: who is trusted with a token (RFC 6454).
package struct WebOrigin: Sendable, Hashable, CustomStringConvertible {
  package let scheme: String
  package let host: String
  package let port: String

  /// Whether the host is this machine itself.
  package var isLoopback: Bool { Loopback.contains(host) }

  package var description: String { "\(scheme)://\(host):\(port)" }
}
