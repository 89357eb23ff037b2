import CurlHTTP
import Synchronization

/// Takes tokens out of texts that are to be shown: a service, or a gateway before it, may quote one in an error.
public final class TokenCensor: Sendable {
  /// How the service's own tokens begin (WIRE.md, "token").
  private static let beginning = "nmv_usr_"

  private let known = Mutex<Set<String>>([])

  /// Knows no token yet.
  public init() {}

  /// Knows a token from now on.
  public func add(_ secret: Secret) {
    // What is shorter than any token would be found in ordinary words.
    let text = secret.revealed()
    if text.utf8.count >= 8 { _ = known.withLock { $0.insert(text) } }
  }

  /// The text with `‹token›` in place of each token of this run, and of whatever looks like one.
  public func censored(_ text: String) -> String {
    var text = text
    for token in known.withLock({ $0 }) { text = Self.replacing(token, in: text, isWhole: true) }
    return Self.replacing(Self.beginning, in: text, isWhole: false)
  }

  /// - Parameter isWhole: Whether `start` is all of it; else what follows belongs to it, too.
  private static func replacing(_ start: String, in text: String, isWhole: Bool) -> String {
    guard var found = text.firstRange(of: start) else { return text }
    var result = ""
    var rest = text[...]
    while true {
      result += rest[..<found.lowerBound] + "‹token›"
      rest = rest[found.upperBound...]
      if !isWhole { rest = rest.drop { $0.isLetter || $0.isNumber || "_-.~+/=".contains($0) } }
      guard let next = rest.firstRange(of: start) else { return result + rest }
      found = next
    }
  }
}
