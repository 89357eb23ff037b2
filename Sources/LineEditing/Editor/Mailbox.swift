import Glibc
import Synchronization

/// What other threads have asked of the editor's thread, and the pipe that wakes it.
final class Mailbox: Sendable {
  /// What has come since the last look.
  struct Contents {
    var text = ""
    var status: String??
    var prompt: LineEditor.Prompt?
    var input: String?
    var isClosing = false
    /// Sequences that show nothing in the text: bells, notifications.
    var signals = ""
    var titleProgress: TitleProgress?
    var flushed: [CheckedContinuation<Void, Never>] = []
  }

  /// What the editor's thread has learnt, for others to read.
  struct Facts {
    var answers = TerminalAnswers()
    /// When the terminal was asked.
    var asked: ContinuousClock.Instant?
    var isFocused: Bool?
  }

  private struct State {
    var contents = Contents()
    var facts = Facts()
    var isAwake = false
    /// True if the text so far ends within a line.
    var isLineOpen = false
    /// Set when the editor's thread is gone: text is then written as it comes.
    var isOver = false
  }

  let readEnd: Int32
  let writeEnd: Int32
  private let state = Mutex(State())
  private let terminal: Terminal

  init(terminal: Terminal) throws(LineEditorError) {
    self.terminal = terminal
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .noEngine }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Changes what is asked for, and wakes the thread.
  func post(_ change: (inout Contents) -> Void) {
    post { (state: inout State) in change(&state.contents) }
  }

  private func post(_ change: (inout State) -> Void) {
    state.withLock { state in
      change(&state)
      if state.isOver {
        let text = state.contents.text
        state.contents.text = ""
        if !text.isEmpty { terminal.write(text) }
        for waiter in state.contents.flushed { waiter.resume() }
        state.contents.flushed = []
      } else if !state.isAwake {
        state.isAwake = true
        wake()
      }
    }
  }

  /// What has been learnt so far.
  var facts: Facts { state.withLock { $0.facts } }

  /// Notes what has been learnt.
  func learn(_ change: (inout Facts) -> Void) { state.withLock { change(&$0.facts) } }

  /// Appends text to print.
  func print(_ text: String) {
    guard !text.isEmpty else { return }
    post { (state: inout State) in
      state.contents.text += text
      let end = text.utf8.lastIndex(of: 0x0A).map { text.utf8.index(after: $0) } ?? text.startIndex
      let shows = StyledScanner(String(text[end...])).contains {
        switch $0 {
        case .character, .tab: true
        default: false
        }
      }
      state.isLineOpen = shows || (end == text.startIndex && state.isLineOpen)
    }
  }

  /// Appends a newline if the text so far ends within a line.
  func endOpenLine() {
    post { (state: inout State) in
      if state.isLineOpen { state.contents.text += "\n" }
      state.isLineOpen = false
    }
  }

  /// Takes everything out.
  func take() -> Contents {
    state.withLock { state in
      defer { state.contents = Contents() }
      state.isAwake = false
      return state.contents
    }
  }

  /// The editor's thread ends. What came too late for it is written now.
  func finish() {
    state.withLock { $0.isOver = true }
    post { (_: inout Contents) in }
  }

  /// The numbers of signals that came; empties the pipe.
  func signals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    var signals: [Int32] = []
    while true {
      let count = read(readEnd, &bytes, bytes.count)
      guard count > 0 else { return signals }
      signals += bytes.prefix(count).filter { $0 != 0 }.map(Int32.init)
    }
  }

  private func wake() {
    var zero: UInt8 = 0
    write(writeEnd, &zero, 1)
  }
}
