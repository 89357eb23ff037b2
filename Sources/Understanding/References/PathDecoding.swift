/// Turns paths as terminals and people write them into paths as programs want them.
enum PathDecoding {
  /// Removes the backslash before each escaped character, as a shell would.
  static func removingEscapes(_ characters: ArraySlice<Character>) -> String {
    var value = ""
    var escaped = false
    for character in characters {
      if character == "\\", !escaped {
        escaped = true
      } else {
        value.append(character)
        escaped = false
      }
    }
    if escaped { value.append("\\") }
    return value
  }

  /// Puts the home folder in place of a leading `~`. Another user's (`~ana/x`) is left as it is.
  static func expandingHome(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The path of a `file://` URL of this machine, percent-decoded; nil if it has none.
  static func path(ofFileAddress address: String) -> String? {
    var rest = address.dropFirst("file://".count)
    if !rest.hasPrefix("/") {
      guard let slash = rest.firstIndex(of: "/"), rest[..<slash].lowercased() == "localhost" else {
        return nil
      }
      rest = rest[slash...]
    }
    var bytes: [UInt8] = []
    var iterator = Array(rest.utf8)[...]
    while let byte = iterator.popFirst() {
      if byte == UInt8(ascii: "%"), let high = iterator.first.flatMap(hexValue),
        let low = iterator.dropFirst().first.flatMap(hexValue)
      {
        bytes.append(high << 4 | low)
        iterator = iterator.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    guard !bytes.contains(0), bytes.count > 1 else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
