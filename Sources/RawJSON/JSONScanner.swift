import Glibc

/// Reads JSON in one pass over bytes, building nothing that the caller does not ask for.
///
/// The chat stream's hot path and the draft's raw slices are read with it. It never recurses, so depth is bounded by
/// memory alone, and it never traps: what is not JSON makes ``failed`` true, after which every read
/// answers nil or false.
///
/// One long file: the cursor and what moves it are private to it, which is what keeps the promise above.
///
/// ```swift
/// bytes.withUnsafeBufferPointer { buffer in
///   var scanner = JSONScanner(buffer)
///   guard scanner.enterObject() else { return }
///   while scanner.nextKey() {
///     if scanner.keyIs("text") { text = scanner.readString() } else { scanner.skipValue() }
///   }
/// }
/// ```
public struct JSONScanner {
  /// What kind of value stands at the cursor.
  public enum Kind: Sendable {
    case object, array, string, number, bool, null
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next unread byte.
  public private(set) var offset: Int
  /// Whether something that is not JSON was met.
  public private(set) var failed = false

  private var keyStart = 0
  private var keyEnd = 0
  private var keyHasEscapes = false
  /// Whether the next member or element is the first, which no comma precedes.
  private var isFirst = false

  /// Starts at an offset of a buffer, which must outlive the scanner.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  // MARK: Structure

  /// Steps into an object. False, and nothing is read, if no object stands here.
  public mutating func enterObject() -> Bool { enter(UInt8(ascii: "{")) }

  /// Steps into an array. False, and nothing is read, if no array stands here.
  public mutating func enterArray() -> Bool { enter(UInt8(ascii: "[")) }

  /// Goes on to the next member of the entered object. False at its end, which is consumed, and on failure.
  public mutating func nextKey() -> Bool {
    guard advance(closing: UInt8(ascii: "}")) else { return false }
    guard peek() == UInt8(ascii: "\""), scanString() else { return fail() }
    skipWhitespace()
    guard take(UInt8(ascii: ":")) else { return fail() }
    skipWhitespace()
    return true
  }

  /// Goes on to the next element of the entered array. False at its end, which is consumed, and on failure.
  public mutating func nextElement() -> Bool { advance(closing: UInt8(ascii: "]")) }

  /// Whether the key just read is this one.
  @inlinable
  public func keyIs(_ name: StaticString) -> Bool {
    // Most of the keys that a reader asks for differ in length already.
    keyLength == name.utf8CodeUnitCount || keyLength < 0 ? keySpells(name) : false
  }

  /// The bytes of the key just read; negative when it is written with escapes.
  @usableFromInline
  private(set) var keyLength = 0

  @usableFromInline
  func keySpells(_ name: StaticString) -> Bool {
    if keyHasEscapes { return key == "\(name)" }
    return bytes.baseAddress.map { memcmp($0 + keyStart, name.utf8Start, name.utf8CodeUnitCount) == 0 }
      ?? false
  }

  /// The key just read.
  public var key: String { JSONText.decode(bytes, keyStart..<keyEnd, hasEscapes: keyHasEscapes) }

  // MARK: Values

  /// The kind of value at the cursor; nil at the end or on something that starts no value.
  public mutating func kind() -> Kind? {
    skipWhitespace()
    guard !failed, let byte = peek() else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: return nil
    }
  }

  /// Reads a string. Nil, and the value is skipped, if another kind of value stands here.
  public mutating func readString() -> String? {
    guard let range = readStringRange() else { return nil }
    return JSONText.decode(bytes, range.bytes, hasEscapes: range.hasEscapes)
  }

