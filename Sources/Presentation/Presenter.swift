import Conversation

/// Draws the events of a session: for a person at a terminal, for a pipe, or as JSON lines.
public protocol Presenter: Sendable {
  /// Shows one event. It may wait until there is room for its output.
  func present(_ event: SessionEvent) async
}
