import ArgumentParser
import ClientConfiguration
import Conversation
import Glibc
import LineEditing
import Presentation
import PrivateFiles

/// A conversation at a terminal: the prompt stays, replies appear above it, what is typed meanwhile waits.
struct InteractiveChat {
  private let environment: ProgramEnvironment
  private let options: EngineOptions
  private let choice: SessionConnector.Choice
  private let isAutomatic: Bool

  private static let prompt = "t2v> "

  /// Prepares a conversation; ``run()`` takes the terminal.
  init(
    environment: ProgramEnvironment, options: EngineOptions, choice: SessionConnector.Choice,
    isAutomatic: Bool
  ) {
    self.environment = environment
    self.options = options
    self.choice = choice
    self.isAutomatic = isAutomatic
  }

  /// Converses until the user leaves.
  ///
  /// - Returns: The exit code.
  func run() async throws -> Int32 {
    let style = style
    let editor: LineEditor
    do {
      editor = try LineEditor(configuration: editorConfiguration(style: style))
    } catch {
      throw ValidationError("\(error)")
    }
    defer { editor.close() }
    let surface = EditorSurface(
      editor: editor, redrawsStatus: !style.isPlain && environment.variables["TERM"] != "dumb")
    let terminal = TerminalPresenter(surface: surface, style: style, wordPace: .milliseconds(12))
    let log = ProgramLog(environment: environment, isOn: options.verbose)
    let presenter: any Presenter =
      options.verbose ? EventLog(terminal, logger: log.logger("events")) : terminal
    let sink = Sink(presenter: presenter, transcript: Transcript())
    let questions = TerminalQuestions { text in
      editor.setPrompt(LineEditor.Prompt(text ?? Self.prompt))
    }
    let connector = try SessionConnector(
      environment: environment, options: options, log: log, session: choice, isAutomatic: isAutomatic,
      ask: { await questions.ask($0) }, emit: { await sink.take($0) })
    let loop = ConversationLoop(
      transcript: sink.transcript, queueStore: QueueStore(state: environment.folders.state),
      logPlace: log.description,
      connect: { await connector.connect() }, emit: { await sink.take($0) })
    terminal.welcome()
    await loop.open()
    let earlier = Task { await Self.finishEarlierRenders(loop, sink: sink) }
    let clock = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(1))
        terminal.tick()
      }
    }
    defer {
      earlier.cancel()
      clock.cancel()
    }
    let isInterrupted = await takeEvents(of: editor, loop: loop, questions: questions)
    await editor.flush()
    await connector.close()
    if isInterrupted { return 130 }
    return await loop.isAllWell ? 0 : 1
  }

  /// Takes what the editor reports until the user leaves.
  ///
  /// - Returns: Whether the user left by two interrupts.
  private func takeEvents(
    of editor: LineEditor, loop: ConversationLoop, questions: TerminalQuestions
  ) async -> Bool {
    var lastInterrupt: ContinuousClock.Instant?
    for await event in editor.events {
      switch event {
      case .line(let line):
        if questions.take(line) { continue }
        await loop.submit(line)
        if await loop.isLeaving { return false }
      case .interrupt(let clearedLine):
        questions.resolve(nil)
        let isSecond = lastInterrupt.map { $0.duration(to: .now) < .seconds(1) } ?? false
        let isBusy = await loop.isBusy
        if isSecond { return true }
        if isBusy || !clearedLine { lastInterrupt = .now }
        if isBusy {
          // The editor's events go on while the turn winds down.
          Task { await loop.interrupt() }
        } else if !clearedLine {
          editor.print("Ctrl-D or /quit leaves; Ctrl-C again within a second, too.\n")
        }
      case .endOfFile:
        questions.resolve(nil)
        await loop.interrupt()
        return false
      case .resized: break
      }
    }
    return false
  }

  private static func finishEarlierRenders(_ loop: ConversationLoop, sink: Sink) async {
    await loop.waitUntilIdle()
    guard let session = await loop.currentSession else { return }
    _ = await session.finish(await session.pendingRenders)
  }

  // MARK: Setup

  private var style: Style {
    let variables = environment.variables
    let isDumb = variables["TERM"] == "dumb"
    let hasColour = !options.noColour && environment.settings[.noColor] == nil && !isDumb
    return Style(hasColour: hasColour, isPlain: options.plain)
  }

  private func editorConfiguration(style: Style) -> LineEditor.Configuration {
    var configuration = LineEditor.Configuration()
    configuration.prompt = LineEditor.Prompt(Self.prompt)
    configuration.history = HistoryStore(path: environment.folders.state.path(of: "history"))
    configuration.usesColour = style.hasColour && !style.isPlain
    configuration.completion = { line, cursor in InputCompletion.completions(line, at: cursor) }
    return configuration
  }
}
