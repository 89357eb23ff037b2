/// Takes what is typed and does it, one after another: what is typed during a turn waits in a queue.
///
/// It is what stands between an editor, or a pipe, and a ``ChatSession``. Ctrl-C holds the queue: nothing in it is sent
/// before the user says so.
public actor ConversationLoop {
  private let connect: @Sendable () async -> ChatSession?
  private var session: ChatSession?
  private let emit: @Sendable (SessionEvent) async -> Void
  private let transcript: Transcript
  private let logPlace: String
  private var queue: MessageQueue
  private var hasToldFullDisk = false
  private var running: Task<Void, Never>?
  private var hasFailed = false
  private var hasLeft = false
  private var idleWaiters: [CheckedContinuation<Void, Never>] = []

  /// Makes a loop over a session that is still to be connected.
  ///
  /// - Parameters:
  ///   - connect: Connects and gives the session; nil when that failed, which it has told. It is called again before
  ///     the next input then.
  ///   - transcript: Where inputs are noted; `/save` writes it.
  ///   - logPlace: What `/log` says.
  ///   - queueStore: Keeps what waits on disk; nil keeps it in memory.
  ///   - emit: Takes the loop's own events, in the same place as the session's.
  public init(
    transcript: Transcript, queueStore: QueueStore? = nil, logPlace: String = "Nothing is logged.",
    connect: @escaping @Sendable () async -> ChatSession?,
    emit: @escaping @Sendable (SessionEvent) async -> Void
  ) {
    self.connect = connect
    self.transcript = transcript
    self.logPlace = logPlace
    self.emit = emit
    queue = MessageQueue(store: queueStore)
  }

  /// Whether everything so far went well.
  public var isAllWell: Bool { !hasFailed }

  /// Whether the user has asked to leave.
  public var isLeaving: Bool { hasLeft }

  /// Whether something is being done.
  public var isBusy: Bool { running != nil }

  /// Takes a line. It is done at once, or waits until what runs has ended.
  ///
  /// `/cancel`, `/queue`, `/log`, `/help` and `/quit` never wait.
  public func submit(_ line: String) async {
    guard !line.trimmed.isEmpty else { return }
    transcript.note(input: line)
    if let input = SlashInput(line) {
      if case .command(let command, let arguments) = input, await doNow(command, arguments, line) { return }
    }
    if running != nil {
      await change { try $0.append(line) }
      await tellQueue()
    } else {
      start(line)
    }
  }

  /// Stops waiting for what runs; the queue is held and shown.
  ///
  /// - Returns: Whether something was running.
  @discardableResult
  public func interrupt() async -> Bool {
    guard let running else { return false }
    if !queue.lines.isEmpty { queue.isHeld = true }
    running.cancel()
    await running.value
    if !queue.lines.isEmpty { await tellQueue() }
    return true
  }

  /// Connects, while what is typed waits, and shows what an earlier start left in the queue.
  public func open() {
    run {
      let isConnected = await self.connected() != nil
      await self.takeUpQueue()
      if !isConnected { await self.hold() }
      return isConnected
    }
  }

  /// What waits is kept when there is nobody to send it to.
  private func hold() async {
    guard !queue.lines.isEmpty, !queue.isHeld else { return }
    queue.isHeld = true
    await tellQueue()
  }

  private func takeUpQueue() async {
    var count = 0
    await change { count = try $0.takeUp() }
    guard count > 0 else { return }
    let messages = count == 1 ? "A message waits" : "\(count) messages wait"
    await emit(.notice("\(messages) from an earlier start. Nothing of it is sent before you say so."))
    await tellQueue()
  }

  /// The session, once connected.
  public var currentSession: ChatSession? { session }

  private func connected() async -> ChatSession? {
    if session == nil { session = await connect() }
    return session
  }

  private func run(_ work: @escaping @Sendable () async -> Bool) {
    running = Task {
      let isDone = await work()
      self.ended(isDone)
    }
  }

  /// Returns when nothing runs and nothing waits, or what waits is held.
  public func waitUntilIdle() async {
    guard running != nil else { return }
    await withCheckedContinuation { idleWaiters.append($0) }
  }

  // MARK: One after another

  private func start(_ line: String) { run { await self.perform(line) } }

  private func perform(_ line: String) async -> Bool {
    guard let session = await connected() else { return false }
    if let input = SlashInput(line) { return await perform(input, line: line, in: session) }
    return await session.handle(line)
  }

  /// Does what has waited longest, and tells that fewer wait.
  private func startNext() {
    run {
      guard let line = await self.takeNext() else { return true }
      return await self.perform(line)
    }
  }

  private func takeNext() async -> String? {
    guard let line = queue.lines.first else { return nil }
    await change { try $0.removeFirst() }
    await tellQueue()
    return line
  }

  private func tellQueue() async { await emit(.queue(queue.lines, isHeld: queue.isHeld)) }

  /// Changes the queue; that it can't be stored is told once.
  private func change(_ body: (inout MessageQueue) throws -> Void) async {
    do {
      try body(&queue)
    } catch {
      guard !hasToldFullDisk else { return }
      hasToldFullDisk = true
      await emit(.failure(.queueInMemory(error)))
    }
  }

  private func ended(_ isDone: Bool) {
    hasFailed = hasFailed || !isDone
    running = nil
    if !queue.isHeld, !queue.lines.isEmpty, !hasLeft {
      startNext()
    } else {
      for waiter in idleWaiters { waiter.resume() }
      idleWaiters = []
    }
  }

  // MARK: Commands

  /// Does the commands that never wait.
  ///
  /// - Returns: Whether it was one of them.
  private func doNow(_ command: SlashCommand, _ arguments: String, _ line: String) async -> Bool {
    switch command {
    case .help: await emit(.information(SlashCommand.helpText))
    case .log: await emit(.information(logPlace))
    case .cancel:
      if await !interrupt() { await emit(.information("Nothing is running.")) }
    case .queue: await manageQueue(arguments)
    case .quit:
      hasLeft = true
      running?.cancel()
    default: return false
    }
    await emit(.route(RoutedInput(intent: "command", text: line)))
    return true
  }

  private func manageQueue(_ arguments: String) async {
    let words = arguments.lowercased().split(separator: " ")
    switch words.first {
    case "go", "send":
      queue.isHeld = false
      if running == nil, !queue.lines.isEmpty { return startNext() }
    case "clear":
      await change { try $0.clear() }
    case "drop", "remove", "delete", "rm":
      if let number = words.dropFirst().first.flatMap({ Int($0) }),
        queue.lines.indices.contains(number - 1)
      {
        await change { try $0.remove(at: number - 1) }
      } else {
        await emit(.information("There is no message of that number."))
      }
    case let verb?:
      let word = TextSanitiser.singleLine(String(verb))
      await emit(.information("/queue does not know “\(word)”. It takes go, clear, or drop and a number."))
    case nil:
      let lines = queue.lines.enumerated().map {
        "\($0.offset + 1): \(TextSanitiser.singleLine($0.element))"
      }
      await emit(.information(lines.isEmpty ? "Nothing is queued." : lines.joined(separator: "\n")))
    }
    await tellQueue()
  }

  private func perform(_ input: SlashInput, line: String, in session: ChatSession) async -> Bool {
    guard case .command(let command, let arguments) = input else {
      if case .unknown(let name, let nearest) = input {
        let near = nearest.map { " Did you mean /\($0.rawValue)?" } ?? ""
        await emit(
          .failure(
            Failure(
              .usage, "There is no command /\(TextSanitiser.singleLine(name)).\(near)",
              hint: "Type /help to see them all.")))
      }
      return false
    }
    await emit(.route(route(of: command, arguments, line)))
    switch command {
    case .export: return await export(arguments, in: session)
    case .upload: return await session.upload(PathWords.split(arguments), then: "")
    case .credits: return await session.showCredits()
    case .status: return await session.showStatus()
    case .new: return await session.startAnew()
    case .sessions:
      await emit(.sessions(await session.rememberedSessions()))
      return true
    case .resume: return await session.start(resuming: arguments)
    case .open:
      guard let link = await session.browserLink() else { return false }
      await emit(.information("Look at it in a browser: \(link)"))
      return true
    case .save: return await save(arguments, in: session)
    case .help, .cancel, .queue, .log, .quit: return true
    }
  }

  private func route(of command: SlashCommand, _ arguments: String, _ line: String) -> RoutedInput {
    switch command {
    case .export:
      let export = ExportArguments(arguments)
      return RoutedInput(
        intent: "export", text: line, format: export.format, resolution: export.resolution, path: export.path)
    case .credits, .status, .upload: return RoutedInput(intent: command.rawValue, text: line)
    default: return RoutedInput(intent: "command", text: line)
    }
  }

  private func export(_ arguments: String, in session: ChatSession) async -> Bool {
    let export = ExportArguments(arguments)
    return await session.export(format: export.format, resolution: export.resolution, path: export.path)
  }

  private func save(_ path: String, in session: ChatSession) async -> Bool {
    guard let path = PathWords.split(path).first else {
      await emit(.failure(Failure(.usage, "Nothing was saved.", hint: "Name a file: /save talk.md")))
      return false
    }
    do {
      let path = session.located(path)
      try transcript.save(to: path)
      await emit(.information("Saved the conversation to \(TextSanitiser.singleLine(path))"))
      return true
    } catch {
      await emit(.failure(Failure(any: error, account: AccountFacts())))
      return false
    }
  }
}

extension Failure {
  /// What waits can't be stored.
  fileprivate static func queueInMemory(_ error: any Error) -> Failure {
    Failure(
      .disk, "What you type meanwhile waits in memory alone: \(error).",
      hint: "It is sent as usual, but would be lost if t2v ended. Make room in the state folder.")
  }
}
