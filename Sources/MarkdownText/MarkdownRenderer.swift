import CCmark

/// Draws the blocks that libcmark finds in a source.
struct MarkdownRenderer: Sendable {
  /// One block of the top level.
  struct Block {
    /// What may be forgotten of it before it ends.
    enum Kind {
      case paragraph, code, other
    }

    var kind = Kind.other
    /// The line that it begins at, from 1.
    var firstLine: Int
    var elements: [MarkdownElement] = []
    /// Whether the end of its drawing is left out, since more text could change it.
    var isHeld = false
  }

  /// Parts marks that must not be read together; not drawn.
  static let separator = "<!---->"

  let showsURLs: Bool
  let isASCII: Bool

  /// Nested deeper than this, blocks are drawn without further indents.
  private static let deepest = 8

  /// The blocks of a source.
  ///
  /// - Parameter isOpen: Whether more text may follow.
  func blocks(of source: String, isOpen: Bool) -> [Block] {
    var source = source
    let document = source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let document else { return [] }
    defer { cmark_node_free(document) }
    cmark_consolidate_text_nodes(document)
    // A blank line ends a paragraph; anything else may go on in it.
    let isTailOpen = isOpen && !source.hasSuffix("\n\n") && source != "\n"
    var blocks: [Block] = []
    var child = cmark_node_first_child(document)
    let last = cmark_node_last_child(document)
    while let node = child {
      var walk = BlockWalk(renderer: self, source: source, isOpen: isTailOpen && node == last)
      walk.draw(node)
      var block = Block(firstLine: Int(cmark_node_get_start_line(node)))
      (block.elements, block.isHeld) = (walk.elements, walk.isHeld)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH: block.kind = .paragraph
      case CMARK_NODE_CODE_BLOCK: block.kind = .code
      default: break
      }
      blocks.append(block)
      child = cmark_node_next(node)
    }
    return blocks
  }

  /// A table's row: a line of its own, with its marks resolved.
  func row(_ text: String, followsBlank: Bool) -> [MarkdownElement] {
    var elements: [MarkdownElement] = followsBlank ? [.line(MarkdownLead())] : []
    elements.append(.line(MarkdownLead()))
    let drawn = blocks(of: text.trimmingBlanks, isOpen: false).flatMap(\.elements).filter {
      if case .text = $0 { true } else { false }
    }
    return elements + drawn
  }

  /// The mark of a list's item.
  func bullet(depth: Int) -> String {
    let marks = isASCII ? ["-", "*", "+"] : ["•", "◦", "▪"]
    return marks[min(depth, marks.count - 1)] + " "
  }

  /// What stands before each line of a quote.
  var bar: String { isASCII ? "> " : "│ " }

  /// Whether blocks so deep still get an indent of their own.
  static func indents(at depth: Int) -> Bool { depth < deepest }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmingBlanks: String {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(start[...end])
  }
}
