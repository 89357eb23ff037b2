import CurlHTTP
import Glibc
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

  /// Whether no token stands in a text, nor in what it reads when it is a URL with escapes.
  public func isClean(_ text: String) -> Bool {
    guard text.contains("%") else { return censored(text) == text }
    let decoded = text.decodingPercents
    return censored(text) == text && censored(decoded) == decoded
  }

  /// By bytes: a mark that combines with a token's last letter must not hide it, and nearly no text holds a token.
  ///
  /// - Parameter isWhole: Whether `start` is all of it; else what follows belongs to it, too.
  private static func replacing(_ start: String, in text: String, isWhole: Bool) -> String {
    var text = text
    text.makeContiguousUTF8()
    var rest = Substring(text)
    var result = ""
    while let found = rest.utf8.firstRange(of: start) {
      result += rest[..<found.lowerBound] + "‹token›"
      rest = rest[found.upperBound...]
      if !isWhole { rest = Substring(rest.utf8.drop(while: isOfToken)) }
    }
    return result.isEmpty ? text : result + rest
  }

  private static func isOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_-.~+/=".utf8.contains(byte)
    }
  }
}

extension Substring.UTF8View {
  /// Where a piece stands, byte by byte.
  fileprivate func firstRange(of piece: String) -> Range<Index>? {
    var piece = piece
    let place: Int?? = withContiguousStorageIfAvailable { bytes in
      piece.withUTF8 { Self.offset(of: $0, in: bytes) }
    }
    guard let offset = place ?? nil else { return nil }
    let lower = index(startIndex, offsetBy: offset)
    return lower..<index(lower, offsetBy: piece.utf8.count)
  }

  private static func offset(of piece: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>)
    -> Int?
  {
    guard let start = bytes.baseAddress, let wanted = piece.baseAddress else { return nil }
    var offset = 0
    while offset + piece.count <= bytes.count {
      let reach = bytes.count - piece.count - offset + 1
      guard let first = memchr(start + offset, Int32(wanted[0]), reach) else { return nil }
      if memcmp(first, wanted, piece.count) == 0 { return UnsafeRawPointer(first) - UnsafeRawPointer(start) }
      offset = UnsafeRawPointer(first) - UnsafeRawPointer(start) + 1
    }
    return nil
  }
}
