import NemoVideo

/// What the stream of a reply says, each thing once.
public enum ReplyPart: Sendable, Equatable {
  /// Words of the answer, as they came: not yet sanitised or translated.
  case text(String)
  /// The service started a tool.
  case toolStarted(name: String)
  /// The tool has answered, be it that it failed.
  case toolEnded(name: String, hasFailed: Bool = false)
  /// The stream is alive and says nothing.
  case keepAlive
  /// The stream reports an error of WIRE.md's table.
  case failed(ServiceError)
  /// The service words its own trouble instead of an answer.
  case serviceTrouble(String)
  /// A line that is none of the known forms.
  case notUnderstood
}

extension [ReplyPart] {
  /// Appends what comes next; words that arrived together are told together.
  mutating func join(_ next: [ReplyPart]) {
    guard next.count == 1, case .text(let words) = next[0], case .text(var before)? = last else {
      return append(contentsOf: next)
    }
    // The array lets go of the text first, so that it grows in place.
    self[count - 1] = .keepAlive
    before += words
    self[count - 1] = .text(before)
  }
}
