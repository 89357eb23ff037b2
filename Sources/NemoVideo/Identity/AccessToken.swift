import CurlHTTP
import FoundationEssentials

/// A token with what is known of it.
public struct AccessToken: Sendable, Equatable {
  /// Where a token came from, which decides what happens when the service refuses it.
  public enum Source: Sendable, Equatable {
    /// `NEMO_TOKEN`: the user's own, never replaced behind their back.
    case environment
    /// An anonymous account that this program got for the client id.
    case anonymous
    /// The built-in studio's owner token.
    case studio
  }

  /// The token itself.
  public let secret: Secret
  /// Where it came from.
  public let source: Source
  /// The account, such as `anon_7f3c`; nil when it is not known.
  public let userID: String?
  /// When it ends; nil when it is not known.
  public let expires: Date?

  /// Makes a token of its parts.
  public init(secret: Secret, source: Source, userID: String? = nil, expires: Date? = nil) {
    self.secret = secret
    self.source = source
    self.userID = userID
    self.expires = expires
  }

  /// Whether its user has an account: the token came from `NEMO_TOKEN`, or its user id does not start with `anon_`
  /// (CONTRACT.md).
  public var isRegistered: Bool {
    source != .anonymous || userID.map { !$0.hasPrefix("anon_") } ?? false
  }
}
