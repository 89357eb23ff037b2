import Directing
import Foundation
import Rendering
import Scenes

/// One message of the user and everything that comes of it: the plan, the price, the drawing, the new state, the
/// words. It runs to its end whether or not anyone still listens.
struct ChatTurn: Sendable {
  let id: String
  let session: SessionRecord
  let user: UserRecord
  let message: String
  let store: StudioStore
  let rendering: any FilmRendering
  let workshop: ClipWorkshop
  /// Lets as many posters be drawn at once as the machine has cores: each starts FFmpeg.
  let posters: Gate
  let stream: ChatStream
  let now: @Sendable () -> Date
  let log: StudioLog
  /// The origin for the addresses in tool results.
  let origin: String
  /// Whether the message has ended footage that was being made.
  var hasCancelled = false

  /// The shorter side of posters, in pixels: enough for a terminal and for the check that a film can be drawn.
  private static let posterSide = 360

  /// Runs the turn. Errors go to the stream; the film is then what it was before.
  func run() async {
    await run { said in
      try await store.beginTurn(id, session: session.id, message: message)
      try await answer(&said)
    }
  }

  /// Runs what a turn consists of, and notes its end.
  func run(_ body: (inout [String]) async throws -> Void) async {
    var said: [String] = []
    do {
      try await body(&said)
      try await store.endTurn(
        id, session: session.id, answer: said.joined(separator: "\n\n"), succeeded: true)
    } catch TurnEnding.interrupted {
      // The next start of the studio goes on with it.
    } catch {
      if case TurnEnding.withoutChange = error {} else { stream.fail(wording(of: error)) }
      do {
        try await store.endTurn(
          id, session: session.id, answer: said.joined(separator: "\n\n"), succeeded: false)
      } catch {
        log.note("the end of a turn cannot be written down: \(error)")
      }
    }
  }

  private func answer(_ said: inout [String]) async throws {
    let language = Language.of(message)
    let phrases = Phrases(language: language)
    if hasCancelled { return await say(phrases.leftFootage, more: false, &said) }
    let asked = try await store.askedGeneration(of: session.id)
    if let asked, let choice = GenerationChoice(message) {
      return try await choose(choice, of: asked, phrases, &said)
    }
    if asked == nil, GenerationChoice(message) == .wait {
      return await say(phrases.nothingIsMade, more: false, &said)
    }
    var film = try await currentFilm()
    let director = Director(drawable: SceneRenderer.drawable)
    let parser = EditParser(director: director)
    let footage = await workshop.planner(director)
    let media = try await store.media(of: session.id).filter { $0.origin == .upload }.map(\.item)
    let wish = footage.flatMap { _ in
      ReferenceWish(message, pictures: media.filter { $0.facts.kind == .image })
    }
    var requests =
      wish.map { [beginning(with: $0, director, footage)] }
      ?? parser.requests(
        in: message, film: film.isEmpty ? nil : footage == nil ? film : film.withScenes, media: media)

    let walks = requests.compactMap(HistoryStep.init)
    requests.removeAll { HistoryStep($0) != nil }
    // "undo the last two changes" is told once, and ends where there is nothing more.
    for walk in walks.chunked() {
      let (step, count) = (walk.step, walk.count)
      var didMove = false
      for _ in 0..<count {
        guard try await self.walk(step, film: film) else { break }
        didMove = true
        film = try await currentFilm()
      }
      await say(phrases.walked(step, didMove: didMove, film: film), more: !requests.isEmpty, &said)
    }
    guard !requests.isEmpty || walks.isEmpty else { return }

    requests = try await withVoices(requests)
    let plan = TurnPlan(requests, film: film, footage: footage, reference: wish?.picture.hash)
    let remarks = plan.rest.map {
      phrases.rest($0.request, $0.summary, film: plan.film, besides: plan.isChange)
    }
    guard plan.isChange else {
      let words = phrases.joined(remarks)
      await say(words.isEmpty ? phrases.askForScene : words, more: false, &said)
      return
    }
    try await store.reserve(plan.price, for: id, of: user)
    if let asked { try await workshop.drop(asked) }
    if !plan.film.awaited.isEmpty, let footage {
      try await order(plan, remarks, by: footage, phrases, &said)
    } else if let scene = plan.scene {
      try await generate(scene, plan, remarks, phrases, &said)
    } else {
      try await edit(plan, remarks, phrases, &said)
    }
  }

