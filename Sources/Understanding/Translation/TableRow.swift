/// A row of a Markdown table, cell by cell.
enum TableRow {
  struct Result {
    /// What stays of the row: nil when its instructions were all it said.
    var text: String?
    var actions: [GUIAction] = []
    /// Whether a cell of it was an instruction.
    var isInstruction = false
  }

  /// Whether a line is the rule between the head of a table and its rows.
  static func isRule(_ line: String) -> Bool {
    line.utf8.contains(UInt8(ascii: "-"))
      && line.utf8.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
  }

  /// Reads a row.
  /// - Parameter followsInstruction: whether the row before was an instruction, which this one may go on with.
  static func translate(_ line: String, followsInstruction: Bool, readsAll: Bool) -> Result {
    let cells = split(line)
    guard cells.count > 2 else { return Result(text: line) }
    var kept: [String] = []
    var actions: [GUIAction] = []
    var emptied = 0
    var others = 0
    for (index, cell) in cells.enumerated() {
      let inner = cell.trimmingSpaces()
      guard index > 0, index < cells.count - 1, !inner.isEmpty else {
        kept.append(cell)
        continue
      }
      let context = SentenceContext(
        followsInstruction: followsInstruction, inList: followsInstruction, readsAll: readsAll)
      let translated = translateCell(inner, context)
      actions += translated.actions
      if translated.text.isEmpty {
        emptied += 1
        kept.append(" ")
      } else {
        if index > 1 { others += 1 }
        kept.append(translated.text == inner ? cell : " " + translated.text + " ")
      }
    }
    let text = emptied == 0 || others > 0 ? kept.joined(separator: "|") : nil
    return Result(text: text, actions: actions, isInstruction: emptied > 0)
  }

  private static func translateCell(_ text: String, _ context: SentenceContext)
    -> (text: String, actions: [GUIAction])
  {
    var segmenter = ReplySegmenter()
    segmenter.take(text)
    segmenter.end()
    var kept = ""
    var actions: [GUIAction] = []
    var context = context
    while let segment = segmenter.next() {
      guard case .sentence(let sentence) = segment else {
        if case .line(let line) = segment { kept += line }
        continue
      }
      let gap = sentence.prefix { $0.isWhitespace }
      let translated = SentenceTranslator.translate(String(sentence.dropFirst(gap.count)), context: context)
      actions += translated.actions
      context.followsInstruction = translated.isInstruction
      context.followsDrop = translated.text == nil
      if let text = translated.text { kept += kept.isEmpty ? text : gap + text }
    }
    return (kept.trimmingSpaces(), actions)
  }

  /// The cells between the bars; a bar in code or after a backslash divides nothing.
  private static func split(_ line: String) -> [String] {
    var cells = [""]
    var escaped = false
    var inCode = false
    for character in line {
      if character == "`" { inCode.toggle() }
      if character == "|", !escaped, !inCode {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      escaped = character == "\\" && !escaped
    }
    return cells
  }
}
