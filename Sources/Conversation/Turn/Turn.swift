import NemoVideo
import ServerSentEvents
import Understanding

/// What belongs to one turn while it runs. It stays on the session's actor; what any thread may do is end its ``reading``.
final class Turn {
  let message: String
  var machine: TurnMachine
  var parser = EventStreamParser()
  var assembler = ReplyAssembler()
  var sanitiser = TextSanitiser()
  var translator = GUITranslator()
  /// What the reply asks the user to do.
  var requests: [GUIAction] = []
  var stateBefore: SessionState?
  /// Whether the service has used a tool for it, so that something came of it.
  var hasUsedTools = false
  /// Whether the built-in studio has a video server make footage for it.
  var hasFootage = false
  /// Whether what was said so far ends a sentence, so that a tool call may end its line.
  var endsSentence = false
  /// Whether what was said so far ends in white space, which parts it from what follows a tool call.
  var endsInSpace = false
  /// Whether words were told since the last end of a text.
  var isTextOpen = false
  /// Enough of a reply for the record, in bytes.
  static let longestTold = 16_384

  /// What was told in words, for the record; the beginning of it.
  var told = ""
  /// Whether words were told at all.
  var hasText = false
  /// The wait before the state is read, when a time limit began the recovery.
  var pendingWait: Duration?
  let elapsed: @Sendable () -> Duration

  /// Whether the message was refused and sent once more.
  var hasRepeated = false

  /// Whether the timeline has been told since the turn began.
  var hasToldTimeline = false
  /// Whether the service added music, a title or effects to a new clip by itself.
  var hasExtras = false
  /// Whether the raw clip has been announced.
  var hasToldClip = false

  let reading = TurnReading()

  init(message: String, timings: Timings, clock: any Clock<Duration>) {
    self.message = message
    machine = TurnMachine(timings: timings)
    elapsed = stopwatch(clock)
  }

  /// Forgets what was read, before the message is sent once more.
  func resetReply() {
    parser = EventStreamParser()
    assembler = ReplyAssembler()
  }

  /// An error at the very start of the stream that a repeat can mend: the message was not worked on.
  func refusal(in parts: [ReplyPart]) -> ServiceError? {
    guard !hasRepeated, !machine.hasBegun,
      case .failed(let error)? = parts.first(where: { $0 != .keepAlive }),
      [.tokenInvalid, .sessionUnknown, .rateLimited].contains(error.kind)
    else { return nil }
    return error
  }
}
