/// How a line ends: taken as a message, or thrown away.
extension EditorLoop {
  /// Takes the line as a message.
  func accept() {
    let (elements, _) = engine.line
    // A line ended by libedit's own command has the newline in it.
    let message = Continuation.message(of: folds.expand(elements))
    outcome = .line
    if configuration.echoesLines { echo(elements) }
    folds = PasteFolds()
    if HistoryLines.isWorthKeeping(message) {
      engine.remember(message)
      configuration.history?.append(message)
    }
    events.yield(.line(message))
  }

  func interrupt() {
    guard queue.count == queueStart && outcome == nil else {
      // Keys that came before it come first.
      return pushInner(EditCommand.interrupt.rawValue)
    }
    breakOff()
  }

  /// Throws the line away.
  func breakOff() {
    let (elements, _) = engine.line
    let isCleared = !elements.isEmpty || search != nil
    if !elements.isEmpty { echo(elements, mark: "^C") }
    folds = PasteFolds()
    search = nil
    outcome = .interrupt
    events.yield(.interrupt(clearedLine: isCleared))
  }
}
