import CurlHTTP
import FoundationEssentials
import Synchronization

/// Clips of a server that speaks OpenAI's asynchronous videos API.
///
/// A job is saved before it is sent, and again with the server's id, so whoever finds it later goes on with it. What the
/// server may have taken without saying so is looked for in its list before it is sent again. Asking back is done with
/// growing waits, never sooner than the server wishes; a download that breaks off goes on where it was.
public final class ModelGenerator: ClipGenerator {
  let client: VideosAPIClient
  let settings: GeneratorSettings
  let clock: any Clock<Duration>
  private let now: @Sendable () -> Date
  private let form: Mutex<(fields: VideoForm.Fields, encoding: VideoForm.Encoding)>
  private let remote: RemoteJobs

  /// What it takes by its name.
  public let limits: EngineLimits

  /// The longest video that is taken, in bytes.
  public static let fileLimit = 2_000_000_000
  /// So many refusals in a row, of one call, are taken before the user is asked.
  static let patience = 6

  /// A generator for a server.
  /// - Parameters:
  ///   - settings: which server, and how.
  ///   - http: makes the calls.
  ///   - clock: waits between calls; tests bring their own.
  ///   - now: the time that is written down, and against which a server's dates are counted.
  public init(
    _ settings: GeneratorSettings, http: HTTPClient, clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.settings = settings
    self.clock = clock
    self.now = now
    client = VideosAPIClient(http: http, settings: settings, now: now)
    remote = RemoteJobs(client: client, now: now)
    let limits = EngineLimits.of(model: settings.model, host: settings.host)
    self.limits = limits
    form = Mutex((limits.isPublishedFormOnly ? .published : .extended, .multipart))
  }

  /// The model and its host.
  public var engine: EngineName { EngineName(model: settings.model, host: settings.host) }

  /// Asks for the server's list, which not every server has: one that answers at all may be well.
  public func check() async -> GenerationError? {
    do {
      _ = try await client.newest()
    } catch VideosAPIClient.Failure.complaint(let complaint) {
      let isTrouble = complaint.isPassing || [401, 403].contains(complaint.status)
      return isTrouble ? error(complaint) : nil
    } catch VideosAPIClient.Failure.network(let failure) {
      return unreachable(failure)
    } catch {
      return .badAnswer(detail: "its list of videos is none")
    }
    return nil
  }

  /// Learns which of the server's jobs belong to clips, before others look for theirs in its list.
  public func recognise(_ remoteIDs: Set<String>) {
    remote.add(remoteIDs)
  }

  /// Sends the job unless it is under way, waits for it, and fetches the video.
  public func make(
    _ job: ClipJob, into file: String, save: @escaping @Sendable (ClipJob) async throws -> Void
  ) async throws -> GeneratedClip {
    var job = job
    let id = try await remoteID(of: &job, save)
    try await wait(for: id, &job, save)
    try await fetch(id, &job, into: file, save)
    return .footage
  }

  /// Deletes the job on the server. One whose answer nobody has read is looked for in the server's list, twice: it may
  /// be on its way there.
  public func abandon(_ job: ClipJob) async {
    if let id = job.remoteID {
      try? await client.delete(id)
      return
    }
    guard let sent = job.sent else { return }
    do {
      var found = try await remote.find(job.order.prompt, since: sent, within: VideosAPIClient.longestSending)
      if found == nil {
        try await clock.sleep(for: .seconds(1))
        found = try await remote.find(job.order.prompt, since: sent, within: VideosAPIClient.longestSending)
      }
      if let found { try await client.delete(found) }
    } catch {
      // There is nobody to be told.
    }
  }

  // MARK: Sending

