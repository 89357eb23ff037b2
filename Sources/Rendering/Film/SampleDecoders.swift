import Synchronization

/// The decoders that a mix has started, so that none outlives the render.
final class SampleDecoders: Sendable {
  private let tasks = Mutex<[Task<Void, Never>]>([])

  /// Does something with decoders, and ends those that are left, however it goes.
  static func with<Made>(
    _ body: (SampleDecoders) async throws(RenderError) -> Made
  ) async throws(RenderError) -> Made {
    let decoders = SampleDecoders()
    do throws(RenderError) {
      let made = try await body(decoders)
      await decoders.end()
      return made
    } catch {
      await decoders.end()
      throw error
    }
  }

  /// Runs a decoder in a task of its own.
  func start(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    let task = Task { await body() }
    tasks.withLock { $0.append(task) }
    return task
  }

  private func end() async {
    let left = tasks.withLock(\.self)
    for task in left { task.cancel() }
    for task in left { await task.value }
  }
}
