/// A JSON value as the bytes it came in: its parts are found when they are asked for, and its text is never changed.
///
/// It serves answers whose shape differs between versions of a service, and the draft, which must go back as it came.
/// A look-up costs a pass over the value, so it is for small answers, not for hot paths.
public struct JSONValue: Sendable {
  private let storage: [UInt8]
  private let range: Range<Int>

  /// Checks that the bytes are one JSON value and nothing else; nil if they are not.
  public init?(_ bytes: [UInt8]) {
    let found = bytes.withUnsafeBufferPointer { buffer -> Range<Int>? in
      var scanner = JSONScanner(buffer)
      guard let range = scanner.skipValue(), scanner.isAtEnd() else { return nil }
      return range
    }
    guard let found else { return nil }
    storage = bytes
    range = found
  }

  /// Checks that the text is one JSON value and nothing else; nil if it is not.
  public init?(_ text: String) { self.init(Array(text.utf8)) }

  private init(storage: [UInt8], range: Range<Int>) {
    self.storage = storage
    self.range = range
  }

  /// The bytes of this value, exactly as they came.
  public var bytes: ArraySlice<UInt8> { storage[range] }

  /// The kind of this value.
  public var kind: JSONScanner.Kind { scan { $0.kind() } ?? .null }

  /// The text, if this is a string.
  public var string: String? { kind == .string ? scan { $0.readString() } : nil }

  /// Whether it is true, if this is a boolean.
  public var bool: Bool? { kind == .bool ? scan { $0.readBool() } : nil }

  /// The number, if this is a number that a Double can hold.
  public var double: Double? {
    guard kind == .number, let text = scan({ $0.readNumberText() }), let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// The number without its fraction, if this is a number within the range of Int.
  public var int: Int? {
    guard kind == .number, let text = scan({ $0.readNumberText() }) else { return nil }
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }
  }

  /// The text of a string, or of a number as it is written: services write ids and codes either way.
  public var stringOrNumberText: String? {
    switch kind {
    case .string: string
    case .number: scan { $0.readNumberText() }
    default: nil
    }
  }

  /// Whether this is null.
  public var isNull: Bool { kind == .null }

  /// The value of a member, if this is an object that has it. Of a repeated key the last one counts.
  public subscript(_ name: String) -> JSONValue? {
    var found: Range<Int>?
    eachMember { key, range in if key == name { found = range } }
    return found.map { JSONValue(storage: storage, range: $0) }
  }

  /// The members in their order, if this is an object; else none.
  public var members: [(key: String, value: JSONValue)] {
    var all: [(String, JSONValue)] = []
    eachMember { key, range in all.append((key, JSONValue(storage: storage, range: range))) }
    return all
  }

  /// The elements in their order, if this is an array; else none.
  public var elements: [JSONValue] {
    guard kind == .array else { return [] }
    return scan { scanner in
      var all: [JSONValue] = []
      _ = scanner.enterArray()
      while scanner.nextElement() {
        guard let range = scanner.skipValue() else { break }
        all.append(JSONValue(storage: storage, range: range))
      }
      return all
    }
  }

  private func eachMember(_ body: (String, Range<Int>) -> Void) {
    guard kind == .object else { return }
    scan { scanner in
      _ = scanner.enterObject()
      while scanner.nextKey() {
        let key = scanner.key
        guard let range = scanner.skipValue() else { break }
        body(key, range)
      }
    }
  }

  private func scan<Result>(_ body: (inout JSONScanner) -> Result) -> Result {
    storage.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer, at: range.lowerBound)
      return body(&scanner)
    }
  }
}
