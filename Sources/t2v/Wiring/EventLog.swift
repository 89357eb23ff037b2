import Conversation
import FoundationEssentials
import Presentation
import PrivateFiles
import Synchronization

/// A presenter that also keeps the events in `t2v.log` of the state folder, for `-v`.
final class EventLog: Presenter {
  private let next: any Presenter
  private let folder: PrivateFolder
  private let lines = Mutex<[String]>([])

  /// At most so many events are kept.
  private static let most = 5000

  /// Shows events by another presenter and keeps them.
  init(_ next: any Presenter, folder: PrivateFolder) {
    self.next = next
    self.folder = folder
  }

  func present(_ event: SessionEvent) async {
    let time = Date().formatted(.iso8601)
    let collector = JSONPresenter { line in
      self.lines.withLock { lines in
        lines.append("\(time) \(line)")
        if lines.count > Self.most { lines.removeFirst(Self.most / 10) }
      }
    }
    await collector.present(event)
    if case .turn = event { save() }
    if case .exported = event { save() }
    if case .failure = event { save() }
    await next.present(event)
  }

  private func save() {
    let text = lines.withLock { $0.joined() }
    // A log that can't be written must not stop the work that it is about.
    try? folder.write("t2v.log", Array(text.utf8))
  }
}
