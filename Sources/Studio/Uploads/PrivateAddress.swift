import Foundation

/// Knows the hosts that no request may make the studio talk to.
package enum PrivateAddress {
  /// Whether a host is this machine, a private or local network, or no host at all (RFC 1918, RFC 6890). Names other
  /// than `localhost` are not resolved.
  package static func isPrivate(_ host: String?) -> Bool {
    guard let host = host?.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "[].")),
      !host.isEmpty
    else { return true }
    if host == "localhost" || host.hasSuffix(".localhost") || host.hasSuffix(".local") { return true }
    var four = in_addr()
    // inet_aton takes the odd spellings too: 127.1, 0x7f000001, 2130706433.
    if inet_aton(host, &four) != 0 { return isPrivate(UInt32(bigEndian: four.s_addr)) }
    var six = in6_addr()
    if inet_pton(AF_INET6, host, &six) == 1 {
      let bytes = withUnsafeBytes(of: &six) { Array($0) }
      let tail = bytes[12...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      if bytes[..<10].allSatisfy({ $0 == 0 }) { return bytes[10] == 0 ? true : isPrivate(tail) }
      // The translation of an IPv4 address (RFC 6052).
      if bytes[..<4] == [0x00, 0x64, 0xFF, 0x9B] { return isPrivate(tail) }
      // Unique local, link local, multicast.
      return bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80) || bytes[0] == 0xFF
    }
    return false
  }

  private static func isPrivate(_ address: UInt32) -> Bool {
    let blocks: [(UInt32, Int)] = [
      (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
      (0xAC10_0000, 12), (0xC000_0000, 24), (0xC0A8_0000, 16), (0xC612_0000, 15), (0xE000_0000, 3),
    ]
    return blocks.contains { address >> (32 - $0.1) == $0.0 >> (32 - $0.1) }
  }
}
