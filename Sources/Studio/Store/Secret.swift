import Foundation

/// Text that nobody guesses.
public enum Secret {
  /// 192 random bits of the system's generator, as 48 hexadecimal digits.
  public static func random() -> String { SHA256.hexadecimal(digest: randomBytes(24)) }

  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Compares two texts in a time that does not depend on where they differ, if they are of one length: all of both is
  /// looked at.
  public static func areEqual(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.utf8), Array(other.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The start of a secret's hash by which it is looked up in the database, as the bounds of a range of hashes. The rest is
  /// for ``areEqual(_:_:)``: the time of a look-up tells of these 32 bits at most, and of a hash of 192 random bits they say
  /// nothing.
  static func range(ofHash hash: String) -> (from: String, to: String) {
    let start = String(hash.prefix(8))
    // Behind every hexadecimal digit.
    return (start, start + "g")
  }
}
