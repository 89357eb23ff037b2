import RawJSON
import TimelineDraft

/// Drafts and states.
enum DraftFuzzing {
  /// A draft has a summary in one line, goes back as it came, and is the same as itself.
  static func read(_ bytes: [UInt8]) {
    guard let value = JSONValue(bytes), let draft = DraftDocument(inAnswer: value) else { return }
    precondition(draft.saysTheSame(as: draft), "a draft differs from itself")
    precondition(draft.bytes.count <= bytes.count, "a draft grows")
    _ = draft.timeline.summary
    _ = TimelineDiff(from: Timeline(tracks: []), to: draft.timeline)
    _ = TimelineDiff(from: draft.timeline, to: draft.timeline)
  }
}
