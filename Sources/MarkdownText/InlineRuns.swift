/// The runs of text of a paragraph or heading, and up to where they will stay as they are.
struct InlineRuns {
  private(set) var elements: [MarkdownElement] = []
  var style = MarkdownStyle()

  /// The styles around, and where in `elements` each enclosing span began.
  private var spans: [(style: MarkdownStyle, start: Int)] = []
  /// The first place from which more text could change what is drawn: an index of `elements` and an offset in its text.
  private(set) var stableEnd: (index: Int, offset: Int)?

  /// Begins a line.
  mutating func begin(_ lead: MarkdownLead) { elements.append(.line(lead)) }

  /// Begins a span.
  mutating func open(_ change: (inout MarkdownStyle) -> Void) {
    spans.append((style, elements.count))
    change(&style)
  }

  /// Ends the innermost span.
  mutating func close() {
    guard let span = spans.popLast() else { return }
    style = span.style
  }

  /// What the innermost span says.
  var textOfInnermost: String {
    guard let start = spans.last?.start else { return "" }
    return elements[start...].reduce("") { result, element in
      if case .text(let text, _) = element { result + text } else { result }
    }
  }

  /// Adds text.
  ///
  /// - Parameter isSource: Whether marks in it stand for themselves only as long as nothing closes them.
  mutating func add(_ text: String, isSource: Bool) {
    guard !text.isEmpty else { return }
    if isSource, stableEnd == nil, let offset = Self.firstOpenMark(in: text) {
      stableEnd = spans.first.map { ($0.start, 0) } ?? (elements.count, offset)
    }
    elements.append(.text(text, style))
  }

  /// Adds a code span.
  mutating func addCode(_ text: String) {
    var style = style
    style.isCode = true
    if !text.isEmpty { elements.append(.text(text, style)) }
  }

  /// Adds something beside the text.
  mutating func addAside(_ text: String) {
    var style = MarkdownStyle()
    style.isAside = true
    elements.append(.text(text, style))
  }

  /// Leaves out what comes behind a place.
  mutating func cut(at end: (index: Int, offset: Int)) {
    guard elements.indices.contains(end.index) else { return }
    if end.offset > 0, case .text(let text, let style) = elements[end.index] {
      elements[end.index] = .text(String(decoding: text.utf8.prefix(end.offset), as: UTF8.self), style)
      elements.removeSubrange((end.index + 1)...)
    } else {
      elements.removeSubrange(end.index...)
    }
  }

  /// Where in a text, in bytes, the first mark stands that could still open something.
  private static func firstOpenMark(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let next: UInt8? = index + 1 < bytes.count ? bytes[index + 1] : nil
      let isBeforeBlank = next == UInt8(ascii: " ") || next == UInt8(ascii: "\t")
      switch bytes[index] {
      case UInt8(ascii: "`"): return index
      case UInt8(ascii: "\\") where next == nil: return index
      case UInt8(ascii: "*") where !isBeforeBlank: return index
      case UInt8(ascii: "_") where !isBeforeBlank && !(index > 0 && isWord(bytes[index - 1])): return index
      case UInt8(ascii: "<") where next.map({ isWord($0) || "/!?".utf8.contains($0) }) ?? true: return index
      case UInt8(ascii: "&") where mayBecomeEntity(bytes[(index + 1)...]): return index
      case UInt8(ascii: "["):
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")), end + 1 < bytes.count,
          !"([:".utf8.contains(bytes[end + 1])
        else { return index > 0 && bytes[index - 1] == UInt8(ascii: "!") ? index - 1 : index }
        index = end
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }

  /// Whether what follows an ampersand may be the start of an entity's name that goes on.
  private static func mayBecomeEntity(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.count < 32 && rest.allSatisfy { isWord($0) && $0 < 0x80 || $0 == UInt8(ascii: "#") }
  }
}
