import Conversation
import Presentation
import PrivateFiles

/// Hands events to the transcript and the presenter.
struct Sink: Sendable {
  let presenter: any Presenter
  let transcript: Transcript

  /// Takes one event.
  func take(_ event: SessionEvent) async {
    transcript.note(event)
    await presenter.present(event)
  }

  /// The presenter for output that no terminal's editor guards.
  ///
  /// - Parameter pathsOnly: Whether standard output gets the paths of finished files alone.
  static func presenter(
    _ options: EngineOptions, log: ProgramLog, pathsOnly: Bool = false
  ) -> any Presenter {
    let output: @Sendable (String) -> Void = { OutputDescriptor.standardOutput.write($0) }
    let diagnostics: @Sendable (String) -> Void = { OutputDescriptor.standardError.write($0) }
    let base: any Presenter =
      if options.json {
        JSONPresenter(write: output)
      } else if pathsOnly {
        PathPresenter(output: output, diagnostics: diagnostics)
      } else {
        PlainPresenter(output: output, diagnostics: diagnostics)
      }
    return options.verbose ? EventLog(base, logger: log.logger("events")) : base
  }
}
