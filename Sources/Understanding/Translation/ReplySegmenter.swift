/// Cuts a reply, as it comes in, into the pieces that are decided one by one.
///
/// Reads bytes: what can't end a sentence, nor hide its end, is taken over in runs.
struct ReplySegmenter: Sendable {
  enum Segment: Sendable, Equatable {
    /// A sentence with the white space before it (the indent and list marker too, at the start of a line).
    case sentence(String)
    /// A line that is decided as a whole: of a table, a heading, or one that belongs to a code block.
    case line(String)
    /// A piece of a line that is too long to be read: it passes as it is.
    case passage(String)
    /// The end of a line.
    case newline
  }

  /// The bytes of the piece that is being read, and how many scalars they are.
  private var buffer: [UInt8] = []
  private var length = 0
  private var ready: [Segment] = []
  private var readyStart = 0
  private var atLineStart = true
  private var wholeLine = false
  private var inFence = false
  /// The last scalar ended a sentence; only closing marks may still follow.
  private var closing: Closing = .none
  private var quotes = QuoteDepth()
  /// A sentence became too long to be one: the rest of the line passes.
  private var passing = false

  private enum Closing: Sendable { case none, spaced, wide }

  /// Sentences longer than this are passed on unread.
  private static let longestSentence = 2_000
  /// The pieces of the rest of such a line, in scalars.
  private static let passageLength = 256

  mutating func next() -> Segment? {
    guard readyStart < ready.count else {
      ready.removeAll(keepingCapacity: true)
      readyStart = 0
      return nil
    }
    readyStart += 1
    return ready[readyStart - 1]
  }

