import Directing
import Foundation
import Generation
import MediaFormats
import Rendering

/// Has the clips of films made, several at once, whatever becomes of those who wait for them.
///
/// What is to do stands in the database before anything is asked for, so a studio that was killed goes on at its next
/// start. Which generator makes the clips can change while the studio runs; what is under way stays with the one that
/// began it.
actor ClipWorkshop {
  private let store: StudioStore
  private let rendering: any FilmRendering
  private let clock: any Clock<Duration>
  private let log: StudioLog
  private let makeGenerator: @Sendable (GeneratorSettings) -> any ClipGenerator

  private var settings: GeneratorSettings?
  private var generator: any ClipGenerator = ProceduralGenerator()
  private var gate = Gate(limit: 1)
  private var running: [String: (session: String, task: Task<[ClipRecord], any Error>)] = [:]
  private var cancelled: Set<String> = []
  private var isStopping = false
  private var tally = ClipTally()

  init(
    store: StudioStore, rendering: any FilmRendering, settings: GeneratorSettings?,
    clock: any Clock<Duration>, log: StudioLog,
    makeGenerator: @escaping @Sendable (GeneratorSettings) -> any ClipGenerator
  ) {
    self.store = store
    self.rendering = rendering
    self.clock = clock
    self.log = log
    self.makeGenerator = makeGenerator
    self.settings = settings
    if let settings {
      generator = makeGenerator(settings)
      gate = Gate(limit: settings.parallel)
    }
  }

  /// Takes other settings for what comes from here on; nil: the studio draws.
  func use(_ new: GeneratorSettings?) {
    guard new != settings else { return }
    settings = new
    generator = new.map(makeGenerator) ?? ProceduralGenerator()
    gate = Gate(limit: new?.parallel ?? 1)
  }

  /// What makes footage now; nil: scenes are drawn.
  func planner(_ director: Director) -> FootagePlanner? {
    guard settings != nil else { return nil }
    return FootagePlanner(director: director, engine: generator.engine, limits: generator.limits)
  }

  /// The engine's name.
  var engine: EngineName { generator.engine }

  /// The engine's name, and what keeps it from making clips now; nil: nothing does.
  func check() async -> (EngineName, GenerationError?) {
    let generator = generator
    return (generator.engine, await generator.check())
  }

  /// What has come of clips since the start.
  var counts: ClipTally { tally }

  /// Whether footage of a session is being made.
  func isWorking(for session: String) -> Bool { running.values.contains { $0.session == session } }

  /// Makes all clips of a generation that are not there.
  ///
  /// The generation stays as it is when the studio ends meanwhile; else it is `asking`, `dropped`, or still `running`
  /// when all clips are there, for whoever puts them on the timeline.
  func make(
    _ generation: GenerationRecord, news: @escaping @Sendable (ClipNews) -> Void
  ) async throws -> ClipOutcome {
    let clips = try await store.clips(of: generation.id)
    guard generation.engine == generator.engine.text, let settings else {
      return try await ask(
        generation, clips, because: .engineChanged)
    }
    guard !isStopping else { return .interrupted }
    let (generator, gate) = (generator, gate)
    generator.recognise(try await store.remoteClipIDs())
    let work = Task {
      try await self.makeAll(clips, of: generation, by: generator, gate: gate, news: news)
    }
    running[generation.id] = (generation.session, work)
    defer { running[generation.id] = nil }

    let patience = Duration.seconds(settings.patience)
    let isLate = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        _ = await work.result
        return false
      }
      let clock = clock
      group.addTask { (try? await clock.sleep(for: patience)) != nil }
      // A sleep that was cut short says nothing.
      let isLate = await group.next() ?? false
      if isLate { work.cancel() }
      group.cancelAll()
      return isLate
    }
    let result = await work.result

    if cancelled.remove(generation.id) != nil {
      try await store.setGeneration(generation.id, to: .dropped, from: [.running, .asking])
      await abandon(try await store.clips(of: generation.id), by: generator)
      tally.cancelled += 1
      return .cancelled
    }
    if isStopping { return .interrupted }
    if case .failure(let error) = result, !(error is CancellationError) {
      log.note("the clips of a film could not be kept: \(error)")
      failures[generation.id] = .notKept(detail: "\(error)")
    }
    let now = try await store.clips(of: generation.id)
    guard now.allSatisfy({ $0.media != nil }) else {
      let progress = now.filter { $0.media == nil }.map(\.job.progress).min() ?? 0
      let reason =
        failures[generation.id]
        ?? (isLate ? .stillRunning(seconds: settings.patience, progress: progress) : .jobLost)
      failures[generation.id] = nil
      return try await ask(generation, now, because: reason)
    }
    failures[generation.id] = nil
    return .complete(try await items(of: now))
  }

  /// Ends the making of a session's footage, here and at the server.
  /// - Returns: whether there was something to end.
  @discardableResult
  func cancel(session: String) -> Bool {
    let mine = running.filter { $0.value.session == session }
    for (id, work) in mine {
      cancelled.insert(id)
      work.task.cancel()
    }
    return !mine.isEmpty
  }

  /// Leaves what was asked about: nobody wants it any more.
  func drop(_ generation: GenerationRecord, as status: GenerationStatus = .dropped) async throws {
    try await store.setGeneration(generation.id, to: status, from: [.asking, .running])
    let clips = try await store.clips(of: generation.id)
    guard generation.engine == generator.engine.text else { return }
    let generator = generator
    generator.recognise(try await store.remoteClipIDs())
    await abandon(clips, by: generator)
  }

  /// Lets the clips that failed be asked for from the start; what runs at the server is ended first.
  func restart(_ generation: GenerationRecord) async throws {
    let generator = generator
    generator.recognise(try await store.remoteClipIDs())
    for clip in try await store.clips(of: generation.id) where clip.media == nil {
      guard let id = clip.id else { continue }
      if generation.engine == generator.engine.text { await generator.abandon(clip.job) }
      try? FileManager.default.removeItem(at: store.folder.clip(id))
      try await store.restartClip(id)
    }
  }

  /// Stops all work and leaves it to the next start.
  func stop() async {
    isStopping = true
    for (_, work) in running { work.task.cancel() }
    for (_, work) in running { _ = await work.task.result }
  }

  // MARK: The work

  /// The first reason for which a clip of a generation is not there.
  private var failures: [String: GenerationError] = [:]

  private nonisolated func makeAll(
    _ clips: [ClipRecord], of generation: GenerationRecord, by generator: any ClipGenerator, gate: Gate,
    news: @escaping @Sendable (ClipNews) -> Void
  ) async throws -> [ClipRecord] {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for clip in clips where clip.media == nil {
        group.addTask {
          try await gate.enter()
          do {
            news(.began(clip.segment + 1))
            try await self.make(clip, of: generation, by: generator)
            news(.ended(clip.segment + 1))
            await gate.leave()
          } catch let error as GenerationError {
            await gate.leave()
            news(.failed(clip.segment + 1))
            // The others go on: what they make is kept for the next try.
            await self.note(error, clip, of: generation)
          } catch {
            await gate.leave()
            throw error
          }
        }
      }
      try await group.waitForAll()
    }
    return try await store.clips(of: generation.id)
  }

  private func note(_ error: GenerationError, _ clip: ClipRecord, of generation: GenerationRecord) async {
    tally.failed += 1
    failures[generation.id] = failures[generation.id] ?? error
    log.note("clip \(clip.segment + 1) was not made: \(error)")
    guard let id = clip.id else { return }
    try? await store.failClip(id, because: error.description)
  }

  private func made() { tally.made += 1 }

  private nonisolated func make(
    _ clip: ClipRecord, of generation: GenerationRecord, by generator: any ClipGenerator
  ) async throws {
    guard let id = clip.id else { return }
    let place = store.folder.clip(id)
    try DataFolder.makePrivateFolder(store.folder.clips)
    let store = store
    _ = try await generator.make(clip.job, into: place.path) { try await store.setJob($0, of: id) }
    let facts: MediaFacts
    do {
      facts = try await rendering.facts(of: place)
    } catch RenderError.toolMissing(let name) {
      throw RenderError.toolMissing(name: name)
    } catch is RenderError {
      try? FileManager.default.removeItem(at: place)
      throw GenerationError.notAVideo
    }
    guard facts.kind == .video, let handle = try? FileHandle(forReadingFrom: place) else {
      try? FileManager.default.removeItem(at: place)
      throw GenerationError.notAVideo
    }
    var hash = SHA256()
    let head = try handle.read(upToCount: MediaSignature.length) ?? Data()
    hash.update(head)
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(piece) }
    try handle.close()
    let name = SHA256.hexadecimal(digest: hash.finalize())
    let media = store.folder.media(of: generation.user)
    try DataFolder.makePrivateFolder(media)
    guard rename(place.path, media.appendingPathComponent(name).path) == 0 else {
      throw SystemFailure("keep a clip")
    }
    let record = MediaRecord(
      id: UUID().uuidString.lowercased(), user: generation.user, session: generation.session,
      origin: .generated, name: "\(clip.job.order.shot.name).mp4", kind: facts.kind.rawValue,
      mimeType: MediaSignature.format(of: head)?.mediaType ?? "video/mp4", hash: name,
      durationMS: facts.durationMS, width: facts.width, height: facts.height,
      framesPerSecond: facts.framesPerSecond, hasSound: facts.hasSound, created: store.now())
    try await store.endClip(id, media: record)
    await made()
  }

  private func ask(
    _ generation: GenerationRecord, _ clips: [ClipRecord], because reason: GenerationError
  ) async throws -> ClipOutcome {
    try await store.setGeneration(generation.id, to: .asking, from: [.running])
    let missing = clips.filter { $0.media == nil }.map { $0.segment + 1 }
    return .incomplete(missing: missing, of: clips.count, reason: reason)
  }

  private func items(of clips: [ClipRecord]) async throws -> [MediaItem] {
    let media = try await store.media(ids: clips.compactMap(\.media))
    return clips.compactMap { $0.media.flatMap { media[$0]?.item } }
  }

  private func abandon(_ clips: [ClipRecord], by generator: any ClipGenerator) async {
    await withTaskGroup(of: Void.self) { group in
      for clip in clips where clip.media == nil {
        if let id = clip.id { try? FileManager.default.removeItem(at: store.folder.clip(id)) }
        group.addTask { await generator.abandon(clip.job) }
      }
    }
  }
}
