import Directing
import Foundation
import Rendering

/// Works the queue of renders that stands in the database.
///
/// What is to do is in the database alone; the queue only holds the tasks that do it. So a studio that was killed
/// goes on by waking the queue at its next start.
actor RenderQueue {
  private let store: StudioStore
  private let rendering: any FilmRendering
  private let log: StudioLog
  private let limit: Int
  private let collection: (limit: Int, lifetime: TimeInterval)
  private var workers: [Int: Task<Void, Never>] = [:]
  private var nextWorker = 0
  private var jobs: [Int64: Task<Void, any Error>] = [:]
  /// Counts calls of ``wake()``: a worker that found nothing to do looks again if one came meanwhile.
  private var wakings = 0
  private var isStopping = false

  init(
    store: StudioStore, rendering: any FilmRendering, workers: Int, log: StudioLog,
    collection: (limit: Int, lifetime: TimeInterval)
  ) {
    self.collection = collection
    self.store = store
    self.rendering = rendering
    self.limit = max(1, workers)
    self.log = log
  }

  /// Looks for waiting renders.
  func wake() {
    wakings += 1
    guard !isStopping, workers.count < limit else { return }
    let number = nextWorker
    nextWorker += 1
    workers[number] = Task { await self.work(as: number) }
  }

  /// Stops the work on a render that the database says is cancelled.
  func cancel(_ queue: Int64) { jobs[queue]?.cancel() }

  /// Waits until nothing is left to do.
  func drain() async {
    while let worker = workers.values.first { await worker.value }
  }

  /// Stops all work and leaves it to the next start.
  func stop() async {
    isStopping = true
    for job in jobs.values { job.cancel() }
    for worker in Array(workers.values) { await worker.value }
  }

  private func work(as number: Int) async {
    while !isStopping {
      let seen = wakings
      do {
        if let render = try await store.takeRender() {
          await make(render)
        } else if seen == wakings {
          break
        }
      } catch {
        log.note("the queue of renders cannot be read: \(error)")
        break
      }
    }
    workers[number] = nil
  }

  private func make(_ render: RenderRecord) async {
    guard let queue = render.queue else { return }
    let draft = store.folder.unfinished.appendingPathComponent(render.file)
    let job = Task { try await self.produce(render, queue: queue, to: draft) }
    jobs[queue] = job
    // The user may have cancelled between the taking and this line.
    let now = try? await store.render(render.id, user: render.user)
    if isStopping || now?.status == .cancelled { job.cancel() }
    let result = await job.result
    jobs[queue] = nil
    do {
      switch result {
      case .success:
        let file = store.folder.outputs.appendingPathComponent(render.file)
        guard rename(draft.path, file.path) == 0 else { throw SystemFailure("rename \(file.path)") }
        if try await !store.endRender(queue, as: .completed) { try? FileManager.default.removeItem(at: file) }
        try await store.collectMedia(limit: collection.limit, lifetime: collection.lifetime)
      case .failure(let error):
        try? FileManager.default.removeItem(at: draft)
        if isStopping {
          try await store.requeueRender(queue)
        } else {
          log.note("render \(render.id) failed: \(error)")
          try await store.endRender(queue, as: .failed, error: "\(error)")
        }
      }
    } catch {
      log.note("the end of render \(render.id) cannot be written down: \(error)")
      try? FileManager.default.removeItem(at: draft)
      _ = try? await store.endRender(queue, as: .failed, error: "\(error)")
    }
  }

  private nonisolated func produce(_ render: RenderRecord, queue: Int64, to file: URL) async throws {
    let film = try JSONDecoder().decode(Film.self, from: render.draft)
    let output = try JSONDecoder().decode(RenderOutput.self, from: Data(render.output.utf8))
    let media = store.folder.media(of: render.user)
    let (steps, feed) = AsyncStream.makeStream(of: Double.self, bufferingPolicy: .bufferingNewest(1))
    let store = store
    async let noted: Void = {
      var last = 0.0
      // A step of a hundredth is what the wire shows; the database need not hear more.
      for await step in steps where step - last >= 0.01 {
        last = step
        try? await store.setProgress(min(step, 0.99), of: queue)
      }
    }()
    do {
      defer { feed.finish() }
      try await rendering.render(film, output: output, media: media, to: file) { feed.yield($0) }
    }
    await noted
  }
}
