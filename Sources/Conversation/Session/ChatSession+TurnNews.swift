import NemoVideo
import TimelineDraft
import Understanding

/// What a turn tells besides its end.
extension ChatSession {
  // MARK: Changes

  /// Tells what the turn changed: by words only when the reply had none, and the timeline when it is another.
  func tellChanges(in turn: Turn, hadText: Bool) async {
    let before = turn.stateBefore?.timeline ?? Timeline(tracks: [])
    let after = lastState?.timeline ?? Timeline(tracks: [])
    let isChanged = turn.stateBefore?.draft != lastState?.draft
    if !hadText {
      if isChanged {
        let changes = TimelineDiff(from: before, to: after).changes
        let told = changes.isEmpty ? ["The draft was changed."] : changes
        for change in told { await emit(.text("✅ \(TextSanitiser.singleLine(change))\n")) }
      } else {
        await emit(
          .text("The service said nothing, and nothing on the timeline has changed. ")
        )
        await emit(.text("Try to say what should change, and to what: “set the music to 20%”.\n"))
      }
      await emit(.endOfText)
    }
    guard isChanged else { return }
    noteFilm(before: before, after: after, message: turn.message)
    turn.hasToldTimeline = true
    await tell(after)
    func hasVideo(_ timeline: Timeline) -> Bool { timeline.tracks.contains { $0.kind == .video } }
    turn.hasExtras =
      settings.studio == .cloud && !hasVideo(before) && hasVideo(after)
      && after.tracks.contains { $0.kind != .video }
  }

  /// Remembers which prompt the film on the timeline was made from: the first, or one that replaced all pictures.
  private func noteFilm(before: Timeline, after: Timeline, message: String) {
    func clips(_ timeline: Timeline) -> Set<String> {
      Set(timeline.tracks.filter { $0.kind == .video }.flatMap(\.segments).compactMap(\.name))
    }
    let (old, new) = (clips(before), clips(after))
    let isAnother = !new.isEmpty && old.isDisjoint(with: new)
    if filmPrompt == nil || isAnother { filmPrompt = message }
  }

  // MARK: Telling

  /// Tells what the translator lets through, and keeps what it asks for.
  func tell(_ outputs: [GUITranslator.Output], in turn: Turn) async {
    for output in outputs {
      switch output {
      case .text(let text):
        let shown = turn.isTextOpen ? text[...] : text.drop { $0 == " " }
        guard !shown.isEmpty else { break }
        turn.isTextOpen = true
        await emit(.text(String(shown)))
      case .action(let action):
        if !turn.requests.contains(action) { turn.requests.append(action) }
      }
    }
  }

  /// Ends the text that is being told, with what was held back of it.
  func endText(of turn: Turn) async {
    await tell(turn.translator.finish(), in: turn)
    guard turn.isTextOpen else { return }
    turn.isTextOpen = false
    await emit(.endOfText)
  }

  /// Tells what a tool does, in plain words, and when the raw clip is there.
  func tellTool(_ name: String, _ phase: ToolPhase, in turn: Turn) async {
    await emit(.tool(name: TextSanitiser.singleLine(name), phase: phase))
    switch phase {
    case .start: await emit(.activity(ToolActivity.words(for: name)))
    case .end where ToolActivity.makesClip(name):
      await emit(.activity("Adding the finishing touches"))
      guard settings.studio == .cloud, !turn.hasToldClip else { break }
      turn.hasToldClip = true
      await emit(.notice("The raw clip is there; the service goes on with music, a title and effects."))
    case .end: await emit(.activity("Thinking"))
    }
  }

  // MARK: Costs

  /// Tells what a message may cost, before the first of a session.
  func tellCostAhead() async {
    guard settings.studio == .cloud, !hasToldCost, let credits = lastCredits else { return }
    hasToldCost = true
    let available = CreditBalance.text(credits.available)
    await emit(
      .notice(
        "Generating a clip uses about 100 of your \(available) credits, an edit about 50; export is free."))
  }

  /// Tells what a turn has cost.
  func tellCost() async {
    guard settings.studio == .cloud, let before = lastCredits, let after = try? await service.credits() else {
      return
    }
    lastCredits = after
    let used = before.available - after.available
    guard used > 0 else { return }
    await emit(
      .notice(
        "That used \(CreditBalance.text(used)) credits; \(CreditBalance.text(after.available)) are left."))
  }
}
