import CurlHTTP

/// The origin of a NemoVideo API: where all calls go, and the only place that sees the token.
public struct ServiceAddress: Sendable, Hashable, CustomStringConvertible {
  /// The service's own address, by SEED.md.
  public static let production = "https://mega-api-prod.nemovideo.ai"
  /// The service's web site, by WIRE.md.
  public static let productionWeb = "https://nemovideo.com"

  /// Scheme and authority, such as `https://mega-api-prod.nemovideo.ai` or `http://127.0.0.1:8700`.
  public let origin: String
  /// A path before all calls' paths, without a final slash; usually empty.
  public let basePath: String

  /// Why an address cannot be used.
  public enum Failure: Error, Sendable, Equatable {
    /// It is not an http or https URL with a host.
    case notAURL(String)
    /// It is `http://` to another machine, which would show the token to the network (CONTRACT.md, "Settings").
    case notEncrypted(String)
    /// It holds a user name or password.
    case holdsCredentials
  }

  /// Reads an address such as the value of `NEMO_API_URL`.
  public init(_ text: String) throws(Failure) {
    let trimmed = text.drop { $0 == " " }.prefix { $0 != " " && $0 != "\n" }
    guard let separator = trimmed.firstRange(of: "://") else { throw .notAURL(text) }
    let scheme = trimmed[..<separator.lowerBound].lowercased()
    let rest = trimmed[separator.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let authority = rest.prefix { $0 != "/" }
    guard scheme == "http" || scheme == "https" else { throw .notAURL(text) }
    guard !authority.contains("@") else { throw .holdsCredentials }
    let host = Self.host(of: authority)
    guard !host.isEmpty, authority.allSatisfy({ $0.isASCII && !$0.isWhitespace && $0 != "\\" }) else {
      throw .notAURL(text)
    }
    guard scheme == "https" || Loopback.contains(host) else { throw .notEncrypted(String(authority)) }
    origin = "\(scheme)://\(authority.lowercased())"
    var path = rest.dropFirst(authority.count)
    while path.hasSuffix("/") { path = path.dropLast() }
    basePath = String(path)
  }

  /// The URL of a call's path, which starts with a slash.
  public func url(_ path: String) -> String { origin + basePath + path }

  /// Whether a URL has this origin.
  public func isOrigin(of url: String) -> Bool {
    guard url.count >= origin.count, url.prefix(origin.count).lowercased() == origin else { return false }
    return url.dropFirst(origin.count).first.map { "/?#".contains($0) } ?? true
  }

  /// The origin, for messages.
  public var description: String { origin + basePath }

  private static func host(of authority: some StringProtocol) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    return String(authority.prefix { $0 != ":" })
  }
}
