/// A row of a Markdown table, cell by cell.
enum TableRow {
  /// What stays of a row: nil when its instructions were all it said.
  static func translate(_ line: String, readsAll: Bool) -> (text: String?, actions: [GUIAction]) {
    let cells = split(line)
    guard cells.count > 2 else { return (line, []) }
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
      let translated = translateCell(inner, readsAll: readsAll)
      actions += translated.actions
      if translated.text.isEmpty {
        emptied += 1
        kept.append(" ")
      } else {
        if index > 1 { others += 1 }
        kept.append(translated.text == inner ? cell : " " + translated.text + " ")
      }
    }
    guard emptied > 0 else { return (kept.joined(separator: "|"), actions) }
    return (others > 0 ? kept.joined(separator: "|") : nil, actions)
  }

  private static func translateCell(_ text: String, readsAll: Bool) -> (text: String, actions: [GUIAction]) {
    var segmenter = ReplySegmenter()
    segmenter.take(text)
    segmenter.end()
    var kept = ""
    var actions: [GUIAction] = []
    var context = SentenceContext(readsAll: readsAll)
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