  /// The first stage draws the clip, the second adds music and title (WIRE.md).
  private func generate(
    _ scene: Storyboard, _ plan: TurnPlan, _ remarks: [String], _ phrases: Phrases, _ said: inout [String]
  ) async throws {
    await say(phrases.beginning(scene), more: true, &said)
    let tool = ToolCall.generate(scene)
    let call = stream.call(tool.name, tool.arguments)
    let clip = plan.clip ?? plan.film
    let poster = try await poster(of: clip, name: scene.name)
    try await store.setDraft(
      FilmCoding.encode(clip), prompt: scene.prompt, of: session.id, turn: id,
      finished: plan.clip == nil ? nil : FilmCoding.encode(plan.film))
    stream.result(
      of: call, tool.name,
      [
        "status": "success", "duration_ms": .number(clip.durationMS), "shots": .number(scene.shots.count),
        "poster": .text("\(origin)/api/media/\(poster.id)"),
      ])
    await say(phrases.joined([phrases.drawn(scene)] + remarks), more: plan.clip != nil, &said)

    guard plan.clip != nil else { return }
    for tool in ToolCall.postProduction(of: plan.film) {
      let call = stream.call(tool.name, tool.arguments)
      stream.result(of: call, tool.name, ["status": "success"])
    }
    try await store.setDraft(FilmCoding.encode(plan.film), prompt: scene.prompt, of: session.id, turn: id)
    await say(phrases.finished(plan.film), more: false, &said)
  }

  private func edit(
    _ plan: TurnPlan, _ remarks: [String], _ phrases: Phrases, _ said: inout [String]
  ) async throws {
    let calls = plan.changes.map { change in
      let tool = ToolCall(change.request)
      return (stream.call(tool.name, tool.arguments), tool.name, change.summary.sentence(in: .english))
    }
    // What cannot be drawn must not become the state.
    var poster: MediaRecord?
    if plan.changesPicture, !plan.film.isEmpty {
      poster = try await self.poster(
        of: plan.film, name: plan.film.tracks.first?.segments.first?.metadata.name ?? "")
    }
    let prompt = try await store.currentVersion(of: session.id)?.prompt
    try await store.setDraft(FilmCoding.encode(plan.film), prompt: prompt, of: session.id, turn: id)
    for (call, name, sentence) in calls {
      var result: [String: ToolValue] = ["status": "success", "change": .text(sentence)]
      if let poster { result["poster"] = .text("\(origin)/api/media/\(poster.id)") }
      stream.result(of: call, name, result)
    }
    let sentences =
      EditSummary.together(plan.changes.map(\.summary)).map { $0.sentence(in: phrases.language) } + remarks
    await say(phrases.joined(sentences + [phrases.now(plan.film)]), more: false, &said)
  }

  /// Gives every text that is to be read aloud a voice, where this machine has one.
  private func withVoices(_ requests: [EditRequest]) async throws -> [EditRequest] {
    var voiced: [EditRequest] = []
    for request in requests {
      guard case .timeline(.speak(let text)) = request else {
        voiced.append(request)
        continue
      }
      let place = store.folder.newUnfinishedFile(extension: "wav")
      defer { try? FileManager.default.removeItem(at: place) }
      guard try await rendering.speak(text, language: Language.of(text), to: place) else {
        voiced.append(request)
        continue
      }
      let facts = try await rendering.facts(of: place)
      let media = store.folder.media(of: user.id)
      try DataFolder.makePrivateFolder(media)
      let hash = SHA256.hexadecimal(try Data(contentsOf: place))
      let kept = media.appendingPathComponent(hash)
      guard rename(place.path, kept.path) == 0 else { throw SystemFailure("keep a voice") }
      chmod(kept.path, 0o600)
      let record = MediaRecord(
        id: UUID().uuidString.lowercased(), user: user.id, session: session.id, origin: .generated,
        name: "voice.wav",
        kind: "audio", mimeType: "audio/wav", hash: hash, durationMS: facts.durationMS, width: nil,
        height: nil,
        framesPerSecond: nil, hasSound: true, created: now())
      try await store.addMedia(record)
      voiced.append(.timeline(.addVoice(record.item, text: text)))
    }
    return voiced
  }