  mutating func take(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        index = takeRun(bytes, from: index)
        guard index < bytes.count else { break }
        let width = Self.width(ofScalarAt: bytes[index])
        take(Self.scalar(bytes, at: index, width: width), bytes[index..<(index + width)])
        index += width
      }
    }
  }

  mutating func end() { flush() }

  // MARK: Runs

  /// Takes over the bytes that only stand in a sentence; returns where to go on.
  private mutating func takeRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    // How a line begins is decided scalar by scalar, and so is what follows the end of a sentence.
    guard closing == .none, !atLineStart || wholeLine || length >= 4 else { return start }
    let isWhole = wholeLine || inFence
    let room = passing ? Self.passageLength - length : isWhole ? Int.max : Self.longestSentence - length
    guard room > 1 else { return start }
    let stop = room - 1 < bytes.count - start ? start + room - 1 : bytes.count
    var end = start
    if isWhole || passing {
      while end < stop, bytes[end] != 0x0A { end += 1 }
    } else {
      Self.isPlain.withUnsafeBufferPointer { isPlain in
        while end < stop, isPlain[Int(bytes[end])] { end += 1 }
      }
    }
    // A scalar is taken whole.
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard end > start else { return start }
    let run = UnsafeBufferPointer(rebasing: bytes[start..<end])
    length += run.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    buffer.append(contentsOf: run)
    return end
  }

  /// Bytes that neither end a sentence or a line nor open or close quotes and brackets, by themselves or as the
  /// first of a scalar.
  private static let isPlain: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x0A, 0x2E, 0x21, 0x3F, 0x22, 0x60, 0x28, 0x29, 0x5B, 0x5D: false
    // Of "…", quotation marks and all full-width punctuation.
    case 0xE2, 0xE3, 0xEF: false
    default: true
    }
  }

  private static func width(ofScalarAt byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, width: Int) -> UnicodeScalar
  {
    let lead = UInt32(bytes[index])
    var value = width == 1 ? lead : lead & (0xFF >> UInt32(width + 1))
    for offset in 1..<max(width, 1) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return UnicodeScalar(value) ?? "\u{FFFD}"
  }

  // MARK: Scalars

  private mutating func take(_ scalar: UnicodeScalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    if scalar == "\n" {
      flush()
      ready.append(.newline)
      atLineStart = true
      wholeLine = false
      passing = false
      return
    }
    if closing == .wide, !Self.isCloser(scalar), !Self.isWideEnd(scalar) { flush() }
    if closing == .spaced {
      if Self.isSpace(scalar) {
        flush()
      } else if !Self.isCloser(scalar), !Self.isEnd(scalar) {
        closing = .none
      }
    }
    append(scalar, bytes)
  }

  private mutating func append(_ scalar: UnicodeScalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    buffer.append(contentsOf: bytes)
    length += 1
    if atLineStart, length <= 4, !wholeLine { decideLine() }
    if passing, length >= Self.passageLength { flush() }
    guard !wholeLine, !inFence, !passing else { return }
    quotes.take(scalar)
    if quotes.isOpen, length < 400 {
      closing = .none
      return
    }
    if Self.isWideEnd(scalar) {
      closing = .wide
    } else if Self.isEnd(scalar) {
      closing = endsSentence(scalar) ? .spaced : .none
    }
    if length >= Self.longestSentence {
      passing = true
      flush()
    }
  }

  /// Tables, headings and fences show at the start of a line.
  private mutating func decideLine() {
    // Of the one space that is not ASCII, no byte is a mark.
    guard let first = buffer.first(where: { !Self.isSpace($0) }) else { return }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: "#") {
      wholeLine = true
    } else if first >= 0x80 {
      decideWideLine()
    } else if first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
      decideWideLine()
    }
  }

  private mutating func decideWideLine() {
    let text = String(decoding: buffer, as: UTF8.self).unicodeScalars.filter { !Self.isSpace($0) }
    guard let first = text.first else { return }
    if first == "|" || first == "#" { wholeLine = true }
    if text.count >= 3, text.allSatisfy({ $0 == "`" }) || text.allSatisfy({ $0 == "~" }) { wholeLine = true }
  }

  private mutating func flush() {
    defer {
      buffer.removeAll(keepingCapacity: true)
      length = 0
      closing = .none
      quotes = QuoteDepth()
      atLineStart = false
    }
    guard !buffer.isEmpty else { return }
    let text = String(decoding: buffer, as: UTF8.self)
    if atLineStart, Self.isFence(text) {
      inFence.toggle()
      ready.append(.line(text))
    } else if inFence || wholeLine {
      ready.append(.line(text))
    } else if passing {
      ready.append(.passage(text))
    } else {
      ready.append(.sentence(text))
    }
  }

  /// Whether a line begins or ends a block of code.
  static func isFence(_ line: String) -> Bool {
    if let first = line.utf8.first(where: { !isSpace($0) }), PlainText.standsAlone(first),
      first != UInt8(ascii: "`"), first != UInt8(ascii: "~")
    {
      return false
    }
    let trimmed = line.trimmingSpaces()
    return trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~")
  }

  // MARK: Marks

  private static func isEnd(_ scalar: UnicodeScalar) -> Bool {
    scalar == "." || scalar == "!" || scalar == "?" || scalar == "…"
  }

  private static func isWideEnd(_ scalar: UnicodeScalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？"
  }

  private static func isCloser(_ scalar: UnicodeScalar) -> Bool {
    switch scalar {
    case ")", "]", "\"", "'", "”", "’", "*", "_", "`", "」", "』", "）", "》": true
    default: false
    }
  }

  private static func isSpace(_ scalar: UnicodeScalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{3000}"
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "vs", "mr", "mrs", "ms", "dr", "st", "approx", "no", "fig", "cf", "min", "sec", "max",
    "inc", "ltd",
  ]

  /// Whether a full stop here can end a sentence: not after "e.g" or the number of a list item.
  private func endsSentence(_ scalar: UnicodeScalar) -> Bool {
    guard scalar == "." else { return true }
    // A scalar takes four bytes at most: of nine scalars, the ninth from the end begins within 36.
    let before = buffer.dropLast().suffix(40)
    var start = before.endIndex
    var scalars = 0
    while start > before.startIndex {
      let byte = before[start - 1]
      if Self.isSpace(byte) || byte == UInt8(ascii: "(") { break }
      start -= 1
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if scalars > 8 { return !hasWideSpace(before[start...]) || endsShortWord(before[start...]) }
    }
    return endsShortWord(before[start...])
  }

  private func hasWideSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(0xE3) && String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{3000}")
  }

  private func endsShortWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    var word = String(decoding: bytes, as: UTF8.self)
    if bytes.contains(0xE3), let space = word.unicodeScalars.lastIndex(of: "\u{3000}") {
      word = String(word.unicodeScalars[word.unicodeScalars.index(after: space)...])
    }
    if word.isEmpty { return false }
    if word.count <= 2, word.allSatisfy(\.isNumber) { return false }
    return !Self.abbreviations.contains(word.lowercased())
  }
}
