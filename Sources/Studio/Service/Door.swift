import FlyingFox
import FlyingSocks

/// The way by which a call comes in, and what is asked of it there.
enum Door: Sendable {
  /// This machine's own, at a port.
  case loopback(port: UInt16)
  /// The public one, by a name; `from` holds the addresses that may come, nil: all.
  case open(name: String, from: Set<String>?)

  /// Refuses a call that has no business here.
  ///
  /// A page in a user's browser that resolved its own name to this machine ("DNS rebinding") names another host. Whoever
  /// reaches the studio past its proxy would show a token to the network.
  func check(host: String?, from address: HTTPRequest.Address?) throws(APIError) {
    switch self {
    case .loopback(let port):
      guard host == "127.0.0.1:\(port)" || host == "localhost:\(port)" else {
        throw APIError(421, "This studio answers to 127.0.0.1:\(port) alone.")
      }
    case .open(let name, let allowed):
      if let allowed {
        guard let peer = Self.text(address), allowed.contains(peer) else {
          throw APIError(403, "This studio is reached by its proxy alone: https://\(name).")
        }
      }
      guard host == name || host == name + ":443" else {
        throw APIError(421, "This studio answers to \(name) alone.")
      }
    }
  }

  /// The origin of addresses in answers.
  func origin(host: String?) -> String {
    switch self {
    case .loopback(let port): "http://" + (host ?? "127.0.0.1:\(port)")
    case .open(let name, _): "https://" + name
    }
  }

  /// Whether browsers reach it by TLS alone.
  var isSecure: Bool { if case .open = self { true } else { false } }

  private static func text(_ address: HTTPRequest.Address?) -> String? {
    switch address {
    case .ip4(let text, _), .ip6(let text, _): text
    case .unix, nil: nil
    }
  }
}