  /// Appends a string's UTF-8 to a buffer. False, and the value is skipped, if another kind of value stands here.
  public mutating func appendString(to buffer: inout [UInt8]) -> Bool {
    guard let range = readStringRange() else { return false }
    if range.hasEscapes {
      JSONText.unescape(bytes, range.bytes, into: &buffer)
    } else {
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range.bytes]))
    }
    return true
  }

  /// Reads true or false. Nil, and the value is skipped, if another kind of value stands here.
  public mutating func readBool() -> Bool? {
    guard kind() == .bool else {
      skipValue()
      return nil
    }
    let isTrue = peek() == UInt8(ascii: "t")
    skipValue()
    return failed ? nil : isTrue
  }

  /// Reads a number's own text. Nil, and the value is skipped, if another kind of value stands here.
  public mutating func readNumberText() -> String? {
    guard kind() == .number else {
      skipValue()
      return nil
    }
    let start = offset
    skipValue()
    return failed ? nil : String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Skips one value and gives its bytes; none if no value stands here.
  public mutating func readBytes() -> [UInt8] {
    guard let range = skipValue() else { return [] }
    return Array(bytes[range])
  }

  /// Skips one value of any kind and depth, and gives the range of its bytes; nil if no value stands here.
  @discardableResult
  public mutating func skipValue() -> Range<Int>? {
    skipWhitespace()
    let start = offset
    // Open brackets, one bit each would do; a byte keeps it plain.
    var open: [UInt8] = []
    repeat {
      skipWhitespace()
      guard !failed, let byte = peek() else { return failNil() }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        offset += 1
        open.append(byte)
        skipWhitespace()
        if peek() == byte + 2 {
          offset += 1
          open.removeLast()
        } else {
          if byte == UInt8(ascii: "{"), !skipKey() { return failNil() }
          continue
        }
      case UInt8(ascii: "\""):
        guard scanString() else { return failNil() }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard skipNumber() else { return failNil() }
      default:
        guard skipLiteral() else { return failNil() }
      }
      // A value has ended: close what it ends, or go on to the next member.
      closing: while let bracket = open.last {
        skipWhitespace()
        if take(bracket + 2) {
          open.removeLast()
        } else if take(UInt8(ascii: ",")) {
          skipWhitespace()
          if bracket == UInt8(ascii: "{"), !skipKey() { return failNil() }
          break closing
        } else {
          return failNil()
        }
      }
    } while !open.isEmpty
    isFirst = false
    return start..<offset
  }

  /// Whether nothing but white space is left.
  public mutating func isAtEnd() -> Bool {
    skipWhitespace()
    return offset >= bytes.count
  }

  // MARK: Inside

  private mutating func enter(_ bracket: UInt8) -> Bool {
    skipWhitespace()
    guard !failed, take(bracket) else { return false }
    isFirst = true
    return true
  }

  private mutating func advance(closing bracket: UInt8) -> Bool {
    guard !failed else { return false }
    skipWhitespace()
    if take(bracket) {
      isFirst = false
      return false
    }
    if !isFirst {
      guard take(UInt8(ascii: ",")) else { return fail() }
      skipWhitespace()
    }
    isFirst = false
    guard peek() != nil, peek() != bracket else { return fail() }
    return true
  }

  private mutating func skipKey() -> Bool {
    guard peek() == UInt8(ascii: "\""), scanString() else { return false }
    skipWhitespace()
    return take(UInt8(ascii: ":"))
  }

  private mutating func readStringRange() -> (bytes: Range<Int>, hasEscapes: Bool)? {
    guard kind() == .string else {
      skipValue()
      return nil
    }
    guard scanString() else { return failNil() }
    return (keyStart..<keyEnd, keyHasEscapes)
  }

  /// Scans the string at the cursor and leaves its inside in `keyStart..<keyEnd`.
  private mutating func scanString() -> Bool {
    var index = offset + 1
    let count = bytes.count
    var hasEscapes = false
    while index < count {
      index = endOfPlainText(from: index)
      guard index < count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        keyStart = offset + 1
        keyEnd = index
        keyHasEscapes = hasEscapes
        keyLength = hasEscapes ? -1 : index - keyStart
        offset = index + 1
        return true
      }
      guard byte == UInt8(ascii: "\\") else { return fail() }
      hasEscapes = true
      index += 2
    }
    return fail()
  }

  /// Where the first quotation mark, backslash or control character stands from an index on; eight bytes are looked at
  /// together, since nearly all of a stream is the inside of strings.
  private func endOfPlainText(from start: Int) -> Int {
    var index = start
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let found =
          Self.zeroBytes(word ^ Self.repeated(0x22)) | Self.zeroBytes(word ^ Self.repeated(0x5C))
          | ((word &- Self.repeated(0x20)) & ~word & Self.repeated(0x80))
        if found != 0 { return index + found.trailingZeroBitCount / 8 }
        index += 8
      }
    }
    while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
    return index
  }

  private static func repeated(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The top bit of each byte that is zero; of those behind the first it may lie, which does not matter here.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- repeated(0x01)) & ~word & repeated(0x80)
  }

  private mutating func skipNumber() -> Bool {
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      // No digit may follow a leading zero.
    } else if !skipDigits() {
      return fail()
    }
    if take(UInt8(ascii: ".")), !skipDigits() { return fail() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      if !skipDigits() { return fail() }
    }
    return true
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    return offset > start
  }

  private mutating func skipLiteral() -> Bool {
    for literal in ["true", "false", "null"] as [StaticString] {
      let length = literal.utf8CodeUnitCount
      guard offset + length <= bytes.count else { continue }
      if (0..<length).allSatisfy({ bytes[offset + $0] == literal.utf8Start[$0] }) {
        offset += length
        return true
      }
    }
    return fail()
  }

  private mutating func skipWhitespace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  private mutating func fail() -> Bool {
    failed = true
    offset = bytes.count
    return false
  }

  private mutating func failNil<Value>() -> Value? {
    _ = fail()
    return nil
  }
}
