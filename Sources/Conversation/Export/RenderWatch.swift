import CurlHTTP
import MediaFormats
import NemoVideo

/// What to do after each status of a render, as a value: wait, fetch, give up, or leave it for the next start.
package struct RenderWatch: Sendable {
  /// What to do.
  package enum Step: Equatable {
    case wait(Duration)
    case fetch(url: String?)
    /// The service has given it up.
    case giveUp(Failure, mayBeRepeated: Bool)
    /// It stands still; it is neither lost nor failed.
    case leave(Failure)
  }

  private let stallLimit: Duration
  private let poll: Duration
  private var lastSeen: (word: String, fraction: Double?)?
  private var lastMove = Duration.zero

  package init(stallLimit: Duration, poll: Duration) {
    self.stallLimit = stallLimit
    self.poll = poll
  }

  /// Takes a status at a time since the watch began.
  package mutating func step(_ status: RenderStatus, at now: Duration) -> Step {
    switch status.phase {
    case .completed(let url): return .fetch(url: url)
    case .failed(let reason): return .giveUp(.renderFailed(reason), mayBeRepeated: true)
    case .expired: return .giveUp(.renderExpired, mayBeRepeated: false)
    case .cancelled: return .giveUp(.renderCancelled, mayBeRepeated: false)
    case .working:
      if let lastSeen, lastSeen.word == status.word, lastSeen.fraction == status.fraction {
        if now - lastMove >= stallLimit { return .leave(.renderStands) }
      } else {
        lastSeen = (status.word, status.fraction)
        lastMove = now
      }
      return .wait(status.retryAfter.map { .seconds($0) } ?? poll)
    }
  }
}

extension Failure {
  static func renderFailed(_ reason: String?) -> Failure {
    let words = reason.map { ": " + TextSanitiser.singleLine($0) } ?? ""
    return Failure(
      .renderFailed, "The render failed at the service\(words). The draft is untouched.",
      hint: "Type export to try again, or change the draft first.")
  }

  static let renderExpired = Failure(
    .renderFailed, "The service no longer keeps this render. The draft is untouched.",
    hint: "Type export to render it again.")

  static let renderCancelled = Failure(
    .renderFailed, "The render was cancelled at the service. The draft is untouched.",
    hint: "Type export to render it again.")

  static let renderUnknown = Failure(
    .renderFailed, "The service does not know this render any more.", hint: "Type export to render it again.")

  static let renderStands = Failure(
    .timeout, "The render makes no progress. It is not lost: t2v goes on with it at its next start.",
    hint: "Start t2v again later; it fetches the file by itself.")

  static func alreadyFetched(_ job: RenderJob) -> Failure {
    Failure(
      .usage, "Another t2v is working on this render.", hint: "Wait for it, or type export for a new one.")
  }

  static func notAVideo(_ job: RenderJob) -> Failure {
    Failure(
      .service, "What the service gave is no \(job.format.rawValue) file, so it was not saved.",
      hint: "The render is kept: start t2v again to fetch it once more, or type export for a new one.")
  }

  static func notFetched(_ error: (any Error)?) -> Failure {
    if let failure = error as? Failure { return failure }
    let reason =
      switch error {
      case let error as HTTPError: error.message
      case let error as HTTPStatusError: "the service answered with status \(error.status)"
      default: "nothing came"
      }
    return Failure(
      .network, "The video is rendered but could not be fetched: \(reason)",
      hint: "It is not lost: start t2v again and it goes on fetching.")
  }
}
