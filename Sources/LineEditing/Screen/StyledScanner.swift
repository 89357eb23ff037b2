/// Cuts text into characters and escape sequences, so that widths can be counted.
package struct StyledScanner: Sequence, IteratorProtocol {
  /// A piece of styled text.
  package enum Piece: Equatable, Sendable {
    /// One character that takes `width` columns.
    case character(Character, DisplayWidth)
    case newline
    case tab
    /// Carriage return.
    case carriageReturn
    /// An SGR sequence (colour, bold and the like).
    case style(String)
    /// Any other sequence (a link, an image): goes to the terminal as it is, counts no columns.
    case sequence(String)
  }

  private var rest: Substring

  package init(_ text: String) {
    rest = text[...]
  }

  package mutating func next() -> Piece? {
    if let simple = takeSimple() { return simple }
    guard let first = rest.first else { return nil }
    switch first {
    case "\u{1B}": return escape()
    case "\n", "\r\n":
      rest.removeFirst()
      return .newline
    case "\t":
      rest.removeFirst()
      return .tab
    case "\r":
      rest.removeFirst()
      return .carriageReturn
    default:
      rest.removeFirst()
      return .character(first, DisplayWidth(of: first))
    }
  }

  /// Most text is ASCII before ASCII, where no search for the character's end is needed.
  private mutating func takeSimple() -> Piece? {
    let bytes = rest.utf8
    guard let byte = bytes.first, (0x20..<0x7F).contains(byte) else { return nil }
    let next = bytes.index(after: bytes.startIndex)
    guard next == bytes.endIndex || bytes[next] < 0x80 else { return nil }
    rest = rest[next...]
    return .character(Character(Unicode.Scalar(byte)), DisplayWidth(columns: 1))
  }

  /// ECMA-48: CSI ends at a byte of 0x40–0x7E, a string (OSC, DCS, APC, PM, SOS) at ST or BEL.
  /// A mark behind the final byte would make one `Character` of both, so this goes by scalars.
  private mutating func escape() -> Piece {
    let scalars = rest.unicodeScalars
    var index = scalars.index(after: scalars.startIndex)
    guard index < scalars.endIndex else {
      rest = rest[index...]
      return .sequence("\u{1B}")
    }
    let kind = scalars[index]
    index = scalars.index(after: index)
    var isStyle = false
    switch kind {
    case "[":
      while index < scalars.endIndex {
        let scalar = scalars[index]
        index = scalars.index(after: index)
        if (0x40...0x7E).contains(scalar.value) {
          isStyle = scalar == "m"
          break
        }
      }
    case "]", "P", "_", "^", "X":
      var previous: Unicode.Scalar = " "
      while index < scalars.endIndex {
        let scalar = scalars[index]
        index = scalars.index(after: index)
        if scalar == "\u{07}" || (previous == "\u{1B}" && scalar == "\\") { break }
        previous = scalar
      }
    default: break
    }
    let text = String(scalars[scalars.startIndex..<index])
    rest = Substring(scalars[index...])
    return isStyle ? .style(text) : .sequence(text)
  }
}
