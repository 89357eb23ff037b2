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
  static func presenter(_ options: EngineOptions, _ environment: ProgramEnvironment) -> any Presenter {
    let base: any Presenter =
      options.json
      ? JSONPresenter { OutputDescriptor.standardOutput.write($0) }
      : PlainPresenter(
        output: { OutputDescriptor.standardOutput.write($0) },
        diagnostics: { OutputDescriptor.standardError.write($0) })
    return options.verbose ? EventLog(base, folder: environment.folders.state) : base
  }
}
