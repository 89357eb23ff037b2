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
  var record: SessionRecord?
  /// What the session held at the last look.
  var lastState: SessionState?
  /// What the present film is made from: its prompt, or the first of its uploads; exports are named after it.
  var filmOrigin: String?
  /// What earlier films of this run were made from, by what their first clip is called: undo brings them back.
  var filmOrigins: [String: String] = [:]
  /// The file that was exported last in this run.
  public internal(set) var lastExport: ExportResult?
  /// Whether the clip on the timeline is as it was generated: the service may still add music, a title, effects.
  var isRaw = false
  /// Whether the cost of generation has been told in this session.
  var hasToldCost = false
  /// How long the credits may take where they are only good to know.
  private static let creditsLimit = Duration.seconds(10)

  /// The language of the session, once it is known: the user's, or that of the first message.
  var language: String?
  /// Whether nothing has been done in the session yet, so that it may be made anew.
  var isUntouched = false
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
}
