import Conversation
import LineEditing
import Synchronization
import TimelineDraft

/// What the prompt knows of the conversation, for hints and completion: the last events, read on the editor's thread.
final class ChatState: Sendable {
  private struct Facts {
    var studio: StudioKind?
    var timeline: Timeline?
    var hasExported = false
    var isBusy = false
  }

  private let facts = Mutex(Facts())

  /// The engine, once connected.
  var studio: StudioKind? { facts.withLock { $0.studio } }

  /// Takes an event.
  func note(_ event: SessionEvent) {
    facts.withLock { facts in
      switch event {
      case .ready(let studio, _, _):
        facts.studio = studio
        facts.timeline = nil
        facts.hasExported = false
      case .timeline(let timeline):
        facts.timeline = timeline
        facts.hasExported = false
      case .exported: facts.hasExported = true
      case .route: facts.isBusy = true
      case .turn, .failure, .credits, .uploaded: facts.isBusy = false
      default: break
      }
      if case .exported = event { facts.isBusy = false }
    }
  }

  /// What could be done next, for an empty prompt; nil where the greeting says it, or something runs.
  var nextStep: Hint? {
    let facts = facts.withLock { $0 }
    guard !facts.isBusy, let timeline = facts.timeline, timeline.tracks.contains(where: { $0.kind == .video })
    else {
      return nil
    }
    if facts.hasExported { return Hint("change something and export again · /new for another film") }
    let hasMusic = timeline.tracks.contains { $0.kind == .audio }
    let hasTitle = timeline.tracks.contains { $0.kind == .text }
    let steps = [hasMusic ? "change the music" : "add music", hasTitle ? "change the title" : "add a title"]
    return Hint((steps + ["export"]).joined(separator: " · "))
  }
}
