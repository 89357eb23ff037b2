import Dispatch
import Glibc

/// SIGINT in a pipe: told as an event instead of ending the process in the middle of something.
final class InterruptSignal {
  private let source: any DispatchSourceSignal

  /// Calls `body` for each SIGINT as long as this lives.
  init(_ body: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler(handler: DispatchWorkItem(block: body))
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
