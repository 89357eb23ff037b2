import Glibc
import Synchronization

/// The thread on which an editor works, and the way to end it.
final class EditorThread: Sendable {
  private let mailbox: Mailbox
  private let identifier: Mutex<pthread_t?>

  /// Starts the thread.
  /// - Parameter loop: belongs to the new thread alone from here on.
  init(running loop: sending EditorLoop, mailbox: Mailbox) throws(LineEditorError) {
    self.mailbox = mailbox
    let reference = Unmanaged.passRetained(loop).toOpaque()
    var identifier = pthread_t()
    guard pthread_create(&identifier, nil, { EditorLoop.threadBody($0) }, reference) == 0 else {
      Unmanaged<EditorLoop>.fromOpaque(reference).release()
      throw .noEngine
    }
    self.identifier = Mutex(identifier)
  }

  /// Asks the editor to give the terminal back, and returns when it has. What was printed before is on the screen then.
  func close() {
    mailbox.post { $0.isClosing = true }
    identifier.withLock { identifier in
      guard let thread = identifier else { return }
      identifier = nil
      // From a callback (completion, hint) it ends by itself when the callback returns.
      if pthread_equal(thread, pthread_self()) != 0 {
        pthread_detach(thread)
      } else {
        pthread_join(thread, nil)
      }
    }
  }
}
