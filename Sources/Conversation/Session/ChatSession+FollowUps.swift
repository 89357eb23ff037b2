import NemoVideo
import TimelineDraft
import Understanding

extension ChatSession {
  /// Does what a reply asked the user to do in a graphical interface (SEED.md, "Backend Response Translation").
  ///
  /// Reads are done by themselves. What writes a file or costs credits is asked on a terminal, done without asking when
  /// the session is automatic, and told otherwise. At most one message follows a turn, and what its reply asks for
  /// is not followed again.
  func follow(_ turn: Turn, exportFollows: Bool) async -> Bool {
    var isDone = true
    var hasSentEdit = false
    if turn.hasExtras {
      let stripped = await offerToStrip()
      hasSentEdit = stripped != nil
      isDone = stripped ?? true
    }
    for request in turn.requests {
      guard !Task.isCancelled else { return false }
      switch request {
      case .state, .summary:
        guard !turn.hasToldTimeline, let timeline = lastState?.timeline, !timeline.tracks.isEmpty else {
          break
        }
        turn.hasToldTimeline = true
        await tell(timeline)
      case .credits:
        isDone = await showCredits() && isDone
      case .export where exportFollows: break
      case .export:
        if await mayDo(
          Question("Export now?"), otherwise: "The reply suggests to export. Type export to do it.")
        {
          isDone = await export(format: nil, resolution: nil, path: nil) && isDone
        }
      case .edit(let message):
        guard !hasSentEdit else { break }
        hasSentEdit = true
        let shown = TextSanitiser.singleLine(message)
        let question = Question("Send “\(shown)” to the service?")
        if await mayDo(question, otherwise: "The reply suggests an edit. To do it, type: \(shown)") {
          isDone = await sendFollowUp(message) && isDone
        }
      }
    }
    return isDone
  }

  /// Leaves to the user whether what the service added to a clip by itself stays (issue 3, "Two stages").
  ///
  /// - Returns: Whether taking it out went well; nil if it stays.
  func offerToStrip() async -> Bool? {
    let message = "Remove the music and the title."
    guard !settings.isAutomatic, let ask = settings.ask else {
      await emit(
        .notice(
          "The service added music, a title or effects by itself. Keep them, or say “remove the music and the title”."
        ))
      return nil
    }
    guard await ask(Question("Keep the music, title and effects that the service added?")) == false else {
      return nil
    }
    return await sendFollowUp(message)
  }

  private func sendFollowUp(_ message: String) async -> Bool {
    await complete(Turn(message: message, timings: settings.timings, clock: settings.clock))
  }

  private func mayDo(_ question: Question, otherwise notice: String) async -> Bool {
    if settings.isAutomatic { return true }
    if let ask = settings.ask, let answer = await ask(question) { return answer }
    await emit(.notice(notice))
    return false
  }
}
