import Glibc

/// Who has the terminal: the editor, another program, or, while the process is stopped, the shell.
extension EditorLoop {
  /// Raw mode and bracketed paste on; from here on the terminal must be restored.
  func takeTerminal() {
    TerminalGuard.arm()
    terminal.makeRaw(from: modes)
    screen.begin()
  }

  /// Takes the picture away and restores the terminal.
  func releaseTerminal(keepingInput: Bool) {
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
    if outcome == nil { draw() }
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
