// Dispatch objects may be used from any thread; the Linux module does not say so yet.
@preconcurrency import Dispatch
import Foundation

/// Signals as values, for an orderly end.
public enum Signals {
  /// The signals of these kinds as they come. Their usual effect is off from here on.
  public static func stream(_ kinds: Int32...) -> AsyncStream<Int32> {
    let (signals, feed) = AsyncStream.makeStream(of: Int32.self)
    let sources = kinds.map { kind in
      signal(kind, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: kind, queue: .global())
      source.setEventHandler { feed.yield(kind) }
      source.resume()
      return source
    }
    feed.onTermination = { _ in for source in sources { source.cancel() } }
    return signals
  }
}
