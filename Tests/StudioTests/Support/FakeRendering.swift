import Directing
import Foundation
import MediaFormats
import Rendering
import Studio
import Synchronization

/// A renderer that writes a few bytes at once, and can be told to wait or to fail.
final class FakeRendering: FilmRendering {
  private struct State {
    var films: [Film] = []
    var failure: RenderError?
    var posterFailure: RenderError?
    var holds = false
    var started: [CheckedContinuation<Void, Never>] = []
    var running = 0
    var held: [AsyncStream<Void>.Continuation] = []
  }

  private let state = Mutex(State())
  static let movie = Data((0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

  /// The films that were rendered, in order.
  var films: [Film] { state.withLock { $0.films } }

  func failRenders(with error: RenderError?) { state.withLock { $0.failure = error } }
  func failPosters(with error: RenderError?) { state.withLock { $0.posterFailure = error } }
  /// From here on renders do not end until they are cancelled, or held no more.
  func hold(_ holds: Bool) {
    let held = state.withLock { state in
      state.holds = holds
      defer { if !holds { state.held = [] } }
      return holds ? [] : state.held
    }
    for render in held { render.finish() }
  }

  /// Waits until a render is being made.
  func untilRunning() async {
    await withCheckedContinuation { continuation in
      let isRunning = state.withLock { state in
        if state.running == 0 { state.started.append(continuation) }
        return state.running > 0
      }
      if isRunning { continuation.resume() }
    }
  }

  func render(
    _ film: Film, output: RenderOutput, media: URL, to file: URL,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws {
    let (failure, holds, waiting) = state.withLock { state in
      state.films.append(film)
      state.running += 1
      defer { state.started = [] }
      return (state.failure, state.holds, state.started)
    }
    for continuation in waiting { continuation.resume() }
    defer { state.withLock { $0.running -= 1 } }
    if let failure { throw failure }
    progress(0.5)
    if holds {
      let (end, feed) = AsyncStream.makeStream(of: Void.self)
      let isHeld = state.withLock { state in
        if state.holds { state.held.append(feed) }
        return state.holds
      }
      if isHeld { for await _ in end {} }
      if Task.isCancelled { throw RenderError.cancelled }
    }
    try Self.movie.write(to: file)
  }

  func poster(of film: Film, atMS: Int, shorterSide: Int?, media: URL, to file: URL) async throws {
    if let failure = state.withLock({ $0.posterFailure }) { throw failure }
    try (Samples.png + Data("\(film.durationMS)".utf8)).write(to: file)
  }

  func speak(_ text: String, language: Language, to file: URL) async throws -> Bool {
    try (Samples.mp3 + Data(text.utf8)).write(to: file)
    return true
  }

  func facts(of file: URL) async throws -> MediaFacts {
    let head = try FileHandle(forReadingFrom: file).read(upToCount: MediaSignature.length) ?? Data()
    switch MediaSignature.format(of: head)?.kind {
    case .video:
      return MediaFacts(
        kind: .video, durationMS: 4000, width: 640, height: 360, framesPerSecond: 25, hasSound: false)
    case .sound: return MediaFacts(kind: .audio, durationMS: 8000)
    case .still, .animation: return MediaFacts(kind: .image, width: 800, height: 600)
    case nil: throw RenderError.mediaUnreadable(file.path, detail: "no format")
    }
  }
}
