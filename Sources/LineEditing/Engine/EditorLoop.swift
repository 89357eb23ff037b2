import CEditline
import Glibc

/// The editor's thread: reads keys, lets libedit edit, shows the line and the text above it.
///
/// libedit asks for an element when it has done with the last; ``nextElement()`` answers, and is where everything else happens
/// while nobody types: printing, the status row, signals. Drawing happens only there, when no key is waiting, so
/// whatever came at once is drawn at once.
final class EditorLoop {
  /// How a line ended.
  enum Outcome {
    case line
    case interrupt
    case endOfFile
    case closing
  }

  let terminal: Terminal
  let engine: Libedit
  var configuration: LineEditor.Configuration
  var folds = PasteFolds()
  /// Elements for libedit to take before more is read.
  var queue: [UInt32] = []
  var queueStart = 0
  var pastes: [String] = []
  var replacement: String?
  var outcome: Outcome?
  var reader = KeyReader()
  /// The search through the history that is going on.
  var search: HistorySearch?
  /// Text to print that has not been drawn yet.
  var text = ""
  var isClosing = false

  let mailbox: Mailbox
  let modes: termios
  let events: AsyncStream<LineEditor.Event>.Continuation
  var screen: LiveScreen
  private var flushed: [CheckedContinuation<Void, Never>] = []
  private var size: (columns: Int, rows: Int)
  /// Until when nothing is drawn, since the size may still be changing.
  private var settling: ContinuousClock.Instant?
  /// How long that is. tmux wraps its screen anew at once, but tells of a second change only a quarter of a second after the first:
  /// what is drawn meanwhile for the old width would land in the wrong rows.
  private let settlingTime: Duration
  let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init(
    configuration: LineEditor.Configuration, terminal: Terminal, modes: termios, engine: Libedit,
    mailbox: Mailbox,
    events: AsyncStream<LineEditor.Event>.Continuation
  ) {
    (self.configuration, self.terminal, self.modes) = (configuration, terminal, modes)
    (self.engine, self.mailbox, self.events) = (engine, mailbox, events)
    screen = LiveScreen(
      terminal: terminal,
      style: .init(
        prompt: configuration.prompt, usesColour: configuration.usesColour, isASCII: configuration.isASCII))
    screen.watchesFocus = configuration.watchesFocus
    screen.showsTitleProgress = configuration.showsTitleProgress
    size = terminal.size
    start = clock.now
    let isWithin = getenv("TMUX") != nil || getenv("STY") != nil
    settlingTime = isWithin ? .milliseconds(280) : .milliseconds(20)
    reader.translatesCursorKeys = engine.usesVi
  }

  /// What pthread_create runs; `reference` is a retained loop.
  static func threadBody(_ reference: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let reference else { return nil }
    Unmanaged<EditorLoop>.fromOpaque(reference).takeRetainedValue().run()
    return nil
  }

  private func run() {
    _ = ce_set_client_data(engine.handle, Unmanaged.passUnretained(self).toOpaque())
    _ = ce_set_reader(engine.handle, { handle, element in EditorLoop.read(handle, element) })
    if let history = configuration.history { engine.setHistory(history.load()) }
    TerminalGuard.install(
      terminal: terminal, modes: modes, farewell: screen.farewell, pipe: mailbox.writeEnd)
    takeTerminal()
    askTerminal()
    while outcome != .endOfFile && outcome != .closing { readLine() }
    collect()
    draw(isUrgent: true)
    releaseTerminal(keepingInput: false)
    TerminalGuard.uninstall()
    mailbox.finish()
    for waiter in flushed { waiter.resume() }
    if outcome == .endOfFile { events.yield(.endOfFile) }
    events.finish()
  }

  private func readLine() {
    outcome = nil
    let line = ce_read_line(engine.handle)
    guard outcome == nil else { return }
    // A command of libedit's own ended it, bound to a key by ~/.editrc or by the vi map.
    if line == nil { outcome = .endOfFile } else { accept() }
  }

  // MARK: What libedit calls