  private func walk(_ step: HistoryStep, film: Film) async throws -> Bool {
    let call = stream.call(step.tool, [:])
    let didMove: Bool
    switch step {
    case .undo: didMove = try await store.undo(session.id)
    case .redo: didMove = try await store.redo(session.id)
    case .startOver:
      let upload = film.showsFootage ? try await store.lastUpload(of: session.id) : nil
      didMove = try await goBack(to: upload?.draft, from: film)
    case .clear: didMove = try await goBack(to: nil, from: film)
    }
    stream.result(of: call, step.tool, ["status": didMove ? "success" : "nothing to do"])
    return didMove
  }

  /// Makes a draft the state, or an empty timeline.
  /// - Returns: whether it was another one.
  private func goBack(to draft: Data?, from film: Film) async throws -> Bool {
    let isThere =
      if let draft { try await store.currentVersion(of: session.id)?.draft == draft } else { film.isEmpty }
    if !isThere {
      try await store.setDraft(draft ?? FilmCoding.encode(Film()), prompt: nil, of: session.id, turn: id)
    }
    return !isThere
  }

  func currentFilm() async throws -> Film {
    guard let version = try await store.currentVersion(of: session.id) else { return Film() }
    return try JSONDecoder().decode(Film.self, from: version.draft)
  }

  /// Draws a picture of the film, which is also the check that it can be drawn, and keeps it.
  func poster(of film: Film, name: String) async throws -> MediaRecord {
    let media = store.folder.media(of: user.id)
    try DataFolder.makePrivateFolder(media)
    let place = store.folder.newUnfinishedFile(extension: "png")
    defer { try? FileManager.default.removeItem(at: place) }
    let side = min(Self.posterSide, film.canvas.width, film.canvas.height)
    try await posters.pass {
      try await rendering.poster(
        of: film, atMS: film.durationMS / 3, shorterSide: side, media: media, to: place)
    }
    let hash = SHA256.hexadecimal(try Data(contentsOf: place))
    let kept = media.appendingPathComponent(hash)
    guard rename(place.path, kept.path) == 0 else { throw SystemFailure("keep a poster") }
    chmod(kept.path, 0o600)
    let scale = Double(side) / Double(min(film.canvas.width, film.canvas.height))
    let record = MediaRecord(
      id: UUID().uuidString.lowercased(), user: user.id, session: session.id, origin: .generated,
      name: "\(name).png", kind: "image", mimeType: "image/png", hash: hash, durationMS: nil,
      width: Int((Double(film.canvas.width) * scale).rounded()),
      height: Int((Double(film.canvas.height) * scale).rounded()), framesPerSecond: nil, hasSound: nil,
      created: now())
    try await store.addMedia(record)
    return record
  }

  /// Says a text; `more` when another follows it in this turn, which then begins a new paragraph.
  func say(_ text: String, more: Bool, _ said: inout [String]) async {
    said.append(text)
    await stream.say(more ? text + "\n\n" : text)
  }

  private func wording(of error: any Error) -> APIError {
    switch error {
    case let shortage as OutOfCredits: return .outOfCredits(shortage)
    case let error as RenderError: return APIError(500, "\(error) The film is as it was.")
    case TurnEnding.unmade(let reason):
      return APIError(502, "The footage was not made: \(reason). The film is as it was.")
    default:
      log.note("a turn failed: \(error)")
      return APIError(500, "The studio could not do this; the film is as it was. Its log says why.")
    }
  }
}
