/// What names this machine itself (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3; RFC 6761, 6.3).
public enum Loopback {
  /// Whether a host, as it stands in a URL or as a numeric address, is this machine: `localhost` and names below it,
  /// `127.0.0.0/8`, `::1`. A name that only looks so, such as `127.example.com`, is not.
  ///
  /// - Parameter host: an IPv6 address may stand in brackets; the case of letters does not count.
  public static func contains(_ host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }
}
