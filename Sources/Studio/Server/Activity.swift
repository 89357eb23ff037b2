import Foundation
import Synchronization

/// Knows whether the studio is being used, so that one which nobody uses can end.
final class Activity: Sendable {
  private struct State {
    var running = 0
    var last: Date
  }

  private let state: Mutex<State>
  private let now: @Sendable () -> Date

  init(now: @escaping @Sendable () -> Date) {
    self.now = now
    state = Mutex(State(last: now()))
  }

  /// Something begins; it ends when the token is let go.
  func begin() -> Token {
    state.withLock { $0.running += 1 }
    return Token(activity: self)
  }

  /// Whether something is going on.
  var isRunning: Bool { state.withLock { $0.running > 0 } }

  /// For how many seconds nothing has been going on; 0 while something is.
  var idleSeconds: TimeInterval {
    let moment = now()
    return state.withLock { $0.running > 0 ? 0 : moment.timeIntervalSince($0.last) }
  }

  /// Something that is going on.
  final class Token: Sendable {
    private let activity: Activity

    fileprivate init(activity: Activity) { self.activity = activity }

    deinit {
      let moment = activity.now()
      activity.state.withLock {
        $0.running -= 1
        $0.last = moment
      }
    }
  }
}