  private func remoteID(
    of job: inout ClipJob, _ save: (ClipJob) async throws -> Void
  ) async throws -> String {
    if let known = job.remoteID { return known }
    var backoff = Backoff()
    var failures = 0
    var corrections = 0
    // An earlier process may have sent it and not lived to read the answer.
    var mayBeThere = job.sent != nil
    while true {
      try Task.checkCancellation()
      var asked: Duration?
      do {
        if mayBeThere, let sent = job.sent,
          let found = try await remote.find(job.order.prompt, since: sent)
        {
          return try await keep(found, &job, save)
        }
        if !mayBeThere { job.sent = now() }
        try await save(job)
        let (fields, encoding) = form.withLock { $0 }
        let request = VideoForm(order: job.order, model: settings.model, limits: limits)
        return try await keep(try await client.create(request, fields, encoding).id, &job, save)
      } catch VideosAPIClient.Failure.complaint(let complaint) {
        if corrections < 2, correct(after: complaint, hasReference: job.order.reference != nil) {
          corrections += 1
          continue
        }
        // A server, or a proxy before it, may have trouble after it has taken a job.
        if complaint.status == 408 || complaint.status >= 500 { mayBeThere = true }
        failures += 1
        guard complaint.isPassing, failures < Self.patience else {
          if !mayBeThere { try await unsend(&job, save) }
          throw error(complaint)
        }
        asked = complaint.retryAfter
      } catch VideosAPIClient.Failure.network(let failure) {
        try Task.checkCancellation()
        if failure.mayHaveReachedServer { mayBeThere = true }
        failures += 1
        guard failures < 3 else {
          if !mayBeThere { try await unsend(&job, save) }
          throw unreachable(failure)
        }
      } catch VideosAPIClient.Failure.unreadable(let detail) {
        throw GenerationError.badAnswer(detail: detail)
      }
      try await clock.sleep(for: backoff.wait(atLeast: asked))
    }
  }

  /// Notes that the server has not taken a job, so that nobody looks for it there.
  private func unsend(_ job: inout ClipJob, _ save: (ClipJob) async throws -> Void) async throws {
    job.sent = nil
    try await save(job)
  }

  private func keep(
    _ id: String, _ job: inout ClipJob, _ save: (ClipJob) async throws -> Void
  ) async throws -> String {
    remote.add([id])
    job.remoteID = id
    do {
      try await save(job)
    } catch {
      // Nobody has it written down: whoever goes on with the clip finds it in the list.
      remote.remove(id)
      throw error
    }
    return id
  }

  /// Learns from a refusal how this server wants to be asked.
  /// - Returns: whether there is another way to try.
  private func correct(after complaint: ServerComplaint, hasReference: Bool) -> Bool {
    guard complaint.status == 400 || complaint.status == 422 else { return false }
    let text = complaint.text.lowercased()
    return form.withLock { form in
      if !hasReference, form.encoding == .multipart, text.contains("input_reference"),
        text.contains("required")
      {
        form.encoding = .json
        return true
      }
      let isUnknown = [
        "unknown", "unrecognized", "unexpected", "not permitted", "unsupported", "extra", "invalid",
      ]
      .contains { text.contains($0) }
      let isExtension = ["num_frames", "fps", "seed", "size", "seconds"].contains { text.contains($0) }
      guard form.fields == .extended, isUnknown, isExtension else { return false }
      form.fields = .published
      return true
    }
  }

  // MARK: Waiting

  private func wait(
    for id: String, _ job: inout ClipJob, _ save: (ClipJob) async throws -> Void
  ) async throws {
    var backoff = Backoff()
    var failures = 0
    while true {
      var asked: Duration?
      do {
        let video = try await client.retrieve(id)
        failures = 0
        if video.progress != job.progress {
          job.progress = video.progress
          try await save(job)
        }
        switch video.status {
        case .completed: return
        case .failed:
          let failure = video.error
          throw GenerationError.failed(
            code: ServerComplaint.line(failure?.code ?? "", key: settings.key),
            detail: ServerComplaint.line(failure?.message ?? "", key: settings.key))
        case .queued, .inProgress: break
        }
      } catch VideosAPIClient.Failure.complaint(let complaint) {
        if complaint.status == 404 || complaint.status == 410 { throw GenerationError.jobLost }
        failures += 1
        guard complaint.isPassing, failures < Self.patience else { throw error(complaint) }
        asked = complaint.retryAfter
      } catch VideosAPIClient.Failure.network(let failure) {
        try Task.checkCancellation()
        failures += 1
        guard failures < Self.patience else { throw unreachable(failure) }
      } catch VideosAPIClient.Failure.unreadable(let detail) {
        throw GenerationError.badAnswer(detail: detail)
      }
      try await clock.sleep(for: backoff.wait(atLeast: asked))
    }
  }

  // MARK: Errors

  func error(_ complaint: ServerComplaint) -> GenerationError {
    switch complaint.status {
    case 401, 403: .keyRefused(host: settings.host)
    case 429: .busy(host: settings.host, detail: complaint.text)
    case 500...: .serverTrouble(status: complaint.status, detail: complaint.text)
    default: .refused(status: complaint.status, detail: complaint.text)
    }
  }

  func unreachable(_ failure: HTTPError) -> GenerationError {
    var detail = failure.message
    while detail.last == "." { detail.removeLast() }
    return .unreachable(host: settings.host, detail: detail)
  }
}
