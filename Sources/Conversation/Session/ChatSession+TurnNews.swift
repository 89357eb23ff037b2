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
    let isChanged = lastState?.differs(from: turn.stateBefore) ?? false
    if !hadText {
      if isChanged {
        var told = TimelineDiff(from: before, to: after).changes
        if let canvas = lastState?.canvasChange(from: turn.stateBefore) { told.append(canvas) }
        if told.isEmpty { told = ["The draft was changed."] }
        for change in told {
          let line = "✅ \(TextSanitiser.singleLine(change))\n"
          turn.told += line
          await emit(.text(line))
        }
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
    turn.hasExtras = hasGainedExtras(since: turn.stateBefore)
  }

  /// Whether the service, by itself, has put something beside a clip that is new: music, a title, effects. It is offered once
  /// a film.
  func hasGainedExtras(since earlier: SessionState?) -> Bool {
    let before = earlier?.timeline.tracks ?? []
    let after = lastState?.timeline.tracks ?? []
    let hadVideo = before.contains { $0.kind == .video }
    let hasVideo = after.contains { $0.kind == .video }
    if hasVideo, !hadVideo { isRaw = true }
    guard settings.studio == .cloud, isRaw, hasVideo, after.contains(where: { $0.kind != .video }) else {
      return false
    }
    isRaw = false
    return true
  }

  /// Remembers what the film on the timeline is made from: the first prompt, or one that replaced all pictures; never an
  /// edit of a film that was there before.
  private func noteFilm(before: Timeline, after: Timeline, message: String) {
    func clips(_ timeline: Timeline) -> Set<String> {
      Set(timeline.tracks.filter { $0.kind == .video }.flatMap(\.segments).compactMap(\.name))
    }
    let (old, new) = (clips(before), clips(after))
    let isAnother = !new.isEmpty && old.isDisjoint(with: new)
    if isAnother {
      // "replace the clip with beach.mp4" is no prompt, and neither is what brings an earlier film back.
      let upload = new.first { FileNaming.stem($0) != $0 && message.lowercased().contains($0.lowercased()) }
      let earlier = after.firstVideoName.flatMap { filmOrigins[$0] }
      noteOrigin(earlier ?? upload.map(FileNaming.stem) ?? message)
    } else if filmOrigin == nil {
      noteOrigin(before.firstVideoName.map(FileNaming.stem) ?? message)
    }
    if let name = after.firstVideoName { filmOrigins[name] = filmOrigin }
  }

  /// Remembers what the film is made from, for exports of this run and of later ones.
  func noteOrigin(_ words: String) {
    filmOrigin = words
    changeRecord { $0.film = service.credentials.censor.censored(words) }
  }

  // MARK: Telling

  /// Tells what the translator lets through, and keeps what it asks for.
  func tell(_ outputs: [GUITranslator.Output], in turn: Turn) async {
    for output in outputs {
      switch output {
      case .text(let text):
        let shown = turn.hasText ? text[...] : text.drop { $0 == " " }
        guard !shown.isEmpty else { break }
        turn.isTextOpen = true
        turn.hasText = true
        if turn.told.utf8.count < Turn.longestTold { turn.told += shown }
        await emit(.text(String(shown)))
      case .action(let action):
        if !turn.requests.contains(action) { turn.requests.append(action) }
      }
    }
  }

  /// Ends the text that is being told, with what was held back of it.
  ///
  /// - Parameter isLast: Whether the reply ends here, too.
  func endText(of turn: Turn, isLast: Bool = true) async {
    await tell(turn.translator.finish(), in: turn)
    guard turn.isTextOpen else { return }
    // A script that joins the texts of a reply must find its words apart.
    if !isLast, turn.endsInSpace { await emit(.text(" ")) }
    turn.isTextOpen = false
    await emit(.endOfText)
  }

  /// Tells what a tool does, in plain words, and when the raw clip is there.
  func tellTool(_ name: String, _ phase: ToolPhase, hasFailed: Bool, in turn: Turn) async {
    await emit(.tool(name: TextSanitiser.name(name), phase: phase))
    turn.hasUsedTools = true
    if name == "generate_clip" { turn.hasFootage = true }
    switch phase {
    case .start: await emit(.activity(ToolActivity.words(for: name)))
    case .end where ToolActivity.makesClip(name) && !hasFailed:
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
    guard settings.studio == .cloud, !hasToldCost else { return }
    hasToldCost = true
    var use = "about 100 credits"
    if let available = lastCredits?.available {
      let text = CreditBalance.text(available)
      use = available >= 100 ? "about 100 of your \(text) credits" : "about 100 credits (you have \(text))"
    }
    await emit(.notice("Generating a clip uses \(use), an edit about 50; export is free."))
  }

  /// Tells what a turn has cost.
  func tellCost() async {
    guard settings.studio == .cloud, let before = lastCredits,
      let after = try? await service.credits(within: .seconds(10))
    else {
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
