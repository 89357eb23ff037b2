/// Long pastes that are shown as one label.
///
/// In libedit's buffer a fold is a single element beyond the range of Unicode, so it is moved over and deleted as one
/// character, and no text can hold it by chance.
package struct PasteFolds: Equatable, Sendable {
  private static let base: UInt32 = 0x110000
  private var texts: [String] = []

  package init() {}

  package var isEmpty: Bool { texts.isEmpty }

  /// Keeps `text` and gives the element that stands for it.
  package mutating func fold(_ text: String) -> UInt32 {
    texts.append(text)
    return Self.base + UInt32(texts.count - 1)
  }

  /// The text behind an element, nil if it is an ordinary scalar.
  package func text(of element: UInt32) -> String? {
    guard element >= Self.base, element - Self.base < UInt32(texts.count) else { return nil }
    return texts[Int(element - Self.base)]
  }

  /// `[pasted 24 lines]`, or nil for an ordinary scalar.
  package func label(of element: UInt32) -> String? {
    text(of: element).map { "[pasted \(Self.lines(in: $0)) lines]" }
  }

  /// The whole text of a buffer, folds opened.
  package func expand(_ buffer: some Sequence<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    for element in buffer {
      if let text = text(of: element) {
        result.append(contentsOf: text.unicodeScalars)
      } else {
        result.append(Unicode.Scalar(element) ?? "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// Lines of a text; a newline at its end does not begin another.
  package static func lines(in text: String) -> Int {
    var count = 0
    var endsInNewline = true
    for byte in text.utf8 {
      endsInNewline = byte == 0x0A
      if endsInNewline { count += 1 }
    }
    return endsInNewline ? count : count + 1
  }
}
