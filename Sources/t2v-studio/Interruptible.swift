import Foundation
import Studio

/// Work that Ctrl-C ends in an orderly way: it is cancelled, and may clean up.
enum Interruptible {
  /// Does the work.
  /// - Returns: 0; 130 if SIGINT ended it, 1 if SIGTERM did.
  /// - Throws: what the work throws by itself.
  static func run(_ body: @escaping @Sendable () async throws -> Void) async throws -> Int32 {
    let work = Task { try await body() }
    let signals = Signals.stream(SIGINT, SIGTERM)
    let watch = Task<Int32, Never> {
      for await kind in signals {
        work.cancel()
        return kind == SIGINT ? 130 : 1
      }
      return 0
    }
    let result = await work.result
    watch.cancel()
    let code = await watch.value
    if code != 0 { return code }
    try result.get()
    return 0
  }
}
