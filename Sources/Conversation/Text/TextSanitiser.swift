/// Makes text from outside safe for a terminal, piece by piece: nothing in it can move the cursor, change colours,
/// set a title, turn the reading direction, or hide.
///
/// What goes and what stays:
///
/// | input | result |
/// |---|---|
/// | `ESC [ … final` (CSI), `ESC c` and other two- and three-character sequences | gone |
/// | `ESC ]`, `ESC P`, `ESC X`, `ESC ^`, `ESC _` up to BEL or `ESC \` (OSC, DCS, SOS, PM, APC) | gone; one without an end stops at a line feed or after 4,096 characters |
/// | C0 controls but tab and line feed, DEL, C1 controls (U+0080–U+009F) | gone; U+009B and its like open sequences as their `ESC` forms do |
/// | CR LF, CR, U+2028, U+2029 | a line feed |
/// | bidi marks, embeddings, overrides and isolates (U+061C, U+200E, U+200F, U+202A–U+202E, U+2066–U+2069) | gone |
/// | what is never seen: U+200B, U+2060–U+2065, U+206A–U+206F, U+FEFF, U+FFF9–U+FFFB | gone |
/// | tags (U+E0000–U+E007F), which spell out text that nobody sees | gone, but for the at most seven that make a flag of U+1F3F4 |
/// | everything else | as it is |
///
/// It is a value: a sequence split over two pieces is recognised.
public struct TextSanitiser: Sendable {
  private enum State {
    case text
    case escape
    /// Behind `ESC` and an intermediate, such as `ESC (`.
    case escapeIntermediate
    case control
    /// Inside a string that ends with BEL or ST.
    case string(length: Int)
    /// Behind the `ESC` inside a string.
    case stringEscape(length: Int)
  }

  private static let longestString = 4096

  private var state = State.text
  private var lastWasCarriageReturn = false
  /// How many tags may follow: behind a black flag they make it that of a part of a country.
  private var tagsLeft = 0

  /// Starts outside of any sequence.
  public init() {}

  /// A whole text, made safe.
  public static func clean(_ text: String) -> String {
    var sanitiser = TextSanitiser()
    return sanitiser.clean(text)
  }

  /// A whole text on one line, made safe: for names, messages and titles.
  public static func singleLine(_ text: String) -> String {
    clean(text).split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  /// The name of a file or a tool, on one line and made safe; letters that make it look like another name are spelt out.
  ///
  /// See ``Lookalikes``.
  public static func name(_ text: String) -> String { Lookalikes.spelled(singleLine(text)) }

  /// The next piece of a text, made safe.
  public mutating func clean(_ piece: String) -> String {
    if case .text = state, !lastWasCarriageReturn, Self.isHarmless(piece) {
      if !piece.isEmpty { tagsLeft = 0 }
      return piece
    }
    var output = String.UnicodeScalarView()
    for scalar in piece.unicodeScalars { read(scalar, into: &output) }
    return String(output)
  }

  /// Whether a piece is of printed ASCII and line feeds, as nearly all are.
  private static func isHarmless(_ piece: String) -> Bool {
    let isPlain = piece.utf8.withContiguousStorageIfAvailable { bytes in
      // Without a way out in the middle: the loop is then done with many bytes at once.
      var odd: UInt8 = 0
      for byte in bytes {
        odd |= byte &- 0x20 >= 0x5F && byte != 0x0A && byte != 0x09 ? 1 : 0
      }
      return odd == 0
    }
    return isPlain ?? false
  }

  private mutating func read(_ scalar: Unicode.Scalar, into output: inout String.UnicodeScalarView) {
    switch state {
    case .text: readText(scalar, into: &output)
    case .escape: readEscape(scalar, into: &output)
    case .escapeIntermediate:
      if !(0x20...0x2F).contains(scalar.value) { resume(at: scalar, unless: 0x30...0x7E, into: &output) }
    case .control:
      if !(0x20...0x3F).contains(scalar.value) { resume(at: scalar, unless: 0x40...0x7E, into: &output) }
    case .string(let length): readString(scalar, length: length, into: &output)
    case .stringEscape(let length):
      if scalar == "\\" {
        state = .text
      } else {
        state = .string(length: length)
        readString(scalar, length: length, into: &output)
      }
    }
  }

  /// Ends a sequence: by its final character, or by something that cannot belong to it and is read as text.
  private mutating func resume(
    at scalar: Unicode.Scalar, unless finals: ClosedRange<UInt32>, into output: inout String.UnicodeScalarView
  ) {
    state = .text
    if !finals.contains(scalar.value) { readText(scalar, into: &output) }
  }

  private mutating func readText(_ scalar: Unicode.Scalar, into output: inout String.UnicodeScalarView) {
    let followsCarriageReturn = lastWasCarriageReturn
    lastWasCarriageReturn = false
    let tags = tagsLeft
    tagsLeft = scalar == "\u{1F3F4}" ? 7 : 0
    switch scalar.value {
    case 0x0A where followsCarriageReturn: break
    case 0x0A, 0x09: output.append(scalar)
    case 0x0D:
      lastWasCarriageReturn = true
      output.append("\n")
    case 0xE0000...0xE007F:
      guard tags > 0 else { break }
      tagsLeft = tags - 1
      output.append(scalar)
    case 0x2028, 0x2029: output.append("\n")
    case 0x1B: state = .escape
    case 0x9B: state = .control
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string(length: 0)
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      break
    default: output.append(scalar)
    }
  }

  private mutating func readEscape(_ scalar: Unicode.Scalar, into output: inout String.UnicodeScalarView) {
    switch scalar {
    case "[": state = .control
    case "]", "P", "X", "^", "_": state = .string(length: 0)
    case "\u{1B}": break
    case _ where (0x20...0x2F).contains(scalar.value): state = .escapeIntermediate
    default: resume(at: scalar, unless: 0x30...0x7E, into: &output)
    }
  }

  private mutating func readString(
    _ scalar: Unicode.Scalar, length: Int, into output: inout String.UnicodeScalarView
  ) {
    switch scalar.value {
    case 0x07, 0x9C: state = .text
    case 0x1B: state = .stringEscape(length: length + 1)
    case 0x0A, 0x0D: resume(at: scalar, unless: 0x40...0x40, into: &output)
    default: state = length < Self.longestString ? .string(length: length + 1) : .text
    }
  }
}
