import CurlHTTP
import Testing

@Suite("Body queue")
struct BodyQueueTests {
  private func offer(_ count: Int, to queue: inout BodyQueue) -> Bool {
    [UInt8](repeating: 7, count: count).withUnsafeBytes { queue.offer($0) }
  }

  private func take(_ queue: inout BodyQueue) -> (count: Int, resumes: Bool)? {
    guard case .chunk(let chunk, let resumes) = queue.take() else { return nil }
    return (chunk.count, resumes)
  }

  @Test("small pieces become one chunk, up to a limit, and none is lost")
  func coalescing() {
    var queue = BodyQueue()
    for _ in 0..<10 { _ = offer(16 << 10, to: &queue) }
    #expect(take(&queue)?.count == 128 << 10)
    #expect(take(&queue)?.count == 32 << 10)
    #expect(take(&queue) == nil)
    #expect(queue.waiting == 0)
  }

  @Test("above high water it refuses, below low water it goes on, once")
  func backPressure() {
    var queue = BodyQueue()
    var offered = 0
    while offer(16 << 10, to: &queue) { offered += 16 << 10 }
    #expect(offered == BodyQueue.highWater)
    #expect(queue.isPaused)
    var resumed = 0
    while let (_, resumes) = take(&queue) {
      if resumes {
        resumed += 1
        #expect(queue.waiting < BodyQueue.lowWater)
      }
    }
    #expect(resumed == 1)
    #expect(!queue.isPaused)
    #expect(queue.peak == BodyQueue.highWater)
  }

  @Test("bytes come before the end, and only the first end counts")
  func order() {
    struct Broken: Error {}
    var queue = BodyQueue()
    _ = offer(3, to: &queue)
    queue.finish(Broken())
    queue.finish(nil)
    #expect(take(&queue)?.count == 3)
    guard case .end(let error) = queue.take() else {
      Issue.record("no end")
      return
    }
    #expect(error is Broken)
  }

  @Test("abandoning forgets what waits, but not that the body was read to its end")
  func abandoning() {
    var queue = BodyQueue()
    _ = offer(3, to: &queue)
    let first = queue.abandon(CancellationError())
    let second = queue.abandon(CancellationError())
    #expect(first && !second)
    guard case .end(let error) = queue.take() else {
      Issue.record("no end")
      return
    }
    #expect(error is CancellationError)

    var complete = BodyQueue()
    complete.finish(nil)
    let wasRunning = complete.abandon(CancellationError())
    #expect(!wasRunning)
    guard case .end(nil) = complete.take() else {
      Issue.record("no end")
      return
    }
  }
}
