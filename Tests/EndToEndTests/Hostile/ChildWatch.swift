import Foundation
import Synchronization

/// Looks, again and again, at the arguments of all processes of a sandbox.
final class ChildWatch: Sendable {
  private let seen = Mutex<Set<String>>([])
  private let isOver = Mutex(false)

  /// Starts looking.
  init(_ sandbox: Sandbox) {
    let folder = sandbox.folder
    Thread.detachNewThread { [self] in
      while !isOver.withLock({ $0 }) {
        for process in ProcessTable.processes(of: folder) {
          let words = FileManager.default.contents(atPath: "/proc/\(process.id)/cmdline") ?? Data()
          _ = seen.withLock { $0.insert(String(decoding: words, as: UTF8.self)) }
        }
        usleep(20_000)
      }
    }
  }

  /// Stops looking.
  ///
  /// - Returns: All arguments that were seen.
  func stop() -> String {
    isOver.withLock { $0 = true }
    return seen.withLock { $0.joined(separator: "\n") }
  }
}
