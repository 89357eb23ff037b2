/// UTF-8 to scalars, across reads. What is not UTF-8 becomes U+FFFD, one for each maximal bad part, as WHATWG Encoding has it.
package struct ScalarDecoder: Sendable {
  private var value: UInt32 = 0
  private var needed = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  package init() {}

  /// Decodes the next bytes; an unfinished character is kept for the next call.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for byte in bytes { feed(byte, to: &result) }
    return result
  }

  private mutating func feed(_ byte: UInt8, to result: inout [Unicode.Scalar]) {
    if needed > 0 {
      guard (lower...upper).contains(byte) else {
        needed = 0
        result.append("\u{FFFD}")
        start(byte, to: &result)
        return
      }
      (lower, upper) = (0x80, 0xBF)
      value = value << 6 | UInt32(byte & 0x3F)
      needed -= 1
      if needed == 0 { result.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
      return
    }
    start(byte, to: &result)
  }

  private mutating func start(_ byte: UInt8, to result: inout [Unicode.Scalar]) {
    (lower, upper) = (0x80, 0xBF)
    switch byte {
    case 0..<0x80: result.append(Unicode.Scalar(byte))
    case 0xC2...0xDF: (needed, value) = (1, UInt32(byte & 0x1F))
    case 0xE0...0xEF:
      (needed, value) = (2, UInt32(byte & 0x0F))
      if byte == 0xE0 { lower = 0xA0 }
      if byte == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      (needed, value) = (3, UInt32(byte & 0x07))
      if byte == 0xF0 { lower = 0x90 }
      if byte == 0xF4 { upper = 0x8F }
    default: result.append("\u{FFFD}")
    }
  }
}
