import Conversation
import Logging
import Presentation

/// A presenter that also logs the events, for `-v`.
struct EventLog: Presenter {
  private let next: any Presenter
  private let logger: Logger

  /// Shows events by another presenter and logs them.
  init(_ next: any Presenter, logger: Logger) {
    self.next = next
    self.logger = logger
  }

  func present(_ event: SessionEvent) async {
    let presenter = JSONPresenter { line in
      logger.info("\(line.dropLast())")
    }
    await presenter.present(event)
    await next.present(event)
  }
}
