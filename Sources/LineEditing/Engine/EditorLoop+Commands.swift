import CEditline
import Glibc

/// What the keys do. Each runs within libedit, which then goes on with the changed line.
extension EditorLoop {
  func perform(_ command: EditCommand) -> UInt8 {
    let (elements, cursor) = engine.line
    switch command {
    case .accept: return enter(elements)
    case .lineBreak: insert([0x0A])
    case .paste: insertPaste()
    case .replace: replaceLine()
    case .endOrDelete:
      if elements.isEmpty {
        outcome = .endOfFile
        return UInt8(CC_EOF)
      }
      delete(from: cursor, to: place(after: cursor, in: elements))
    case .complete: complete(elements, cursor)
    case .up: moveByRow(-1, elements, cursor)
    case .down: moveByRow(1, elements, cursor)
    case .left: move(to: place(before: cursor, in: elements), from: cursor)
    case .right:
      if cursor < elements.count {
        move(to: place(after: cursor, in: elements), from: cursor)
      } else {
        takeHint(elements)
      }
    case .home: move(to: lineStart(cursor, elements), from: cursor)
    case .end:
      if cursor < elements.count {
        move(to: lineEnd(cursor, elements), from: cursor)
      } else {
        takeHint(elements)
      }
    case .delete: delete(from: cursor, to: place(after: cursor, in: elements))
    case .deleteBack: delete(from: place(before: cursor, in: elements), to: cursor)
    case .wordLeft: callLibedit("W")
    case .wordRight: callLibedit("F")
    case .openEditor: openEditor(elements)
    case .unfold: unfold(elements, cursor)
    case .clearScreen: clearScreen()
    case .interrupt:
      breakOff()
      return UInt8(CC_EOF)
    case .suspend: stop()
    case .search: startSearch()
    case .searchForward: startSearch()
    case .showKeys:
      // With more behind it, it is the start of a text that came at once.
      if elements.isEmpty, queueStart >= queue.count, let help = configuration.keyHelp {
        printBetween(help())
      } else {
        insert([0x3F])
      }
    case .nothing: break
    }
    return UInt8(CC_REFRESH)
  }

  // MARK: Ends and inserts

  private func enter(_ elements: [UInt32]) -> UInt8 {
    if Continuation.asksForMore(elements) {
      el_cursor(engine.handle, Int32(elements.count))
      el_deletestr(engine.handle, 1)
      insert([0x0A])
      return UInt8(CC_REFRESH)
    }
    accept()
    return UInt8(CC_NEWLINE)
  }

  private func insertPaste() {
    guard !pastes.isEmpty else { return }
    let paste = pastes.removeFirst()
    if PasteFolds.lines(in: paste) > configuration.foldPastesBeyond {
      insert([folds.fold(paste)])
    } else {
      insert(paste.unicodeScalars.map(\.value))
    }
  }

  private func replaceLine() {
    guard let text = replacement else { return }
    replacement = nil
    let (elements, cursor) = engine.line
    delete(from: 0, to: elements.count, cursor: cursor)
    folds = PasteFolds()
    insert(text.unicodeScalars.map(\.value).filter { $0 != 0 })
  }

  private func unfold(_ elements: [UInt32], _ cursor: Int) {
    // The fold before the cursor, else the first one behind it.
    let before = elements[..<cursor].lastIndex { folds.text(of: $0) != nil }
    guard let index = before ?? elements.firstIndex(where: { folds.text(of: $0) != nil }),
      let text = folds.text(of: elements[index])
    else { return }
    el_cursor(engine.handle, Int32(index + 1 - cursor))
    el_deletestr(engine.handle, 1)
    insert(text.unicodeScalars.map(\.value))
  }

  private func insert(_ elements: [UInt32]) {
    guard !elements.isEmpty else { return }
    _ = withElements(elements) { ce_insert(engine.handle, $0) }
  }

  private func delete(from start: Int, to end: Int, cursor: Int? = nil) {
    guard end > start else { return }
    let cursor = cursor ?? engine.line.cursor
    el_cursor(engine.handle, Int32(end - cursor))
    el_deletestr(engine.handle, Int32(end - start))
  }

  // MARK: Moves

  private func move(to place: Int, from cursor: Int) {
    el_cursor(engine.handle, Int32(place - cursor))
  }

  private func place(after cursor: Int, in elements: [UInt32]) -> Int {
    BufferScanner(elements, folds: folds).first { $0.end > cursor }?.end ?? elements.count
  }

  private func place(before cursor: Int, in elements: [UInt32]) -> Int {
    var last = 0
    for piece in BufferScanner(elements, folds: folds) {
      if piece.start >= cursor { break }
      last = piece.start
    }
    return last
  }

  private func lineStart(_ cursor: Int, _ elements: [UInt32]) -> Int {
    elements[..<cursor].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private func lineEnd(_ cursor: Int, _ elements: [UInt32]) -> Int {
    elements[cursor...].firstIndex(of: 0x0A) ?? elements.count
  }

  /// Up and down go through the rows of a long or many-lined text, and from its first and last row through the history.
  private func moveByRow(_ direction: Int, _ elements: [UInt32], _ cursor: Int) {
    let places = InputLayout.places(
      of: elements, folds: folds, style: screen.style,
      width: terminal.size.columns)
    let here = places[cursor]
    let row = here.row + direction
    guard
      let target = places.indices.filter({ places[$0].row == row }).min(by: {
        abs(places[$0].column - here.column) < abs(places[$1].column - here.column)
      })
    else { return callLibedit(direction < 0 ? "P" : "N") }
    move(to: target, from: cursor)
  }

  /// Runs a command of libedit's own, by its inner key.
  private func callLibedit(_ key: Character) {
    pushFront([EditCommand.prefix] + key.unicodeScalars.map(\.value))
  }

  private func takeHint(_ elements: [UInt32]) {
    guard let insertion = hint(elements, elements.count)?.insertion else { return }
    insert(insertion.unicodeScalars.map(\.value).filter { $0 != 0 })
  }

  // MARK: Completion

  private func complete(_ elements: [UInt32], _ cursor: Int) {
    guard let completion = configuration.completion else { return }
    let before = folds.expand(elements[..<cursor])
    let line = before + folds.expand(elements[cursor...])
    let index = line.utf8.index(line.startIndex, offsetBy: before.utf8.count)
    let found = completion(line, index)
    guard let first = found.first else { return }
    let replaced = min(first.replacedCount, before.count)
    let common = found.dropFirst().reduce(first.replacement) { $0.commonPrefix(with: $1.replacement) }
    let typed = String(before.suffix(replaced))
    if found.count == 1 || (common.count > typed.count && common.hasPrefix(typed)) {
      let scalars = typed.unicodeScalars.count
      delete(from: cursor - scalars, to: cursor)
      insert(common.unicodeScalars.map(\.value).filter { $0 != 0 })
    } else {
      let names = found.map { VisibleText.showing($0.display ?? $0.replacement) }
      let list =
        CompletionList.rows(
          names, width: terminal.size.columns, isASCII: configuration.isASCII
        ).joined(separator: "\n") + "\n"
      printBetween(list)
    }
  }

  // MARK: The editor of one's choice

  private func openEditor(_ elements: [UInt32]) {
    var edited: String?
    lend { edited = ExternalEditor.edit(folds.expand(elements)) }
    guard let edited else {
      return printBetween(
        "The editor could not be run; the line is as it was. Set EDITOR to a program that is installed.\n")
    }
    replacement = Continuation.message(of: edited)
    replaceLine()
  }
}
