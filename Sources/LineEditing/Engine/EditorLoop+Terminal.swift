import Glibc

/// Who has the terminal: the editor, another program, or, while the process is stopped, the shell.
extension EditorLoop {
  /// Raw mode and bracketed paste on; from here on the terminal must be restored.
  func takeTerminal() {
    TerminalGuard.arm()
    // A signal that comes meanwhile restores the terminal behind this, not before it.
    TerminalGuard.whileHeld {
      terminal.makeRaw(from: modes)
      screen.begin()
    }
  }

  /// Asks the terminal what it is. The answers come among the keys.
  func askTerminal() {
    guard configuration.asksTerminal, !terminal.isDumb else { return }
    reader.expectsAnswers = true
    mailbox.learn { $0.asked = .now }
    screen.ask()
  }

  /// Answers that come after the end would land in the shell's line: they are waited for, as long as they may come.
  private func takeLastAnswers() {
    guard reader.expectsAnswers, let asked = mailbox.facts.asked else { return }
    var descriptor = pollfd(fd: terminal.input, events: Int16(POLLIN), revents: 0)
    // A slow line or a busy machine may have them on their way for longer than a terminal needs.
    let start = ContinuousClock.now
    guard asked.duration(to: start) < .seconds(5) else { return }
    let end = max(asked + .milliseconds(300), start + .milliseconds(200))
    while reader.expectsAnswers {
      guard .now < end, poll(&descriptor, 1, 20) >= 0 else { return }
      guard descriptor.revents & Int16(POLLIN) != 0 else {
        if descriptor.revents != 0 { return }
        continue
      }
      guard let bytes = terminal.read() else { return }
      obey(reader.receive(bytes, at: now))
    }
  }

  /// Takes the picture away and restores the terminal.
  func releaseTerminal(keepingInput: Bool) {
    takeLastAnswers()
    screen.end(keepingInput: keepingInput)
    terminal.set(modes)
    TerminalGuard.disarm()
  }

  /// Runs another program's turn at the terminal.
  func lend(_ body: () -> Void) {
    releaseTerminal(keepingInput: false)
    body()
    takeTerminal()
  }

  /// Ctrl-Z: behind the keys that came before it.
  func suspend() {
    guard queue.count == queueStart else { return pushInner(EditCommand.suspend.rawValue) }
    stop()
  }

  /// Stops the process group, and takes the terminal again when it is continued.
  func stop() {
    if outcome == nil { draw(isUrgent: true) }
    releaseTerminal(keepingInput: true)
    _ = mailbox.signals()
    TerminalGuard.stop()
    // The stop reaches this thread now or a little later; SIGCONT tells that it is over. Where nobody could
    // continue us (no job control) the system does not stop us at all, and nothing comes.
    var descriptor = pollfd(fd: mailbox.readEnd, events: Int16(POLLIN), revents: 0)
    let limit = clock.now + .milliseconds(300)
    while clock.now < limit {
      guard poll(&descriptor, 1, 20) > 0 else { continue }
      if mailbox.signals().contains(SIGCONT) { break }
    }
    // The limit may have passed while we were stopped: a SIGCONT still in the pipe is this one.
    _ = mailbox.signals()
    TerminalGuard.wasContinued()
    takeTerminal()
    resize()
  }

  /// Continued after a stop that could not be seen coming (SIGSTOP): the modes are the shell's.
  func retakeTerminal() {
    screen.forget()
    takeTerminal()
    screen.resize()
  }
}
