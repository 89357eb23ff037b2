import Directing
import Scenes
import Synchronization
import Testing

@Suite("Making frames on all cores")
struct FrameProducerTests {
  private let canvas = Canvas(width: 64, height: 96)

  @Test("frames come in order, each once, with the bytes that the renderer gives")
  func order() async throws {
    let shot = Shot(
      name: "sea", durationMS: 1000, seed: 3, timeOfDay: .sunset, elements: [SceneElement(.ocean)])
    let renderer = SceneRenderer(shot: shot, canvas: canvas)
    var seen: [Int] = []
    try await FrameProducer(renderer).forEach(in: 4..<24) { number, frame in
      seen.append(number)
      var alone = FrameBuffer(canvas: canvas)
      renderer.render(frame: number, into: &alone)
      #expect(frame.bytes == alone.bytes)
    }
    #expect(seen == Array(4..<24))
  }

  @Test("no more frames are begun ahead of the reader than allowed")
  func lookAhead() async throws {
    let begun = Mutex(0)
    let producer = FrameProducer(canvas: canvas, lookAhead: 3) { _, _ in begun.withLock { $0 += 1 } }
    try await producer.forEach(in: 0..<40) { number, _ in
      #expect(begun.withLock { $0 } <= number + 3)
    }
    #expect(begun.withLock { $0 } == 40)
  }

  @Test("a reader that is slow to begin finds a head start, and no more are begun until it is used up")
  func headStart() async throws {
    let begun = Mutex(0)
    let producer = FrameProducer(canvas: canvas, lookAhead: 3, headStart: 12) { _, _ in
      begun.withLock { $0 += 1 }
    }
    try await producer.forEach(in: 0..<40) { number, _ in
      if number == 0 { while begun.withLock({ $0 }) < 12 { await Task.yield() } }
      #expect(begun.withLock { $0 } <= max(12, number + 3))
    }
    #expect(begun.withLock { $0 } == 40)
  }

  @Test("what the reader draws on a frame stays on it, and on no other")
  func drawnOnByReader() async throws {
    let producer = FrameProducer(canvas: canvas) { _, buffer in
      buffer.withPlanes { y, _, _ in y.update(repeating: 20) }
    }
    try await producer.forEach(in: 0..<20) { number, frame in
      #expect(frame.bytes[0] == 20)
      frame.withPlanes { y, _, _ in y[0] = UInt8(100 + number) }
      try await Task.sleep(for: .zero)
      #expect(frame.bytes[0] == UInt8(100 + number))
    }
  }

  @Test("a reader draws on the memory that the frame was made in: nothing is copied on the way")
  func handedOnUncopied() async throws {
    let places = Mutex<[Int: UInt]>([:])
    // A reader that waits for each frame takes it while the thread that made it is still at its end.
    let producer = FrameProducer(canvas: canvas, lookAhead: 2) { frame, buffer in
      buffer.withPlanes { y, _, _ in
        let place = UInt(bitPattern: y.baseAddress)
        places.withLock { $0[frame] = place }
      }
    }
    try await producer.forEach(in: 0..<4000) { number, frame in
      let place = frame.withPlanes { y, _, _ in UInt(bitPattern: y.baseAddress) }
      #expect(places.withLock { $0[number] } == place)
    }
  }

  @Test("a frame is not drawn on before its reader has the next one")
  func keptForOneMore() async throws {
    let producer = FrameProducer(canvas: canvas) { frame, buffer in
      buffer.withPlanes { y, _, _ in y.update(repeating: UInt8(frame)) }
    }
    // The memory itself, as a pipe that frames are lent to sees it.
    nonisolated(unsafe) var last: UnsafePointer<UInt8>?
    try await producer.forEach(in: 0..<60) { number, frame in
      try await Task.sleep(for: .zero)
      if let last { #expect(last[0] == UInt8(number - 1)) }
      last = frame.bytes.withUnsafeBufferPointer(\.baseAddress)
    }
  }

  @Test("the reader's error ends the work and reaches the caller")
  func readerFails() async {
    struct PipeClosed: Error {}
    let begun = Mutex(0)
    let producer = FrameProducer(canvas: canvas, lookAhead: 2) { _, _ in begun.withLock { $0 += 1 } }
    await #expect(throws: PipeClosed.self) {
      try await producer.forEach(in: 0..<1000) { number, _ in if number == 5 { throw PipeClosed() } }
    }
    #expect(begun.withLock { $0 } < 12)
  }

  @Test("cancelling the task stops it with CancellationError")
  func cancel() async {
    let producer = FrameProducer(canvas: canvas, lookAhead: 2) { _, _ in }
    let task = Task {
      try await producer.forEach(in: 0..<Int.max) { number, _ in
        if number == 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("no frames asked for, none made")
  func none() async throws {
    let producer = FrameProducer(canvas: canvas) { _, _ in Issue.record("nothing should be drawn") }
    try await producer.forEach(in: 7..<7) { _, _ in Issue.record("nothing should be handed on") }
  }
}
