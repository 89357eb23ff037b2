/// Turns the inside of a JSON string into text.
enum JSONText {
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hasEscapes: Bool) -> String {
    guard hasEscapes else { return String(decoding: bytes[range], as: UTF8.self) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    unescape(bytes, range, into: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Decodes escapes; a lone surrogate or an unknown escape becomes U+FFFD, as in a lenient decoder.
  static func unescape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        output.append(byte)
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "u"):
        var scalar = Unicode.Scalar(0xFFFD) ?? " "
        if let unit = hex(bytes, index, range.upperBound) {
          index += 4
          if unit & 0xFC00 == 0xD800, index + 1 < range.upperBound, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u"), let low = hex(bytes, index + 2, range.upperBound),
            low & 0xFC00 == 0xDC00
          {
            index += 6
            scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)) ?? scalar
          } else {
            scalar = Unicode.Scalar(unit) ?? scalar
          }
        }
        output.append(contentsOf: Array(String(scalar).utf8))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(escape)
      default: output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
    }
  }

  private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
