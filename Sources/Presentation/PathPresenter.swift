import Conversation

/// Draws events for a script that wants files: the path of each finished file alone on standard output, everything else
/// on standard error.
public struct PathPresenter: Presenter {
  private let plain: PlainPresenter
  private let output: @Sendable (String) -> Void

  /// Writes paths by `output`, a line each, and everything else by `diagnostics`.
  public init(
    output: @escaping @Sendable (String) -> Void, diagnostics: @escaping @Sendable (String) -> Void
  ) {
    plain = PlainPresenter(output: diagnostics, diagnostics: diagnostics)
    self.output = output
  }

  /// Writes what the event has to say.
  public func present(_ event: SessionEvent) async {
    await plain.present(event)
    if case .exported(let file) = event { output(file.path + "\n") }
  }
}
