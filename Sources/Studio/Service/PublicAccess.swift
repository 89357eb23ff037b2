import Foundation

/// How a studio is reached from other machines.
public struct PublicAccess: Sendable, Equatable {
  /// What keeps what passes from being read.
  public enum Protection: Sendable, Equatable {
    /// TLS, by a certificate and its key (PEM files).
    case tls(certificate: String, key: String)
    /// A reverse proxy that speaks TLS; connections from other addresses than its own are refused.
    case proxy(addresses: Set<String>)
  }

  /// The address to listen on, IPv4 or IPv6, such as `0.0.0.0`.
  public var address: String
  /// The port.
  public var port: UInt16
  /// The name by which clients know the studio, with `:PORT` where that is not 443.
  public var name: String
  /// What protects it.
  public var protection: Protection

  /// Describes an access.
  public init(address: String, port: UInt16, name: String, protection: Protection) {
    self.address = address
    self.port = port
    self.name = name.lowercased()
    self.protection = protection
  }

  /// `https://NAME`.
  public var url: String { "https://" + name }

  /// The addresses of a host, in the form in which connections tell theirs.
  /// - Returns: nothing if it has none.
  public static func addresses(of host: String) -> Set<String> {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: Set<String> = []
    var next = list
    while let entry = next?.pointee {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let status = getnameinfo(
        entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
      if status == 0 {
        found.insert(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
      }
      next = entry.ai_next
    }
    return found
  }
}
