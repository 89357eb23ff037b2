/// The input on a terminal that obeys no escape sequences, or whose text is read aloud: one row, scrolled sideways.
///
/// What is typed at the end is sent as it is, and what is deleted there is rubbed out; only a change within the line draws the
/// row again, behind a carriage return.
package struct PlainLine: Sendable {
  private var width: Int
  private var shown = 0
  private var last = ""
  /// Text of a line that is not complete; it waits, for it could not be continued.
  private var held = ""

  package init(width: Int) {
    self.width = max(8, width)
  }

  /// True if printed text waits for the end of its line.
  package var hasOpenLine: Bool { !held.isEmpty }

  package mutating func resize(width newWidth: Int) {
    width = max(8, newWidth)
    last = ""
  }

  /// Prints the complete lines of `text` and shows the input; empty if nothing changes.
  package mutating func update(printing text: String, prompt: String, line: String, cursor: Int) -> String {
    held += text
    var output = ""
    if let end = held.lastIndex(where: \.isNewline) {
      let complete = held[...end]
      held = String(held[held.index(after: end)...])
      output = clear() + Self.unstyled(String(complete))
      last = ""
    }
    let (row, columns) = window(prompt: prompt, line: line, cursor: cursor)
    guard row != last else { return output }
    output += change(to: row, columns: columns) ?? (clear() + row)
    last = row
    shown = columns
    return output
  }

  /// The shortest way to a row that goes on, or ends earlier, where the last one ended; nil for any other.
  private func change(to row: String, columns: Int) -> String? {
    guard !last.isEmpty, !last.contains("\r"), !row.contains("\r") else { return nil }
    if row.hasPrefix(last) { return String(row.dropFirst(last.count)) }
    guard last.hasPrefix(row), shown > columns else { return nil }
    return String(repeating: TerminalSequence.rubOut, count: shown - columns)
  }

  /// Takes the input away, and prints what waits.
  package mutating func leave() -> String {
    let rest = held.isEmpty ? "" : Self.unstyled(held) + "\r\n"
    held = ""
    last = ""
    return clear() + rest
  }

  private mutating func clear() -> String {
    defer { shown = 0 }
    return shown == 0 ? "\r" : "\r" + String(repeating: " ", count: shown) + "\r"
  }

  /// The part around the cursor, and the way back to it. The last column stays free: writing there would wrap.
  private func window(prompt: String, line: String, cursor: Int) -> (row: String, columns: Int) {
    let cells = line.map { $0 == "\n" ? "|" : $0 }
    let room = max(4, width - 1 - DisplayWidth.columns(of: prompt))
    var start = 0
    while start < cursor && cells[start..<cursor].reduce(0, { $0 + DisplayWidth(of: $1).columns }) >= room {
      start += 1
    }
    var text = prompt
    var before = prompt
    var used = 0
    for (index, cell) in cells.enumerated().dropFirst(start) {
      used += DisplayWidth(of: cell).columns
      guard used <= room else { break }
      text.append(cell)
      if index < cursor { before.append(cell) }
    }
    return (text == before ? text : text + "\r" + before, DisplayWidth.columns(of: text))
  }

  private static func unstyled(_ text: String) -> String {
    var result = ""
    for piece in StyledScanner(text) {
      switch piece {
      case .character(let character, _): result.append(character)
      case .newline: result += "\r\n"
      case .tab: result += "\t"
      case .carriageReturn, .style, .sequence: break
      }
    }
    return result
  }
}
