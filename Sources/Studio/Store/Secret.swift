import Foundation

/// Text that nobody guesses.
public enum Secret {
  /// 192 random bits of the system's generator, as 48 hexadecimal digits.
  public static func random() -> String { SHA256.hexadecimal(digest: randomBytes(24)) }

  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Compares two texts in a time that does not depend on where they differ: their hashes are compared whole.
  public static func areEqual(_ one: String, _ other: String) -> Bool {
    let pairs = zip(SHA256.hexadecimal(one.utf8).utf8, SHA256.hexadecimal(other.utf8).utf8)
    return pairs.reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
