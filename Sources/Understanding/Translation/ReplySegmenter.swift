/// Cuts a reply, as it comes in, into the pieces that are decided one by one.
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

  private var buffer = String.UnicodeScalarView()
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

  mutating func take(_ scalar: UnicodeScalar) {
    if scalar == "\n" {
      flush()
      ready.append(.newline)
      atLineStart = true
      wholeLine = false
      passing = false
      return
    }
    if closing == .wide, !Self.closers.contains(scalar), !Self.wideEnds.contains(scalar) { flush() }
    if closing == .spaced {
      if Self.isSpace(scalar) {
        flush()
      } else if !Self.closers.contains(scalar), !Self.ends.contains(scalar) {
        closing = .none
      }
    }
    append(scalar)
  }

  mutating func end() { flush() }

  private mutating func append(_ scalar: UnicodeScalar) {
    buffer.append(scalar)
    length += 1
    if atLineStart, length <= 4, !wholeLine { decideLine() }
    if passing, length >= Self.passageLength { flush() }
    guard !wholeLine, !inFence, !passing else { return }
    quotes.take(scalar)
    if quotes.isOpen, length < 400 {
      closing = .none
      return
    }
    if Self.wideEnds.contains(scalar) {
      closing = .wide
    } else if Self.ends.contains(scalar) {
      closing = endsSentence(scalar) ? .spaced : .none
    }
    if length >= Self.longestSentence {
      passing = true
      flush()
    }
  }

  /// Tables, headings and fences show at the start of a line.
  private mutating func decideLine() {
    guard let first = buffer.first(where: { !Self.isSpace($0) }) else { return }
    if first == "|" || first == "#" { wholeLine = true }
    let text = buffer.filter { !Self.isSpace($0) }
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
    let text = String(buffer)
    let trimmed = text.trimmingSpaces()
    if atLineStart, trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
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

  private static let ends: Set<UnicodeScalar> = [".", "!", "?", "…"]
  private static let wideEnds: Set<UnicodeScalar> = ["。", "！", "？"]
  private static let closers: Set<UnicodeScalar> = [
    ")", "]", "\"", "'", "”", "’", "*", "_", "`", "」", "』", "）", "》",
  ]

  private static func isSpace(_ scalar: UnicodeScalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{3000}"
  }

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "vs", "mr", "mrs", "ms", "dr", "st", "approx", "no", "fig", "cf", "min", "sec", "max",
    "inc", "ltd",
  ]

  /// Whether a full stop here can end a sentence: not after "e.g" or the number of a list item.
  private func endsSentence(_ scalar: UnicodeScalar) -> Bool {
    guard scalar == "." else { return true }
    var word = ""
    for before in buffer.dropLast().reversed() {
      if Self.isSpace(before) || before == "(" { break }
      word.unicodeScalars.insert(before, at: word.unicodeScalars.startIndex)
      if word.unicodeScalars.count > 8 { return true }
    }
    if word.isEmpty { return false }
    if word.count <= 2, word.allSatisfy(\.isNumber) { return false }
    return !Self.abbreviations.contains(word.lowercased())
  }
}
