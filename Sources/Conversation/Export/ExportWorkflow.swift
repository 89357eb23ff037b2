import CurlHTTP
import MediaFormats
import NemoVideo
import PrivateFiles
import TimelineDraft

/// Makes a file of a draft: asks for the render, waits for it, fetches it, and never loses one (DESIGN.md, decision 3).
///
/// The job is on disk before the render is asked for, and goes when the file is complete. What fails on the way is
/// repeated as a question or a fetch; a new render is asked for once, and only after the service said `failed` or that
/// the id is taken (WIRE.md, "Errors").
struct ExportWorkflow: Sendable {
  let service: NemoService
  let jobs: RenderJobStore
  let timings: Timings
  let clock: any Clock<Duration>
  /// Makes a session in place of one that the service no longer knows, and tells so.
  let replaceSession: @Sendable () async throws -> SessionRecord
  let emit: @Sendable (SessionEvent) async -> Void

  /// Renders a draft and saves the file.
  ///
  /// - Throws: ``Failure``, ``ServiceError``, `HTTPError`, `CancellationError`; the job stays on disk unless the
  ///   service has given the render up.
  func export(_ draft: DraftDocument, as job: RenderJob) async throws -> ExportResult {
    var job = job
    var isSecondAttempt = false
    while true {
      try jobs.store(job)
      guard let claim = try jobs.claim(job) else { throw Failure.alreadyFetched(job) }
      defer { withExtendedLifetime(claim) {} }
      do {
        let status = try await submit(job, draft: draft)
        guard let id = status.id, !id.isEmpty, id != job.id else {
          return try await finish(job, from: status)
        }
        // The service has given it an id of its own.
        let renamed = try rename(job, to: id)
        job = renamed.job
        defer { withExtendedLifetime(renamed.claim) {} }
        return try await finish(job, from: status)
      } catch let error as RenderGivenUp {
        try? jobs.remove(job)
        guard error.mayBeRepeated, !isSecondAttempt else { throw error.failure }
      } catch let refusal as RenderRefused {
        // The service answered and did not take the render: there is nothing to come back for.
        try? jobs.remove(job)
        guard [.duplicate, .sessionUnknown].contains(refusal.error.kind), !isSecondAttempt else {
          throw refusal.error
        }
        if refusal.error.kind == .sessionUnknown {
          // The draft is at hand: it is rendered in the new session, whose own timeline is empty.
          let record = try await replaceSession()
          (job.session, job.task) = (record.id, record.task)
        }
      }
      isSecondAttempt = true
      job.id = Self.newID()
    }
  }

  /// Goes on with a job of an earlier start: asks and fetches, and never asks for a new render.
  ///
  /// - Returns: nil if another process works on it, or has finished it since it was listed.
  func resume(_ job: RenderJob) async throws -> ExportResult? {
    guard let claim = try jobs.claim(job) else { return nil }
    defer { withExtendedLifetime(claim) {} }
    guard let job = jobs.job(job.id) else {
      jobs.forgetClaim(of: job)
      return nil
    }
    do {
      return try await finish(job, from: nil)
    } catch let error as RenderGivenUp {
      try jobs.remove(job)
      throw error.failure
    }
  }

  private func rename(_ job: RenderJob, to id: String) throws -> (job: RenderJob, claim: FileClaim) {
    var renamed = job
    renamed.id = id
    try jobs.store(renamed)
    guard let claim = try jobs.claim(renamed) else { throw Failure.alreadyFetched(renamed) }
    try? jobs.remove(job)
    return (renamed, claim)
  }

  /// An id that no other render has.
  static func newID() -> String {
    "render_" + ClientIdentity.newUUID().filter { $0 != "-" }
  }

  // MARK: Steps

  /// Asks for the render. When the answer is lost, its status tells whether the call arrived.
  private func submit(_ job: RenderJob, draft: DraftDocument) async throws -> RenderStatus {
    var waits = timings.retries[...]
    var mayHaveArrived = false
    while true {
      do {
        return try await service.submitRender(
          id: job.id, session: job.session, draft: draft, options: job.options)
      } catch let error as ServiceError {
        if error.kind == .duplicate, mayHaveArrived { return try await ask(job, isFresh: true) }
        // A page of a gateway says nothing of what the service behind it did.
        guard error.isTransient else { throw RenderRefused(error: error) }
        mayHaveArrived = true
        guard let wait = waits.popFirst() else { throw error }
        try await clock.sleep(for: wait)
      } catch let error as HTTPError {
        guard error.isPassing else { throw RenderGivenUp(failure: Failure(error), mayBeRepeated: false) }
        mayHaveArrived = mayHaveArrived || error.mayHaveReachedServer
        guard let wait = waits.popFirst() else {
          if mayHaveArrived { throw error }
          throw RenderGivenUp(failure: Failure(error), mayBeRepeated: false)
        }
        try await clock.sleep(for: wait)
      }
      if mayHaveArrived, let status = try await statusIfKnown(job) { return status }
    }
  }

