import Dispatch

/// A door that a server's thread waits at and a test's task opens, once for good.
package final class DoorToThread: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  package init() {}

  package func open() { semaphore.signal() }

  package func wait() {
    semaphore.wait()
    semaphore.signal()
  }
}
