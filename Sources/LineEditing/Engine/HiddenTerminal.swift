import Glibc

/// A pseudo-terminal that nobody sees, for libedit to own.
///
/// libedit edits only on a terminal, sets its modes before and after every line, and draws on it. The real terminal has one
/// owner, the editor, which draws characters as a person sees them (libedit counts scalars) and never leaves raw
/// mode between two lines, where fast typing would echo. So libedit gets this one to keep, and its drawing goes nowhere.
struct HiddenTerminal: ~Copyable {
  let descriptor: Int32
  private let controller: Int32

  init() throws(LineEditorError) {
    var size = winsize(ws_row: 50, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
    var ends: (controller: Int32, terminal: Int32) = (-1, -1)
    guard openpty(&ends.controller, &ends.terminal, nil, nil, &size) == 0 else {
      throw .noPseudoTerminal(errno: errno)
    }
    (controller, descriptor) = ends
    for end in [controller, descriptor] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(descriptor)
    close(controller)
  }
}
