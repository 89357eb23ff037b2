import FoundationEssentials
import NemoVideo
import TimelineDraft
import Understanding

/// The session at the service: made, taken up, made anew, remembered and read.
extension ChatSession {
  /// What a session is made with before anything tells the language.
  private static let usualLanguage = "en"

  func currentRecord() throws(Failure) -> SessionRecord {
    guard let record else { throw .notConnected }
    return record
  }

  func makeSession() async throws {
    let session = try await service.createSession(language: language ?? Self.usualLanguage)
    adopt(
      SessionRecord(
        id: session.id, task: session.taskID, user: session.userID, created: now(), used: now()))
    isUntouched = true
    lastState = SessionState(draft: nil)
    filmOrigin = nil
    filmOrigins = [:]
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

  func takeUp(_ id: String) async throws {
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
    filmOrigin = known.film ?? known.prompt
    filmOrigins = [:]
    if let name = state.timeline.firstVideoName, let filmOrigin { filmOrigins[name] = filmOrigin }
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
    if record.prompt == nil { record.prompt = prompt.map(service.credentials.censor.censored) }
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
}

extension SessionRecord {
  /// A session that the user names and this machine has not seen.
  fileprivate init(unknown id: String, now: Date) { self.init(id: id, created: now, used: now) }
}
