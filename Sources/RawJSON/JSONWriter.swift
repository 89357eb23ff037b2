/// Writes one JSON object, its members in the order they are added, without white space.
///
/// ```swift
/// var object = JSONWriter()
/// object.add("event", "text")
/// object.add("draft", raw: draft.bytes)
/// send(object.bytes)
/// ```
public struct JSONWriter: Sendable {
  private var buffer: [UInt8] = [UInt8(ascii: "{")]

  /// Starts an empty object.
  public init() {}

  /// The object's bytes, closed.
  public var bytes: [UInt8] { buffer + [UInt8(ascii: "}")] }

  /// The object as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a string.
  public mutating func add(_ key: String, _ value: String) {
    name(key)
    Self.append(value, to: &buffer)
  }

  /// Adds an integer.
  public mutating func add(_ key: String, _ value: Int) {
    name(key)
    buffer.append(contentsOf: Array(String(value).utf8))
  }

  /// Adds a number; one that is not finite, which JSON cannot hold, becomes null. Whole numbers are written without a fraction.
  public mutating func add(_ key: String, _ value: Double) {
    name(key)
    buffer.append(contentsOf: Array(Self.text(of: value).utf8))
  }

  /// Adds true or false.
  public mutating func add(_ key: String, _ value: Bool) {
    name(key)
    buffer.append(contentsOf: Array((value ? "true" : "false").utf8))
  }

  /// Adds a value that is JSON already, byte for byte.
  public mutating func add(_ key: String, raw: some Sequence<UInt8>) {
    name(key)
    buffer.append(contentsOf: raw)
  }

  /// Adds an object.
  public mutating func add(_ key: String, _ object: JSONWriter) { add(key, raw: object.bytes) }

  /// Adds an array of objects.
  public mutating func add(_ key: String, _ objects: [JSONWriter]) {
    add(key, raw: Self.array(objects.map(\.bytes)))
  }

  /// Adds an array of strings.
  public mutating func add(_ key: String, _ strings: [String]) {
    add(
      key,
      raw: Self.array(
        strings.map { string in
          var bytes: [UInt8] = []
          Self.append(string, to: &bytes)
          return bytes
        }))
  }

  private mutating func name(_ key: String) {
    if buffer.count > 1 { buffer.append(UInt8(ascii: ",")) }
    Self.append(key, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
  }

  private static func array(_ elements: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: element)
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    return Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  private static func append(_ string: String, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      case 0x0A: buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x0D: buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
      case 0x09: buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
      case 0..<0x20, 0x7F:
        buffer.append(contentsOf: Array("\\u00".utf8))
        buffer.append(hexDigits[Int(byte >> 4)])
        buffer.append(hexDigits[Int(byte & 15)])
      default: buffer.append(byte)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
