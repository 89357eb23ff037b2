import CurlHTTP
import Synchronization

/// Hears of a download from the client's thread: keeps what tells its file from another, and stops one that grows too
/// large.
final class DownloadWatch: Sendable {
  private struct State {
    var last: DownloadValidator?
    var isTooLarge = false
    var stop: (@Sendable () -> Void)?
  }

  /// What tells the file from another, when it becomes known or changes.
  let validators: AsyncStream<DownloadValidator>
  private let feed: AsyncStream<DownloadValidator>.Continuation
  private let state = Mutex(State())
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    (validators, feed) = AsyncStream.makeStream()
  }

  /// What was heard last.
  var last: DownloadValidator? { state.withLock { $0.last } }
  /// Whether the download was stopped because it grew too large.
  var isTooLarge: Bool { state.withLock { $0.isTooLarge } }

  /// Ends the download.
  var stop: (@Sendable () -> Void)? {
    get { state.withLock { $0.stop } }
    set {
      let isLate = state.withLock { state in
        state.stop = newValue
        return state.isTooLarge
      }
      if isLate { newValue?() }
    }
  }

  /// Takes news.
  func hear(_ progress: DownloadProgress) {
    let (isNew, stop) = state.withLock { state -> (Bool, (@Sendable () -> Void)?) in
      let isNew = state.last != progress.validator
      state.last = progress.validator
      guard max(progress.received, progress.total ?? 0) > limit else { return (isNew, nil) }
      state.isTooLarge = true
      return (isNew, state.stop)
    }
    if isNew { feed.yield(progress.validator) }
    stop?()
  }

  /// Ends the stream.
  func finish() { feed.finish() }
}
