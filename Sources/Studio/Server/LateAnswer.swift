import FlyingFox
import FlyingSocks

/// An answer that may take longer than the server library gives a request: an upload over a slow line, the preview of a
/// long film.
///
/// The library's time cannot be long for all requests: its timer of each one stays in memory until its time, though the
/// request was answered long before. So after some patience the head of such an answer goes out, as 200, and the body when it is
/// there; what went wrong after that is told by the body alone, whose `code` a client reads anyway.
struct LateAnswer: AsyncBufferedSequence {
  typealias Element = UInt8

  private let work: Task<HTTPResponse, Never>

  /// The answer itself, if it is there in time, or one that waits for it.
  /// - Parameter type: the media type of the answer, if it must be named before it is there.
  static func response(
    within patience: Duration, type: String, _ work: @escaping @Sendable () async -> HTTPResponse
  ) async -> HTTPResponse {
    let task = Task { await work() }
    // Not a task group, which would wait for the work's end.
    let (firsts, feed) = AsyncStream.makeStream(of: Bool.self)
    let timer = Task {
      if (try? await Task.sleep(for: patience)) != nil { feed.yield(false) }
    }
    Task {
      _ = await task.value
      feed.yield(true)
    }
    let isThere = await firsts.first { _ in true } ?? true
    timer.cancel()
    if isThere { return await task.value }
    return HTTPResponse(
      statusCode: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
      body: HTTPBodySequence(from: LateAnswer(work: task)))
  }

  func makeAsyncIterator() -> Iterator { Iterator(work: work) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate let work: Task<HTTPResponse, Never>
    private var pieces: HTTPBodySequence.Iterator?
    private var rest: ArraySlice<UInt8> = []

    fileprivate init(work: Task<HTTPResponse, Never>) { self.work = work }

    mutating func next() async throws -> UInt8? {
      if rest.isEmpty { rest = try await nextBuffer(suggested: 4096) ?? [] }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      if !rest.isEmpty {
        defer { rest = [] }
        return rest
      }
      if pieces == nil, case .httpBody(let body) = await work.value.payload {
        pieces = body.makeAsyncIterator()
      }
      guard var iterator = pieces else { return nil }
      let piece = try await iterator.next()
      pieces = iterator
      return piece.map { ArraySlice($0) }
    }
  }
}
