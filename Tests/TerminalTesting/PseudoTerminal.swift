import Glibc

/// A program on a terminal of its own, driven by a test.
///
/// Waiting is always for something the screen shows, with a deadline; nothing depends on how fast the machine is.
/// The program is the leader of a session, and is killed with its group when the test lets go.
public actor PseudoTerminal {
  /// The program's process.
  public nonisolated let identifier: pid_t
  /// What a person would see now; call ``wait(_:within:until:)`` to see more.
  public private(set) var screen: TerminalScreen
  /// All bytes the program has written so far.
  public private(set) var output: [UInt8] = []

  private let controller: Int32
  private let terminal: Int32
  private var status: ExitStatus?
  private var isHungUp = false

  /// Starts a program.
  /// - Parameters:
  ///   - program: its path.
  ///   - identity: what it answers when it is asked what it is; nil for nothing.
  ///   - directory: where it starts; here if nil.
  ///   - environment: all of it; `TERM` is `xterm-256color` and `LANG` `C.UTF-8` unless given.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, widths: TerminalScreen.Widths = .clusters, resizing: TerminalScreen.Resizing = .reflows,
    identity: TerminalIdentity? = nil, directory: String? = nil
  ) throws {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var ends: (controller: Int32, terminal: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&ends.controller, &ends.terminal, &name, nil, &size) == 0 else {
      throw TerminalTestError(description: "no pseudo-terminal: errno \(errno)")
    }
    for end in [ends.controller, ends.terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends.controller, F_SETFL, O_NONBLOCK)
    (controller, terminal) = ends
    screen = TerminalScreen(columns: columns, rows: rows, widths: widths, resizing: resizing)
    screen.identity = identity
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    var all = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "HOME": "/nonexistent",
    ]
    all.merge(environment) { $1 }
    if let directory {
      let script = "cd \"$1\" && shift && exec \"$@\""
      identifier = try Self.spawn(
        "/bin/sh", ["-c", script, "sh", directory, program] + arguments, environment: all, terminal: path)
    } else {
      identifier = try Self.spawn(program, arguments, environment: all, terminal: path)
    }
  }

  deinit {
    if status == nil {
      kill(-identifier, SIGKILL)
      var ignored: Int32 = 0
      waitpid(identifier, &ignored, 0)
    }
    if !isHungUp { close(controller) }
    close(terminal)
  }

  /// What all threads of the program have taken of the processors so far: unlike the time that passes, it does not grow
  /// with what else the machine is doing.
  public nonisolated var processorTime: Duration {
    get throws {
      var (clock, time) = (clockid_t(), timespec())
      guard clock_getcpuclockid(identifier, &clock) == 0, clock_gettime(clock, &time) == 0 else {
        throw TerminalTestError(description: "no processor time of process \(identifier)")
      }
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
  }

  /// Types text: `"\r"` is Enter, `"\u{3}"` Ctrl-C, `"\u{1B}[A"` the up arrow.
  public func type(_ text: String) async throws {
    try await send(Array(text.utf8))
  }

  /// Pastes text, in brackets if the program has asked for them.
  public func paste(_ text: String) async throws {
    drain()
    try await type(screen.modes.contains(2004) ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
  }

  /// Sends bytes.
  public func send(_ bytes: [UInt8]) async throws {
    var rest = bytes[...]
    let deadline = ContinuousClock.now + .seconds(60)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        guard ContinuousClock.now < deadline else {
          throw TerminalTestError(description: "the program reads nothing")
        }
        drain()
        try await Task.sleep(for: .milliseconds(1))
      }
    }
  }

  /// Changes the window's size; the program gets SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    drain()
    screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// Waits until the screen is as wanted.
  /// - Parameters:
  ///   - what: what is waited for, for the error.
  ///   - limit: how long at most.
  /// - Returns: the screen that is as wanted.
  @discardableResult
  public func wait(
    _ what: String = "the screen", within limit: Duration = .seconds(30),
    until isReached: @Sendable (TerminalScreen) -> Bool
  ) async throws -> TerminalScreen {
    let deadline = ContinuousClock.now + limit
    while true {
      drain()
      if isReached(screen) { return screen }
      guard ContinuousClock.now < deadline else {
        throw TerminalTestError(
          description: "waited in vain for \(what); the screen is:\n"
            + screen.allRows.suffix(40).joined(separator: "\n")
            + "\ncursor \(screen.cursor)")
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Waits until a text is on the screen or in the scrollback.
  @discardableResult
  public func waitForText(_ text: String) async throws -> TerminalScreen {
    try await wait("“\(text)”") { $0.text.contains(text) }
  }

  /// Waits for the program's end.
  @discardableResult
  public func waitForExit(within limit: Duration = .seconds(30)) async throws -> ExitStatus {
    let deadline = ContinuousClock.now + limit
    while true {
      if let status { return status }
      drain()
      var result: Int32 = 0
      if waitpid(identifier, &result, WNOHANG) == identifier {
        drain()
        status = ExitStatus(result)
        continue
      }
      guard ContinuousClock.now < deadline else {
        throw TerminalTestError(description: "the program did not end; the screen is:\n\(screen.text)")
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Sends a signal to the program.
  public nonisolated func signal(_ number: Int32) {
    kill(identifier, number)
  }

  /// Takes the terminal away, as a closed window does.
  public func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    close(controller)
  }

  /// Forgets the bytes that the program has written so far, in a test that goes on for long.
  public func forgetOutput() { output = [] }

  /// The terminal's modes as the program has left them.
  public var modes: TerminalFlags {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return TerminalFlags(modes)
  }

  private func drain() {
    guard !isHungUp else { return }
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(controller, &bytes, bytes.count)
      guard count > 0 else { return }
      output += bytes.prefix(count)
      screen.feed(bytes.prefix(count))
      for answer in screen.takeAnswers() {
        let bytes = Array(answer.utf8)
        _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      }
    }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session's leader opens is its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, a GNU name
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | newSession))
    let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child = pid_t()
    let failure = posix_spawn(&child, program, &actions, &attributes, words, variables)
    guard failure == 0 else {
      throw TerminalTestError(description: "\(program) could not be started: errno \(failure)")
    }
    return child
  }
}