  private static func of(_ handle: OpaquePointer?) -> EditorLoop? {
    handle.flatMap { ce_client_data($0) }.map { Unmanaged<EditorLoop>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func read(_ handle: OpaquePointer?, _ element: UnsafeMutablePointer<UInt32>?) -> Int32 {
    guard let loop = of(handle), let element, let next = loop.nextElement() else { return -1 }
    element.pointee = next
    return 1
  }

  static func perform(_ command: EditCommand, _ handle: OpaquePointer?) -> UInt8 {
    of(handle)?.perform(command) ?? UInt8(CC_ERROR)
  }

  // MARK: Waiting

  /// The next element for libedit; nil breaks the line off, and ``outcome`` says why.
  private func nextElement() -> UInt32? {
    while true {
      if outcome != nil { return nil }
      if queueStart < queue.count {
        queueStart += 1
        guard let element = searchTakes(queue[queueStart - 1]) else { continue }
        return element
      }
      queue.removeAll(keepingCapacity: true)
      queueStart = 0
      collect()
      if isClosing {
        outcome = .closing
        return nil
      }
      if queue.isEmpty {
        draw()
        wait()
      }
    }
  }

  /// Puts elements before all that wait.
  func pushFront(_ elements: [UInt32]) {
    queue.replaceSubrange(0..<queueStart, with: elements)
    queueStart = 0
  }

  func pushInner(_ key: Character) {
    queue += [EditCommand.prefix] + key.unicodeScalars.map(\.value)
  }

  private func wait() {
    var descriptors = [
      pollfd(fd: terminal.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    var timeout: Int32 = -1
    if let deadline = reader.deadline {
      let left = deadline - now
      timeout = Int32(
        clamping: max(
          0, left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1))
    }
    if let settling {
      let left = Int32(clamping: max(0, Int64(clock.now.duration(to: settling) / .milliseconds(1)) + 1))
      timeout = timeout < 0 ? left : min(timeout, left)
    }
    let ready = poll(&descriptors, 2, timeout)
    if ready <= 0 { return obey(reader.expire(at: now)) }
    if descriptors[1].revents != 0 {
      for signal in mailbox.signals() { obey(signal: signal) }
    }
    guard descriptors[0].revents != 0 else { return obey(reader.expire(at: now)) }
    guard let bytes = terminal.read() else {
      outcome = .endOfFile
      return
    }
    obey(reader.receive(bytes, at: now))
  }

  var now: Duration { clock.now - start }

  func obey(_ strokes: [Keystroke]) {
    for stroke in strokes {
      switch stroke {
      case .scalar(let scalar): queue.append(scalar.value)
      case .paste(let text):
        pastes.append(text)
        pushInner(EditCommand.paste.rawValue)
      case .lineBreak: pushInner(EditCommand.lineBreak.rawValue)
      case .cursor(let key): pushInner(key.rawValue)
      case .interrupt: interrupt()
      case .suspend: suspend()
      case .quit: kill(getpid(), SIGQUIT)
      case .focus(let isFocused): mailbox.learn { $0.isFocused = isFocused }
      case .answer(let answer):
        mailbox.learn { $0.answers.take(answer) }
        if case .attributes = answer { reader.expectsAnswers = false }
      }
    }
  }

  private func obey(signal: Int32) {
    switch signal {
    case SIGINT: interrupt()
    case SIGTSTP: suspend()
    case SIGWINCH: resize()
    case SIGCONT: retakeTerminal()
    default: break
    }
  }

  private func collect() {
    let mail = mailbox.take()
    text += mail.text
    if let status = mail.status { screen.status = status }
    if let prompt = mail.prompt { screen.style.prompt = prompt }
    if let progress = mail.titleProgress { screen.titleProgress = progress }
    screen.signals += mail.signals
    if let input = mail.input {
      replacement = input
      pushInner(EditCommand.replace.rawValue)
    }
    flushed += mail.flushed
    isClosing = isClosing || mail.isClosing
  }

  // MARK: Drawing

  /// Shows everything as it is now, unless the size is changing: then it is shown when that is over.
  ///
  /// - Parameter isUrgent: Whether it must be now, for the terminal is given away.
  func draw(isUrgent: Bool = false) {
    if terminal.size != size { resize() }
    if let settling, !isUrgent, clock.now < settling { return }
    settling = nil
    if let search, outcome == nil {
      screen.draw(printing: text, searching: search)
    } else {
      let (elements, cursor) = outcome == nil ? engine.line : ([], 0)
      screen.draw(
        printing: text, elements: elements, cursor: cursor, folds: folds, hint: hint(elements, cursor)?.text)
    }
    text = ""
    for waiter in flushed { waiter.resume() }
    flushed = []
  }

  func hint(_ elements: [UInt32], _ cursor: Int) -> Hint? {
    guard cursor == elements.count else { return nil }
    if elements.last.flatMap(folds.label) != nil { return "  Ctrl-X Ctrl-P shows it" }
    guard elements.count < 1000, let hint = configuration.hint else { return nil }
    return hint(folds.expand(elements))
  }

  /// Prints an accepted or discarded line; not within an open line, but as soon as that has ended.
  func echo(_ elements: [UInt32], mark: String = "") {
    screen.echo(elements, folds: folds, mark: mark)
  }

  /// Prints a line of the editor's own; like an echo, not within an open line.
  func printBetween(_ line: String) { screen.printBetween(line) }

  func clearScreen() { screen.clear() }

  func resize() {
    screen.resize()
    let new = terminal.size
    guard new != size else { return }
    size = new
    settling = clock.now + settlingTime
    events.yield(.resized(columns: new.columns, rows: new.rows))
  }
}
