import NemoVideo
import TimelineDraft

extension SessionEvent {
  /// The event with each text that came from outside replaced.
  func mapTexts(_ change: (String) -> String) -> SessionEvent {
    switch self {
    case .text(let text): .text(change(text))
    case .notice(let text): .notice(change(text))
    case .information(let text): .information(change(text))
    case .activity(let text): .activity(text.map(change))
    case .waiting(let reason, let seconds): .waiting(reason: change(reason), seconds: seconds)
    case .tool(let name, let phase): .tool(name: change(name), phase: phase)
    case .timeline(let timeline): .timeline(timeline.renamed(change))
    case .uploaded(let files):
      .uploaded(
        files.map {
          UploadedFile(
            name: change($0.name), type: change($0.type), url: $0.url.map(change), duration: $0.duration)
        })
    case .exported(var result):
      {
        result.link = result.link.map(change)
        return .exported(result)
      }()
    case .failure(let failure):
      .failure(Failure(failure.code, change(failure.message), hint: change(failure.hint)))
    case .recalled(let turns):
      .recalled(turns.map { RecordedTurn(message: change($0.message), reply: change($0.reply)) })
    case .connecting, .ready, .route, .endOfText, .heartbeat, .progress, .credits, .queue, .sessions, .turn:
      self
    }
  }
}
