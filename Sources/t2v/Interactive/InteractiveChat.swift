import ArgumentParser
import ClientConfiguration
import Conversation
import Glibc
import LineEditing
import NemoVideo
import Presentation
import PrivateFiles
import Synchronization
import TerminalPictures

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
    let chat = ChatState()
    let editor: LineEditor
    do {
      editor = try LineEditor(configuration: editorConfiguration(style: style, chat: chat))
    } catch {
      throw ValidationError("\(error)")
    }
    defer { editor.close() }
    let variables = environment.variables
    let traits: @Sendable () -> TerminalTraits = {
      TerminalTraits(environment: variables, answers: editor.answers)
    }
    let surface = EditorSurface(editor: editor, redrawsStatus: !style.isPlain, traits: traits)
    let terminal = TerminalPresenter(surface: surface, style: style)
    let log = ProgramLog(environment: environment, isOn: options.verbose)
    let presenter: any Presenter =
      options.verbose ? EventLog(terminal, logger: log.logger("events")) : terminal
    let sink = Sink(presenter: presenter, transcript: Transcript())
    let questions = TerminalQuestions { text in
      editor.setPrompt(LineEditor.Prompt(text ?? Self.prompt))
    }
    let pictures = Mutex<PicturePrinter?>(nil)
    let emit: @Sendable (SessionEvent) async -> Void = { event in
      chat.note(event)
      await sink.take(event)
      pictures.withLock { $0 }?.note(event)
    }
    let connector = try SessionConnector(
      environment: environment, options: options, log: log, session: choice, isAutomatic: isAutomatic,
      ask: { await questions.ask($0) }, emit: emit)
    let loop = ConversationLoop(
      transcript: sink.transcript, queueStore: QueueStore(state: environment.folders.state),
      logPlace: log.description,
      connect: { await connector.connect() }, emit: emit)
    if drawsPictures(style) {
      let printer = PicturePrinter(
        editor: editor, artist: PictureArtist(environment: variables), traits: traits,
        poster: { await loop.currentSession?.poster() }, show: { terminal.show(picture: $0) })
      pictures.withLock { $0 = printer }
    }
    defer { pictures.withLock { $0 }?.stop() }
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
          editor.endOpenLine()
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
    let term = environment.variables["TERM"] ?? ""
    let isDumb = term.isEmpty || term == "dumb"
    let hasColour = !options.noColour && environment.settings[.noColor] == nil && !isDumb
    return Style(
      hasColour: hasColour, isPlain: options.plain || isDumb,
      isASCII: !UserLanguage.isUTF8(environment.variables))
  }

  /// Pictures are of colours and of glyphs beyond ASCII.
  private func drawsPictures(_ style: Style) -> Bool {
    !options.noImages && style.hasColour && !style.isASCII
  }

  private func editorConfiguration(style: Style, chat: ChatState) -> LineEditor.Configuration {
    var configuration = LineEditor.Configuration()
    configuration.prompt = LineEditor.Prompt(Self.prompt)
    configuration.history = HistoryStore(path: environment.folders.state.path(of: "history"))
    configuration.usesColour = style.hasColour
    configuration.isPlain = style.isPlain
    configuration.isASCII = style.isASCII
    configuration.asksTerminal = true
    configuration.watchesFocus = true
    configuration.showsTitleProgress = TerminalTraits(environment: environment.variables).showsTitleProgress
    configuration.keyHelp = { KeyHelp.text }
    configuration.hint = { InputHints.hint(for: $0, state: chat, isASCII: style.isASCII) }
    let completion = InputCompletion(home: environment.folders.home) { sessions(of: chat.studio) }
    configuration.completion = { line, cursor in completion.completions(line, at: cursor) }
    return configuration
  }

  /// The sessions that this machine remembers of an engine.
  private func sessions(of studio: StudioKind?) -> [SessionRecord] {
    guard let studio else { return [] }
    var service = "studio"
    if studio == .cloud {
      let address = try? ServiceAddress(environment.settings[.apiURL] ?? ServiceAddress.production)
      service = address?.description ?? ""
    }
    return SessionStore(state: environment.folders.state, service: service).records()
  }
}
