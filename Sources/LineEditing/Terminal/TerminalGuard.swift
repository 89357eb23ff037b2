import Glibc
import Synchronization

/// Gives the terminal back as it was found, however the process ends: by `exit`, by a signal, by a crash in any thread.
///
/// One terminal a process. The handlers call nothing but what POSIX lists as safe in a signal handler (`write`, `poll`,
/// `tcsetattr`, `sigaction`, `raise`), and touch only memory that was set up before they were installed. A fatal signal is
/// handed on to whoever handled it before, so the exit status is the true one.
enum TerminalGuard {
  /// The signals after which the process is gone.
  private static let fatal = [
    SIGHUP, SIGTERM, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGXCPU, SIGSYS,
  ]
  /// The signals that are told to the editor, as a byte in its pipe.
  private static let told = [SIGINT, SIGWINCH, SIGTSTP, SIGCONT]

  /// What the handlers read. Allocated once and never freed: a signal may come at any time.
  private struct Memory {
    var modes = termios()
    var input: Int32 = -1
    var output: Int32 = -1
    var previous = Array<sigaction>(repeating: sigaction(), count: 65).withUnsafeBufferPointer { source in
      let copy = UnsafeMutableBufferPointer<sigaction>.allocate(capacity: source.count)
      _ = copy.initialize(from: source)
      return copy
    }
    var farewell = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
  }

  // Safe because it is written in `arm` only, while `isArmed` is false and `isInUse` is held, and read by handlers only after
  // `isArmed` has become true (a release and an acquire).
  nonisolated(unsafe) private static let memory = {
    let memory = UnsafeMutablePointer<Memory>.allocate(capacity: 1)
    memory.initialize(to: Memory())
    return memory
  }()
  private static let isInUse = Atomic<Bool>(false)
  private static let isArmed = Atomic<Bool>(false)
  /// True while the editor's thread may be writing.
  private static let isWriting = Atomic<Bool>(false)
  private static let pipe = Atomic<Int32>(-1)
  private static let closing = Mutex<(@Sendable () -> Void)?>(nil)
  private static let leavesAtExit: Void = {
    atexit {
      // First the polite way: the editor's thread would else go on drawing while the process ends.
      let close = TerminalGuard.closing.withLock { $0 }
      close?()
      TerminalGuard.restore()
    }
  }()

  /// Takes the process's one place; false if it is taken.
  static func reserve() -> Bool {
    isInUse.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged
  }

  /// Installs the handlers. Call ``reserve()`` first.
  /// - Parameters:
  ///   - modes: the modes to go back to.
  ///   - farewell: what to write when the process dies.
  ///   - pipe: where the numbers of the told signals are written, one byte each; must not block.
  static func install(terminal: Terminal, modes: termios, farewell: String, pipe descriptor: Int32) {
    let bytes = Array(farewell.utf8)
    memory.pointee.farewell.deallocate()
    memory.pointee.farewell = .allocate(capacity: bytes.count)
    _ = memory.pointee.farewell.initialize(from: bytes)
    memory.pointee.modes = modes
    memory.pointee.input = terminal.input
    memory.pointee.output = terminal.output
    pipe.store(descriptor, ordering: .releasing)
    _ = leavesAtExit
    for signal in fatal { handle(signal) { TerminalGuard.die($0) } }
    for signal in told { handle(signal) { TerminalGuard.tell($0) } }
  }

  /// What `exit` does first.
  static func atExit(_ close: @escaping @Sendable () -> Void) {
    closing.withLock { $0 = isInUse.load(ordering: .acquiring) ? close : nil }
  }

  /// Writes to the terminal, if it is still the editor's: after a fatal signal nothing more is drawn, and what is being drawn
  /// is waited for.
  static func whileHeld(_ write: () -> Void) {
    isWriting.store(true, ordering: .sequentiallyConsistent)
    if isArmed.load(ordering: .sequentiallyConsistent) { write() }
    isWriting.store(false, ordering: .sequentiallyConsistent)
  }

  /// From here on the terminal is not as it was found.
  static func arm() { isArmed.store(true, ordering: .releasing) }

  /// The editor itself has given the terminal back, or is about to.
  static func disarm() { isArmed.store(false, ordering: .releasing) }

  /// Takes the handlers away and frees the place.
  static func uninstall() {
    disarm()
    pipe.store(-1, ordering: .releasing)
    for signal in fatal + told {
      var present = sigaction()
      sigaction(signal, nil, &present)
      // Somebody else's handler, set later, stays.
      if isOurs(present) { sigaction(signal, &memory.pointee.previous[Int(signal)], nil) }
    }
    closing.withLock { $0 = nil }
    isInUse.store(false, ordering: .releasing)
  }

  /// Stops the process group as the terminal's own Ctrl-Z would. The stop may reach the process a little later, on any
  /// of its threads: until ``wasContinued()`` the signal keeps the meaning it had before.
  static func stop() {
    sigaction(SIGTSTP, &memory.pointee.previous[Int(SIGTSTP)], nil)
    kill(0, SIGTSTP)
  }

  /// Handles the stop signal again.
  static func wasContinued() { handle(SIGTSTP) { TerminalGuard.tell($0) } }

  private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var present = sigaction()
    sigaction(signal, nil, &present)
    memory.pointee.previous[Int(signal)] = present
    // Ignored on purpose (nohup, a job in the background): stays so.
    if isIgnored(present) && signal != SIGWINCH && signal != SIGCONT { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART | SA_ONSTACK
    sigemptyset(&action.sa_mask)
    // Setting modes from the background must not stop a process that is about to die.
    sigaddset(&action.sa_mask, SIGTTOU)
    sigaction(signal, &action, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    let handler = action.__sigaction_handler.sa_handler
    return unsafeBitCast(handler, to: Int.self) == 1  // SIG_IGN
  }

  private static func isOurs(_ action: sigaction) -> Bool {
    action.sa_flags & SA_ONSTACK != 0 && action.sa_flags & SA_RESTART != 0 && sigismember(action) == 1
  }

  private static func sigismember(_ action: sigaction) -> Int32 {
    var mask = action.sa_mask
    return Glibc.sigismember(&mask, SIGTTOU)
  }

  // MARK: In signal handlers

  private static func die(_ signal: Int32) {
    restore()
    sigaction(signal, &memory.pointee.previous[Int(signal)], nil)
    raise(signal)
  }

  private static func tell(_ signal: Int32) {
    let descriptor = pipe.load(ordering: .acquiring)
    guard descriptor >= 0 else { return }
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    write(descriptor, &byte, 1)
    errno = saved
  }

  private static func restore() {
    guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
    let saved = errno
    // Another thread may be in the middle of a picture, on a busy machine for a while; if it is this one, it will not
    // end it. Milliseconds.
    var patience = 200
    while isWriting.load(ordering: .sequentiallyConsistent), patience > 0 {
      poll(nil, 0, 1)
      patience -= 1
    }
    write(memory.pointee.output, memory.pointee.farewell.baseAddress, memory.pointee.farewell.count)
    tcsetattr(memory.pointee.input, TCSANOW, &memory.pointee.modes)
    errno = saved
  }
}