  /// The status of a render; nil if the service says that it does not know it.
  ///
  /// While that is open the render must not be asked for again.
  private func statusIfKnown(_ job: RenderJob) async throws -> RenderStatus? {
    do {
      return try await ask(job, isFresh: false)
    } catch let error as RenderGivenUp where error.isUnknown {
      return nil
    }
  }

  /// Waits for a render and fetches its file.
  private func finish(_ job: RenderJob, from first: RenderStatus?) async throws -> ExportResult {
    let url = try await waitForCompletion(job, from: first)
    let job = try await fetch(job, url: url)
    let path = try FinishedFile.place(job)
    guard let length = FinishedFile.length(of: path, as: job.format) else { throw Failure.cannotWrite(path) }
    try jobs.remove(job)
    let session = ServiceSession(id: job.session, taskID: job.task)
    let link = try? await service.claimLink(of: session)
    return ExportResult(
      path: path, bytes: length, format: job.format, render: job.id,
      link: link.map(TextSanitiser.singleLine), width: job.width, height: job.height,
      durationMS: job.durationMS)
  }

  // MARK: Waiting

  private func waitForCompletion(_ job: RenderJob, from first: RenderStatus?) async throws -> String? {
    var watch = RenderWatch(stallLimit: timings.renderStall, poll: timings.poll)
    let elapsed = stopwatch(clock)
    var status = first
    var fraction = 0.0
    while true {
      if let status {
        switch watch.step(status, at: elapsed()) {
        case .wait(let wait):
          // An answer without progress leaves the bar where it is, and only the end fills it.
          fraction = min(0.99, status.fraction ?? fraction)
          await emit(.progress(Progress(.render, fraction)))
          try await clock.sleep(for: wait)
        case .fetch(let url):
          await emit(.progress(Progress(.render, 1)))
          return url
        case .giveUp(let failure, let mayBeRepeated):
          throw RenderGivenUp(failure: failure, mayBeRepeated: mayBeRepeated)
        case .leave(let failure): throw failure
        }
      }
      status = try await ask(job, isFresh: first != nil)
    }
  }

  /// Asks for the status; what does not get through is asked again with growing waits.
  ///
  /// - Parameter isFresh: Whether the service has just taken the render, and may only be slow to know it.
  private func ask(_ job: RenderJob, isFresh: Bool) async throws -> RenderStatus {
    var waits = timings.retries[...]
    while true {
      do {
        return try await service.renderStatus(job.id)
      } catch let error as ServiceError where error.kind == .notFound {
        guard isFresh, let wait = waits.popFirst() else {
          throw RenderGivenUp(failure: .renderUnknown, mayBeRepeated: false, isUnknown: true)
        }
        try await clock.sleep(for: wait)
      } catch let error as ServiceError {
        guard let wait = waits.popFirst() else { throw StatusUnread(error: error) }
        try await clock.sleep(for: wait)
      } catch let error as HTTPError {
        guard error.isPassing, let wait = waits.popFirst() else { throw error }
        try await clock.sleep(for: wait)
      }
    }
  }
}

/// The service has given a render up: it will not become a file.
private struct RenderGivenUp: Error {
  let failure: Failure
  /// Whether asking for it anew, once, makes sense.
  let mayBeRepeated: Bool
  /// Whether the service knows no such render.
  var isUnknown = false
}

/// The service has not told how a render is, however often it was asked.
struct StatusUnread: Error {
  let error: ServiceError
}

/// The service has refused to take a render.
private struct RenderRefused: Error {
  let error: ServiceError
}

extension ServiceError {
  /// Whether the answer is of a gateway or a moment, and says nothing of what was asked for.
  fileprivate var isTransient: Bool { kind == .unreadable || (kind == .other && (status ?? 0) >= 500) }
}
