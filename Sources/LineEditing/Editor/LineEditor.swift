// A line editor under a stream of text: libedit is the engine (keys, history, vi and emacs maps, ~/.editrc), and the screen is
// ours, because libedit counts scalars where a person sees characters, and knows of no text above its prompt.
// What is sent to the terminal: TerminalSequences.swift.

/// Reads lines from a terminal while text is printed above what is being typed.
///
/// ```swift
/// let editor = try LineEditor(configuration: .init())
/// for await case .line(let text) in editor.events { editor.print("You said \(text)\n") }
/// ```
/// All calls may come from any thread. The editor works on a thread of its own, so typing goes on whatever the program does. The
/// terminal is restored by ``close()``, when the editor is released, at `exit`, and by fatal signals.
public final class LineEditor: Sendable {
  /// What the person does, in order; for one consumer. Ends after ``Event/endOfFile`` or ``close()``.
  public let events: AsyncStream<Event>

  private let mailbox: Mailbox
  private let terminal: Terminal
  private let thread: EditorThread

  /// Takes the terminal and shows the prompt. The cursor should stand at the start of a row.
  /// - Throws: ``LineEditorError`` if the descriptors are not a terminal, or it cannot be used.
  public init(configuration: Configuration = Configuration()) throws(LineEditorError) {
    _ = TextLocale.isReady
    let terminal = try Terminal(
      input: configuration.input, output: configuration.output, isPlain: configuration.isPlain)
    let modes = try terminal.modes()
    let mailbox = try Mailbox(terminal: terminal)
    let engine = try Libedit(appName: configuration.appName, limit: configuration.history?.limit ?? 1000)
    guard TerminalGuard.reserve() else { throw .inUse }
    let (events, sink) = AsyncStream.makeStream(of: Event.self)
    let loop = EditorLoop(
      configuration: configuration, terminal: terminal, modes: modes, engine: engine, mailbox: mailbox,
      events: sink)
    do {
      thread = try EditorThread(running: loop, mailbox: mailbox)
    } catch {
      TerminalGuard.uninstall()
      throw error
    }
    self.events = events
    self.mailbox = mailbox
    self.terminal = terminal
    let thread = thread
    TerminalGuard.atExit { thread.close() }
  }

  deinit {
    close()
  }

  /// Columns of the terminal, as it is now.
  public var columns: Int { terminal.size.columns }

  /// Rows of the terminal, as it is now.
  public var rows: Int { terminal.size.rows }

  /// Prints text above the prompt, in the order of the calls; returns at once.
  ///
  /// The text goes out as it is (control characters and sequences included), so it must be safe to show. It is wrapped by the
  /// terminal. Without a newline at its end its last line stays open, and the next text goes on there: words can be printed
  /// as they come. After the editor has ended, text is written to the terminal directly.
  public func print(_ text: String) {
    mailbox.print(text)
  }

  /// Ends the line that printed text has left open, if there is one: for a notice in the midst of a reply.
  public func endOpenLine() {
    mailbox.endOpenLine()
  }

  /// Shows rows right above the prompt, parted by newlines, each cut to the width, at most four; nil takes them away. They may
  /// hold SGR sequences.
  public func setStatus(_ row: String?) {
    mailbox.post { $0.status = .some(row) }
  }

  /// Replaces what is typed by `text`, with the cursor at its end.
  public func setInput(_ text: String) {
    mailbox.post { $0.input = text }
  }

  /// Changes the prompt, for a question for instance. What is typed stays.
  public func setPrompt(_ prompt: Prompt) {
    mailbox.post { $0.prompt = prompt }
  }

  /// Rings the bell, and shows a notification in the terminal's way. Control characters in the text are left out.
  public func notify(_ text: String, by way: TerminalNotification) {
    let safe = String(text.unicodeScalars.filter { VisibleText.spelling(of: $0) == nil && $0 != ";" })
    let sequence = terminal.isDumb ? "" : TerminalSequence.notification(safe, by: way)
    mailbox.post { $0.signals += sequence + TerminalSequence.bell }
  }

  /// Shows progress in the terminal's title bar, if the configuration says that it has one.
  public func setTitleProgress(_ progress: TitleProgress) {
    mailbox.post { $0.titleProgress = progress }
  }

  /// What the terminal has told of itself so far.
  public var answers: TerminalAnswers { mailbox.facts.answers }

  /// Whether the window has the focus; nil if the terminal has not told.
  public var isFocused: Bool? { mailbox.facts.isFocused }

  /// What the terminal has told of itself: all of it, or what came within a time from the start.
  public func answers(within limit: Duration = .seconds(1)) async -> TerminalAnswers {
    while true {
      let facts = mailbox.facts
      guard let asked = facts.asked, !facts.answers.isComplete, asked.duration(to: .now) < limit else {
        return facts.answers
      }
      guard (try? await Task.sleep(for: .milliseconds(10))) != nil else { return facts.answers }
    }
  }

  /// Returns when all that was asked for so far is on the screen.
  public func flush() async {
    await withCheckedContinuation { continuation in
      mailbox.post { $0.flushed.append(continuation) }
    }
  }

  /// Takes the prompt away, restores the terminal and ends ``events``. Returns when that is done; may be called again.
  public func close() {
    thread.close()
  }
}
