import Directing
import Foundation
import Generation

/// The turns in which a video model makes the pictures.
extension ChatTurn {
  /// A new scene that begins with a picture of the user's.
  func beginning(with wish: ReferenceWish, _ director: Director, _ footage: FootagePlanner?) -> EditRequest {
    let (width, height) = (max(1, wish.picture.facts.width ?? 9), max(1, wish.picture.facts.height ?? 16))
    // The picture's own shape, its shorter side 1080.
    let shorter = min(width, height)
    let canvas = Canvas(width: width * 1080 / shorter, height: height * 1080 / shorter)
    let usual = min(10_000, footage?.limits.longestMS ?? 10_000)
    return .newScene(
      director.storyboard(for: wish.words, defaults: .init(canvas: canvas, durationMS: usual)))
  }

  /// Has the clips made that a plan waits for, and puts them on the timeline.
  func order(
    _ plan: TurnPlan, _ remarks: [String], by footage: FootagePlanner, _ phrases: Phrases,
    _ said: inout [String]
  ) async throws {
    let jobs = try await orders(of: plan.film).map(ClipJob.init)
    let moment = now()
    let prompt = try await store.currentVersion(of: session.id)?.prompt
    let generation = GenerationRecord(
      id: UUID().uuidString.lowercased(), session: session.id, user: user.id, turn: id, status: .running,
      film: try FilmCoding.encode(plan.film), prompt: plan.scene?.prompt ?? prompt, message: message,
      engine: footage.engine.text, price: plan.price, created: moment, changed: moment)
    try await store.addGeneration(generation, jobs: jobs)
    let edits =
      plan.scene == nil
      ? EditSummary.together(plan.changes.map(\.summary)).map { $0.sentence(in: phrases.language) } : []
    let opening = edits + [phrases.asking(footage.engine.text, clips: jobs.count, film: plan.film)]
    await say(phrases.joined(opening), more: true, &said)
    try await finish(generation, remarks, phrases, &said)
  }

  /// Goes on with what a studio that has ended since was making.
  func resume(_ generation: GenerationRecord) async {
    await run { said in
      try await finish(generation, [], Phrases(language: .of(generation.message)), &said)
    }
  }

  /// Does what the user has chosen of a generation that was not made.
  func choose(
    _ choice: GenerationChoice, of generation: GenerationRecord, _ phrases: Phrases, _ said: inout [String]
  ) async throws {
    let film = try JSONDecoder().decode(Film.self, from: generation.film)
    switch choice {
    case .cancel:
      try await workshop.drop(generation)
      await say(phrases.leftFootage, more: false, &said)
    case .draw:
      try await store.reserve(generation.price, for: id, of: user)
      try await workshop.drop(generation, as: .drawn)
      let drawn = try await film.drawnKeeping(clips(of: generation))
      try await place(drawn, of: generation)
      await say(
        phrases.joined([phrases.drawnInstead(of: generation.engine), phrases.now(drawn)]), more: false, &said)
    case .wait, .retry:
      try await store.reserve(generation.price, for: id, of: user)
      if choice == .retry { try await workshop.restart(generation) }
      try await store.setGeneration(generation.id, to: .running, from: [.asking], turn: id)
      let missing = try await store.clips(of: generation.id).filter { $0.media == nil }.count
      await say(phrases.asking(generation.engine, clips: missing, film: film), more: true, &said)
      var again = generation
      again.status = .running
      again.turn = id
      try await finish(again, [], phrases, &said)
    }
  }

  /// Waits for the clips of a generation; then the film is what it was to become, or the user is asked.
  private func finish(
    _ generation: GenerationRecord, _ remarks: [String], _ phrases: Phrases, _ said: inout [String]
  ) async throws {
    let stream = stream
    let calls = CallLedger()
    let outcome = try await workshop.make(generation) { news in
      switch news {
      case .began(let clip):
        calls.began(
          clip, stream.call("generate_clip", ["clip": .number(clip), "engine": .text(generation.engine)]))
      case .ended(let clip):
        guard let call = calls.ended(clip) else { return }
        stream.result(of: call, "generate_clip", ["status": "success", "clip": .number(clip)])
      case .failed(let clip):
        guard let call = calls.ended(clip) else { return }
        stream.result(of: call, "generate_clip", ["status": "failed", "clip": .number(clip)])
      }
    }
    switch outcome {
    case .complete(let clips):
      let film = try JSONDecoder().decode(Film.self, from: generation.film).filled(with: clips)
      try await place(film, of: generation)
      // Only now: a studio that ends before it puts the clips there again.
      try await store.setGeneration(generation.id, to: .done, from: [.running])
      let made = phrases.made(by: generation.engine, clips: clips.count)
      await say(phrases.joined([made] + remarks + [phrases.now(film)]), more: false, &said)
    case .incomplete(let missing, let count, let reason):
      let question = phrases.unmade(generation.engine, missing: missing, of: count, reason: reason)
      await say(question, more: false, &said)
      throw TurnEnding.unmade(reason)
    case .cancelled:
      await say(phrases.cancelledFootage(generation.engine), more: false, &said)
      throw TurnEnding.withoutChange
    case .interrupted:
      throw TurnEnding.interrupted
    }
  }

  /// Makes a film the state of the session, after a picture of it was drawn: what cannot be must not become the state.
  private func place(_ film: Film, of generation: GenerationRecord) async throws {
    let name = film.tracks.first?.segments.first?.metadata.name ?? ""
    let call = stream.call("join_clips", ["engine": .text(generation.engine)])
    let poster = try await poster(of: film, name: name)
    try await store.setDraft(
      FilmCoding.encode(film), prompt: generation.prompt, of: session.id, turn: generation.turn)
    stream.result(
      of: call, "join_clips",
      [
        "status": "success", "duration_ms": .number(film.durationMS),
        "poster": .text("\(origin)/api/media/\(poster.id)"),
      ])
  }

  /// What the places of a film that wait for footage are to be filled with.
  private func orders(of film: Film) async throws -> [ClipOrder] {
    let media = try await store.media(of: session.id)
    return film.awaited.compactMap { place in
      let segment = film.tracks[place.track].segments[place.segment]
      guard let plan = segment.generated else { return nil }
      let picture = plan.reference.flatMap { hash in media.first { $0.hash == hash } }
      return ClipOrder(
        prompt: FootagePrompt.text(of: plan), shot: plan.shot, durationMS: plan.shot.durationMS,
        width: film.canvas.width, height: film.canvas.height,
        reference: picture.map { store.folder.media(of: user.id).appendingPathComponent($0.hash).path },
        referenceType: picture?.mimeType)
    }
  }

  /// The finished clips of a generation, by their places.
  private func clips(of generation: GenerationRecord) async throws -> [Int: MediaItem] {
    let clips = try await store.clips(of: generation.id)
    let media = try await store.media(ids: clips.compactMap(\.media))
    var items: [Int: MediaItem] = [:]
    for clip in clips { items[clip.segment] = clip.media.flatMap { media[$0]?.item } }
    return items
  }
}
