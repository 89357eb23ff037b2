import FoundationEssentials
import NemoVideo
import PrivateFiles
import TimelineDraft
import Understanding

/// A conversation with the service: takes what the user types and tells everything that comes of it as events.
///
/// It does one thing at a time; whoever calls it queues. Cancelling the task of a call stops waiting, never the work
/// at the service. It neither prints nor reads a terminal.
public actor ChatSession {
  let service: NemoService
  let settings: SessionSettings
  let router: IntentRouter
  let sessions: SessionStore
  let jobs: RenderJobStore
  let now: @Sendable () -> Date
  let emit: @Sendable (SessionEvent) async -> Void

  /// The session at the service, once there is one.
  private(set) var record: SessionRecord?
  /// What the session held at the last look.
  var lastState: SessionState?
  /// The prompt that the present film was made from; exports are named after it.
  var filmPrompt: String?
  /// The file that was exported last in this run.
  public internal(set) var lastExport: ExportResult?
  /// Whether the clip on the timeline is as it was generated: the service may still add music, a title, effects.
  var isRaw = false
  /// Whether the cost of generation has been told in this session.
  var hasToldCost = false
  /// How long the credits may take where they are only good to know.
  private static let creditsLimit = Duration.seconds(10)

  /// What a session is made with before anything tells the language.
  private static let usualLanguage = "en"

  /// The language of the session, once it is known: the user's, or that of the first message.
  private var language: String?
  /// Whether nothing has been done in the session yet, so that it may be made anew.
  private var isUntouched = false
  /// The credits at the last look.
  var lastCredits: CreditBalance?

  /// Makes a session; ``start(resuming:tellsTimeline:)`` connects it.
  ///
  /// - Parameters:
  ///   - service: The calls of the service.
  ///   - settings: What stays the same for the whole session.
  ///   - state: The state folder, for sessions and unfinished renders.
  ///   - serviceName: A name of the service that stays the same: its origin, or `studio`.
  ///   - fileExists: Whether a path names a file, for telling paths from prose.
  ///   - now: The present time, for the age of sessions.
  ///   - emit: Takes each event; it may wait, which slows the reading of a stream (back-pressure).
  public init(
    service: NemoService, settings: SessionSettings, state: PrivateFolder, serviceName: String,
    fileExists: @escaping @Sendable (String) -> Bool, now: @escaping @Sendable () -> Date = { Date() },
    emit: @escaping @Sendable (SessionEvent) async -> Void
  ) {
    self.service = service
    self.settings = settings
    language = settings.language
    router = IntentRouter(home: settings.home, fileExists: fileExists)
    sessions = SessionStore(state: state, service: serviceName)
    jobs = RenderJobStore(state: state, service: serviceName)
    self.now = now
    let censor = service.credentials.censor
    self.emit = { event in await emit(event.mapTexts(censor.censored)) }
  }

  /// Connects: gets a token, makes a session or takes up an old one, reads the credits.
  ///
  /// - Parameters:
  ///   - id: The id of a session, or its start; an empty text for the one used last; nil for a new one.
  ///   - tellsTimeline: Whether what a session taken up holds is told.
  /// - Returns: Whether it worked; what went wrong has been told.
  public func start(resuming id: String? = nil, tellsTimeline: Bool = true) async -> Bool {
    await emit(.connecting)
    let isDone = await telling {
      if let id {
        try await takeUp(id.trimmed)
      } else {
        try await makeSession()
      }
      let credits = try? await service.credits(within: Self.creditsLimit)
      lastCredits = credits
      let session = try currentRecord()
      await emit(.ready(studio: settings.studio, session: session.id, credits: credits?.available))
      if id != nil, tellsTimeline { await recall(session) }
    }
    if !isDone { await emit(.activity(nil)) }
    return isDone
  }

  /// Tells the last turns and the timeline of a session that was taken up.
  private func recall(_ session: SessionRecord) async {
    if !session.turns.isEmpty { await emit(.recalled(session.turns)) }
    if let timeline = lastState?.timeline, !timeline.tracks.isEmpty { await tell(timeline) }
  }

  /// Starts a new session in place of the present one, with an empty timeline.
  public func startAnew() async -> Bool {
    await telling {
      try await makeSession()
      let session = try currentRecord()
      await emit(.ready(studio: settings.studio, session: session.id, credits: lastCredits?.available))
    }
  }

  /// Understands and does what the user typed.
  ///
  /// - Returns: Whether everything that was asked for went well.
  public func handle(_ text: String) async -> Bool {
    let route = router.route(text)
    await emit(
      .route(
        RoutedInput(
          intent: route.intent.rawValue, text: text, format: route.format, resolution: route.resolution,
          path: route.path)))
    switch route.intent {
    case .export: return await export(format: route.format, resolution: route.resolution, path: route.path)
    case .credits: return await showCredits()
    case .status: return await showStatus()
    case .upload: return await upload(route.paths, then: route.rest)
    case .message:
      guard let then = route.thenExport else { return await converse(text) }
      let message = route.rest.isEmpty ? text : route.rest
      guard await talk(message, exportFollows: true) else { return false }
      return await export(format: then.format, resolution: then.resolution, path: then.path)
    }
  }

  /// Tells the credits.
  public func showCredits() async -> Bool {
    await telling {
      let credits =
        try await record == nil ? service.credits() : withSession { _ in try await service.credits() }
      lastCredits = credits
      await emit(.credits(credits))
    }
  }

  /// Tells what is on the timeline.
  public func showStatus() async -> Bool {
    var hasExtras = false
    let isTold = await telling {
      let before = lastState
      let state = try await readState()
      hasExtras = hasGainedExtras(since: before)
      await tell(state.timeline)
    }
    // The service's second stage may end after its stream.
    guard hasExtras, let isStripped = await offerToStrip() else { return isTold }
    return isStripped && isTold
  }

  /// The link by which a browser opens the session.
  ///
  /// - Returns: nil when it cannot be had; that has been told.
  public func browserLink() async -> String? {
    var link: String?
    _ = await telling {
      let record = try currentRecord()
      link = try await service.claimLink(of: ServiceSession(id: record.id, taskID: record.task))
    }
    return link.map(TextSanitiser.singleLine)
  }

  /// The sessions that this machine remembers, the one used last first.
  public func rememberedSessions() -> [SessionRecord] { sessions.records() }

  /// The folder for files of ours.
  public nonisolated var outputFolder: String { settings.outputFolder }

  /// The id of the present session.
  public var sessionID: String? { record?.id }

  // MARK: The session at the service

  func currentRecord() throws(Failure) -> SessionRecord {
    guard let record else { throw .notConnected }
    return record
  }

  private func makeSession() async throws {
    let session = try await service.createSession(language: language ?? Self.usualLanguage)
    adopt(
      SessionRecord(
        id: session.id, task: session.taskID, user: session.userID, created: now(), used: now()))
    isUntouched = true
    lastState = SessionState(draft: nil)
    filmPrompt = nil
    isRaw = false
    hasToldCost = false
    try remember()
  }

  /// Makes an untouched session anew in the language of its first message, when the user's locale names none.
  func settleLanguage(by message: String) async throws {
    defer { isUntouched = false }
    guard isUntouched, language == nil, let code = MessageLanguage.code(of: message) else { return }
    language = code
    guard code != Self.usualLanguage else { return }
    if let record { try? sessions.remove(record) }
    try await makeSession()
  }

  /// Stores that the session holds something.
  func touch() throws {
    isUntouched = false
    try remember(isTouched: true)
  }

  private func takeUp(_ id: String) async throws {
    guard
      let known = id.isEmpty ? sessions.latest : sessions.record(id) ?? SessionRecord(unknown: id, now: now())
    else { throw Failure.noSession }
    let state: SessionState
    do {
      state = try await service.state(of: known.id)
    } catch let error as ServiceError where error.kind == .sessionUnknown && record == nil {
      adopt(known)
      return try await replaceSession()
    }
    // Only now: an id that leads nowhere leaves the present session as it is.
    adopt(known)
    filmPrompt = known.prompt
    hasToldCost = false
    lastState = state
  }

  private func adopt(_ record: SessionRecord) {
    self.record = record
    isUntouched = false
  }

  /// Tells a timeline, its names made safe.
  func tell(_ timeline: Timeline) async { await emit(.timeline(timeline.renamed(TextSanitiser.singleLine))) }

  /// Stores that the session was used, and its first prompt.
  ///
  /// - Parameter isTouched: Whether something is being sent to it.
  func remember(prompt: String? = nil, isTouched: Bool = false) throws {
    guard var record else { return }
    record.used = now()
    record.isTouched = record.isTouched || isTouched || prompt != nil
    if record.prompt == nil { record.prompt = prompt }
    self.record = record
    try sessions.store(record)
  }

  /// Changes and stores what is known of the session. What can't be stored is only missing from a list.
  func changeRecord(_ change: (inout SessionRecord) -> Void) {
    guard var record else { return }
    change(&record)
    self.record = record
    try? sessions.store(record)
  }

  /// Does a call on the session. One that the service no longer knows is replaced by a new one, once, and that is told
  /// (WIRE.md, code 1002).
  func withSession<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let record = try currentRecord()
    do {
      return try await body(record.id)
    } catch let error as ServiceError where error.kind == .sessionUnknown {
      try await replaceSession()
      return try await body(try currentRecord().id)
    }
  }

  /// Makes a new session in place of one that the service no longer knows, and tells so.
  func replaceSession() async throws {
    if let record { try? sessions.remove(record) }
    try await makeSession()
    await emit(
      .notice("The service no longer knew this session, so a new one was made. Its timeline is empty."))
  }

  /// Reads the state and keeps it.
  func readState() async throws -> SessionState {
    let state = try await withSession { try await service.state(of: $0) }
    lastState = state
    return state
  }

  // MARK: Failures

  /// Does something and tells what goes wrong.
  ///
  /// - Returns: Whether it went well. False also when the task was cancelled, which is not told here.
  func telling(_ body: () async throws -> Void) async -> Bool {
    do {
      try await body()
      return true
    } catch is CancellationError {
      return false
    } catch {
      await emit(.failure(await failure(error)))
      return false
    }
  }

  /// An error in words for this account.
  func failure(_ error: any Error) async -> Failure { Failure(any: error, account: await account()) }

  func account() async -> AccountFacts {
    // Nobody is asked here: this words failures, of the network among others.
    let token = await service.credentials.known
    return AccountFacts(
      isRegistered: token?.isRegistered ?? false, tokenSource: token?.source ?? .anonymous,
      userID: token?.userID ?? record?.user, webURL: service.webURL)
  }
}

extension SessionRecord {
  /// A session that the user names and this machine has not seen.
  fileprivate init(unknown id: String, now: Date) { self.init(id: id, created: now, used: now) }
}

extension Failure {
  static let notConnected = Failure(
    .network, "There is no connection to the service yet.", hint: "Check the connection and start t2v again.")

  static let noSession = Failure(
    .usage, "There is no session to go on with yet.", hint: "Start t2v and describe a video first.")
}
