import CCmark

/// Draws Markdown while it comes in: each piece of text is answered with what can be drawn now and will stay.
///
/// libcmark reads the block that is open, anew with every piece, and what is new in its drawing is given out. Held back is only
/// what more text could still change: from an emphasis, a code span or a link on that has begun and not ended, and a last
/// line of which nothing but a block's mark has come. At the latest the block's end releases it.
///
/// Where it is not CommonMark, because a drawing cannot be taken back or because the text is talk:
/// * A line break is a line break.
/// * A line of `=` or `-` below a paragraph makes no heading of it: `-` is a rule, `=` is text.
/// * References (`[text][name]`) and their definitions are text.
/// * Lines that begin with `|` are a table's rows, drawn as they are.
///
/// Entities such as `&#27;` are resolved by the parser, so what comes out of it is made safe here: no control characters, no
/// marks that turn the reading direction; links lead to `http`, `https` and `mailto` alone, others are shown as text.
public struct MarkdownStream: Sendable {
  /// A block that grows beyond this many bytes is ended, so that the work stays in proportion.
  private static let longestBlock = 32 << 10

  private let renderer: MarkdownRenderer
  /// The open block, as it came.
  private var source = ""
  /// The part of a line that may become a table's row.
  private var row = ""
  private var isInRow = false
  /// How much of the open block's drawing was given out.
  private var given = 0
  /// Whether a part of the drawing is held back.
  private var isHolding = false
  /// Whether a blank line precedes the open block; nil at the start, where it does not matter.
  private var followsBlank: Bool?

  /// Starts a text.
  ///
  /// - Parameters:
  ///   - showsURLs: Whether the address of a link is shown behind its text, where links cannot be followed.
  ///   - isASCII: Whether marks of our own (bullets, bars) are ASCII.
  public init(showsURLs: Bool = false, isASCII: Bool = false) {
    renderer = MarkdownRenderer(showsURLs: showsURLs, isASCII: isASCII)
  }

  /// Takes the next piece and gives what can be drawn.
  public mutating func feed(_ text: String) -> [MarkdownElement] {
    var elements: [MarkdownElement] = []
    var pending = ""
    for part in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { endLine(&pending, into: &elements) }
      if isInRow {
        row += part.element
      } else if startsRow(part.element, behind: pending) {
        elements += draw(adding: pending, isEnd: true)
        pending = ""
        isInRow = true
        row = String(part.element)
      } else {
        pending += part.element
      }
    }
    return elements + draw(adding: pending, isEnd: false)
  }

  /// Ends the text and gives the rest. The next text starts anew.
  public mutating func finish() -> [MarkdownElement] {
    var elements: [MarkdownElement] = []
    if isInRow { elements += drawRow() }
    elements += draw(adding: "", isEnd: true)
    followsBlank = nil
    return elements
  }

  // MARK: Tables

  private mutating func endLine(_ pending: inout String, into elements: inout [MarkdownElement]) {
    if isInRow {
      elements += drawRow()
    } else {
      pending += "\n"
    }
  }

  /// A line that begins with a bar is a table's row, unless it stands in code.
  private func startsRow(_ part: Substring, behind pending: String) -> Bool {
    let before = source + pending
    guard before.isEmpty || before.hasSuffix("\n"), part.drop(while: { $0 == " " }).first == "|" else {
      return false
    }
    return !SourceLines(before).isFenceOpen
  }

  private mutating func drawRow() -> [MarkdownElement] {
    let text = row
    isInRow = false
    row = ""
    let elements = renderer.row(text, followsBlank: followsBlank ?? false)
    followsBlank = false
    return elements
  }

  // MARK: Blocks

  /// Adds text to the open block and gives what is new in the drawing.
  private mutating func draw(adding text: String, isEnd: Bool) -> [MarkdownElement] {
    append(text)
    guard !source.isEmpty else { return [] }
    let isEnd = isEnd || source.utf8.count > Self.longestBlock
    let lines = SourceLines(source)
    let held = isEnd ? 0 : lines.heldCount
    let blocks = renderer.blocks(of: lines.prepared(without: held), isOpen: !isEnd)
    isHolding = held > 0 || (blocks.last?.isHeld ?? false)
    var elements: [MarkdownElement] = []
    for (index, block) in blocks.enumerated() {
      if given == 0, !block.elements.isEmpty {
        let isBlank =
          index == 0 && block.firstLine == 1
          ? followsBlank : lines.isBlank(before: block.firstLine, in: followsBlank)
        if isBlank == true { elements.append(.line(MarkdownLead())) }
      }
      elements += Self.rest(of: block.elements, behind: given)
      given = index < blocks.count - 1 ? 0 : block.elements.reduce(0) { $0 + $1.length }
      if !block.elements.isEmpty, followsBlank == nil { followsBlank = false }
    }
    if isEnd {
      followsBlank = followsBlank.map { _ in lines.endsBlank }
      (source, given, isHolding) = ("", 0, false)
    } else {
      drop(before: blocks.last, lines)
    }
    return elements
  }

  /// A mark that was drawn must not get another meaning by what follows at once: an empty comment, which is not drawn, parts them.
  private mutating func append(_ text: String) {
    if let last = source.last, "*_`!".contains(last), let first = text.first, !first.isWhitespace, !isHolding,
      !SourceLines(source).isFenceOpen
    {
      source += MarkdownRenderer.separator
    }
    source += text
  }

  /// Forgets the source of what is drawn for good.
  private mutating func drop(before last: MarkdownRenderer.Block?, _ lines: SourceLines) {
    guard let last else {
      // Blank lines alone.
      if lines.endsBlank, lines.isBlankAlone {
        followsBlank = followsBlank.map { _ in true }
        source = ""
      }
      return
    }
    if last.firstLine > 1 {
      followsBlank = lines.isBlank(before: last.firstLine, in: followsBlank)
      source = lines.text(from: last.firstLine)
    }
    if last.kind == .paragraph, !isHolding, source.hasSuffix("\n") {
      // Lines that nothing can change any more: the next one may stand alone.
      followsBlank = lines.endsBlank
      (source, given) = ("", 0)
    }
    guard last.kind == .code else { return }
    let open = SourceLines(source)
    if let fence = open.openFence, source.hasPrefix(fence + "\n"), open.count > 2, given > 0 {
      // Lines of code are final, each by itself: what opens the block and the last line are enough.
      let tail = open.text(from: open.count)
      source = fence + "\n" + tail
      given = tail.isEmpty || open.heldCount > 0 ? 0 : 1 + tail.utf8.count
      followsBlank = false
    }
  }

  /// The elements behind so much of the drawing.
  private static func rest(of elements: [MarkdownElement], behind given: Int) -> [MarkdownElement] {
    var left = given
    var rest: [MarkdownElement] = []
    for element in elements {
      if left >= element.length {
        left -= element.length
        continue
      }
      if left > 0, case .text(let text, let style) = element {
        rest.append(.text(String(decoding: text.utf8.dropFirst(left), as: UTF8.self), style))
        left = 0
      } else {
        rest.append(element)
      }
    }
    return rest
  }
}
