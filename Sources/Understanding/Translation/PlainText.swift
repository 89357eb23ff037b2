/// What can be said of a text by its bytes, where they are plain enough.
enum PlainText {
  /// Where the white space at the start of a text ends.
  static func endOfSpaces(of text: Substring) -> Substring.Index {
    let bytes = text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex, isSpace(bytes[index]) { index = bytes.index(after: index) }
    if index == bytes.endIndex || standsAlone(bytes[index]) { return index }
    return text.firstIndex { !$0.isWhitespace } ?? text.endIndex
  }

  /// The last byte of a text that is neither white space nor a mark of emphasis; nil if it is none of ASCII.
  static func lastLetter(of text: String) -> UInt8? {
    let last = text.utf8.last { !isSpace($0) && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") }
    return last.flatMap { standsAlone($0) ? $0 : nil }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a character that begins with this byte is no white space and joins nothing before it: ASCII that can be
  /// seen, or a Han character from U+4000.
  static func standsAlone(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) || (0xE4...0xE9).contains(byte)
  }
}
