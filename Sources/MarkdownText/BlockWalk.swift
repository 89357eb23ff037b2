import CCmark

/// Walks through a block and all in it, in the order of the text, and draws it. It goes by libcmark's iterator, not by recursion:
/// how deep blocks are nested is the writer's choice.
struct BlockWalk {
  /// A quote or an item of a list that encloses what is drawn.
  private struct Enclosure {
    var first: String
    var rest: String
    /// Whether its mark was drawn.
    var isMarked = false
  }

  /// A list, with the number of its next item; nil for bullets.
  private struct List {
    var number: Int?
    var delimiter: String
  }

  private(set) var elements: [MarkdownElement] = []
  private(set) var isHeld = false

  private let renderer: MarkdownRenderer
  private let lines: [Substring]
  private let isOpen: Bool
  private var enclosures: [Enclosure] = []
  private var lists: [List] = []
  private var inline = InlineRuns()
  private var lineStarts: [(index: Int, lead: MarkdownLead)] = []

  /// - Parameter isOpen: Whether more text may change the end of the block.
  init(renderer: MarkdownRenderer, source: String, isOpen: Bool) {
    self.renderer = renderer
    self.isOpen = isOpen
    lines = source.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Draws a block of the top level.
  mutating func draw(_ node: OpaquePointer) {
    guard let iterator = cmark_iter_new(node) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let present = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_ENTER { enter(present, top: node) } else { leave(present, top: node) }
    }
  }

  // MARK: Blocks

  private mutating func enter(_ node: OpaquePointer, top: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE:
      separate(node, top)
      let indent = MarkdownRenderer.indents(at: enclosures.count) ? renderer.bar : ""
      enclosures.append(Enclosure(first: indent, rest: indent))
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let isParen = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM
      lists.append(
        List(number: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, delimiter: isParen ? ") " : ". ")
      )
    case CMARK_NODE_ITEM:
      separate(node, top)
      var mark = renderer.bullet(depth: lists.count - 1)
      if let number = lists.last?.number {
        mark = "\(number)\(lists.last?.delimiter ?? ". ")"
        lists[lists.count - 1].number = number + 1
      }
      let rest = String(repeating: " ", count: mark.count)
      let indents = MarkdownRenderer.indents(at: enclosures.count)
      enclosures.append(Enclosure(first: mark, rest: indents ? rest : ""))
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      separate(node, top)
      inline = InlineRuns()
      if cmark_node_get_type(node) == CMARK_NODE_HEADING {
        inline.style.heading = Int(cmark_node_get_heading_level(node))
      }
      inline.begin(lead())
    case CMARK_NODE_CODE_BLOCK: drawCode(node, top)
    case CMARK_NODE_HTML_BLOCK:
      separate(node, top)
      drawLines(literal(node), verbatim: false, style: MarkdownStyle())
    case CMARK_NODE_THEMATIC_BREAK:
      separate(node, top)
      var lead = lead()
      lead.isRule = true
      elements.append(.line(lead))
    default: enterInline(node)
    }
  }

  private mutating func leave(_ node: OpaquePointer, top: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: enclosures.removeLast()
    case CMARK_NODE_ITEM:
      // An item without words still has its mark.
      if enclosures.last?.isMarked == false { elements.append(.line(lead())) }
      enclosures.removeLast()
    case CMARK_NODE_LIST: lists.removeLast()
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
      // A heading ends with its line.
      let mayChange = isOpen && isLast(node, in: top) && !(isHeading && lines.last?.isEmpty == true)
      if mayChange, let end = inline.stableEnd {
        isHeld = true
        inline.cut(at: end)
      }
      elements += inline.elements
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: leaveInline(node)
    default: break
    }
  }

  /// Whether nothing comes behind a block in the top block.
  private func isLast(_ node: OpaquePointer, in top: OpaquePointer) -> Bool {
    var present = node
    while present != top {
      if cmark_node_next(present) != nil { return false }
      guard let parent = cmark_node_parent(present) else { return true }
      present = parent
    }
    return true
  }

  /// A blank line where the source has one, within a list or a quote.
  private mutating func separate(_ node: OpaquePointer, _ top: OpaquePointer) {
    let line = Int(cmark_node_get_start_line(node))
    guard node != top, !elements.isEmpty, line > 1, lines.indices.contains(line - 2),
      lines[line - 2].allSatisfy({ $0 == " " || $0 == "\t" || $0 == ">" })
    else { return }
    // A quote's or an item's first block does not part it a second time.
    if case .line(let lead)? = elements.last, lead == MarkdownLead() { return }
    elements.append(.line(MarkdownLead()))
  }

  /// What stands before the next line; marks of items are drawn once.
  private mutating func lead() -> MarkdownLead {
    var lead = MarkdownLead()
    for index in enclosures.indices {
      lead.first += enclosures[index].isMarked ? enclosures[index].rest : enclosures[index].first
      lead.rest += enclosures[index].rest
      enclosures[index].isMarked = true
    }
    return lead
  }

  private mutating func drawCode(_ node: OpaquePointer, _ top: OpaquePointer) {
    separate(node, top)
    var style = MarkdownStyle()
    style.isCode = true
    drawLines(literal(node), verbatim: true, style: style)
  }

  private mutating func drawLines(_ text: String, verbatim: Bool, style: MarkdownStyle) {
    let text = text.hasSuffix("\n") ? text.dropLast() : text[...]
    guard !text.isEmpty else { return }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var lead = lead()
      lead.isVerbatim = verbatim
      if verbatim {
        lead.first += "  "
        lead.rest += "  "
      }
      elements.append(.line(lead))
      let clean = SafeText.clean(String(line))
      if !clean.isEmpty { elements.append(.text(clean, style)) }
    }
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  // MARK: Text

  private mutating func enterInline(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: inline.add(SafeText.clean(literal(node)), isSource: true)
    case CMARK_NODE_CODE: inline.addCode(SafeText.clean(literal(node)))
    case CMARK_NODE_HTML_INLINE:
      let text = literal(node)
      if ["<br>", "<br/>", "<br />"].contains(text.lowercased()) {
        inline.begin(lead())
      } else if text != MarkdownRenderer.separator {
        inline.add(SafeText.clean(text), isSource: false)
      }
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: inline.begin(lead())
    case CMARK_NODE_EMPH: inline.open { $0.isItalic = true }
    case CMARK_NODE_STRONG: inline.open { $0.isBold = true }
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      inline.open { $0.link = SafeText.link(url) }
    default: break
    }
  }

  private mutating func leaveInline(_ node: OpaquePointer) {
    let type = cmark_node_get_type(node)
    guard type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE else { return inline.close() }
    let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let link = SafeText.link(url)
    let text = inline.textOfInnermost
    if text.isEmpty { inline.add(SafeText.clean(url), isSource: false) }
    inline.close()
    let isTold = text.isEmpty || text == url || "mailto:" + text == url
    // A link that is not followed must show where it leads.
    if !isTold, !url.isEmpty, link == nil || renderer.showsURLs {
      inline.addAside(" (" + SafeText.clean(url) + ")")
    }
  }
}
