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
  /// So many parts are told one by one before words are told together.
  private static let fewParts = 8

  /// Appends what comes next. Words of a stream that is faster than its reader are told together: a step for each of
  /// them would make it slower still.
  mutating func join(_ next: [ReplyPart]) {
    guard count >= Self.fewParts, next.count == 1, case .text(let words) = next[0],
      case .text(var before)? = last
    else { return append(contentsOf: next) }
    // The array lets go of the text first, so that it grows in place.
    self[count - 1] = .keepAlive
    before += words
    self[count - 1] = .text(before)
  }
}
