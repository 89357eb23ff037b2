/// Searching earlier lines. libedit has a search of its own, which shows itself as a part of the line; this one leaves libedit's
/// line alone until something is found and taken.
extension EditorLoop {
  /// Begins a search, unless there is nothing to search in.
  func startSearch() {
    guard !engine.history.isEmpty else { return }
    search = HistorySearch(engine.history)
  }

  /// Lets the search have an element that libedit would get.
  /// - Returns: the element if libedit is to get it after all.
  func searchTakes(_ element: UInt32) -> UInt32? {
    guard search != nil else { return element }
    switch element {
    case EditCommand.prefix: return searchTakesInner()
    case 0x12: search?.goOlder()
    case 0x13: search?.goNewer()
    case 0x08, 0x7F: search?.deleteBack()
    case 0x07: search = nil
    case 0x1B where queueStart >= queue.count: endSearch(then: [])
    case 0..<0x20: endSearch(then: [element])
    default: if let scalar = Unicode.Scalar(element) { search?.append(String(Character(scalar))) }
    }
    return nil
  }

  private func searchTakesInner() -> UInt32? {
    guard queueStart < queue.count else { return EditCommand.prefix }
    let letter = queue[queueStart]
    switch Unicode.Scalar(letter).map({ EditCommand(rawValue: Character($0)) }) {
    case .paste:
      queueStart += 1
      if !pastes.isEmpty { search?.append(pastes.removeFirst()) }
      return nil
    case .interrupt:
      // Breaks the search off with the line.
      return EditCommand.prefix
    default:
      queueStart += 1
      endSearch(then: [EditCommand.prefix, letter])
      return nil
    }
  }

  /// Ends the search with the line that was found; then come the keys that ended it.
  private func endSearch(then elements: [UInt32]) {
    let match = search?.match
    search = nil
    guard let match else { return pushFront(elements) }
    replacement = match
    pushFront([EditCommand.prefix] + EditCommand.replace.rawValue.unicodeScalars.map(\.value) + elements)
  }
}
