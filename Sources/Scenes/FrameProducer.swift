import Directing
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Makes frames on all cores, one frame a core, and hands them on in order.
///
/// A frame a core beats rows split over cores: no barrier a frame, and a worker's rows stay in its own cache.
/// At most `lookAhead` frames are in the making or waiting, and their buffers are used again, so memory stays bounded
/// however slow the reader is. Before the first is handed on there may be more: a reader that is slow to begin finds
/// `headStart` of them.
///
/// ```swift
/// try await FrameProducer(renderer).forEach(in: 0..<renderer.frameCount) { _, frame in
///   try await pipe.write(frame.bytes)
/// }
/// ```
public struct FrameProducer: Sendable {
  private let canvas: Canvas
  private let lookAhead: Int
  private let headStart: Int
  private let executor: (any TaskExecutor)?
  private let render: @Sendable (_ frame: Int, _ buffer: inout FrameBuffer) -> Void

  /// A producer of frames that `render` draws; it is called on several threads at once.
  ///
  /// - Parameters:
  ///   - canvas: the size of the buffers.
  ///   - lookAhead: frames in the making or waiting, at least 1; nil: four more than the cores, so that a reader that takes
  ///     several at once need not wait.
  ///   - headStart: frames in the making or waiting before the first is handed on, if that is more.
  ///   - executor: on which frames are drawn; nil: Swift's own threads.
  ///   - render: draws one frame into a buffer that may still hold another.
  public init(
    canvas: Canvas, lookAhead: Int? = nil, headStart: Int = 0, executor: (any TaskExecutor)? = nil,
    render: @escaping @Sendable (_ frame: Int, _ buffer: inout FrameBuffer) -> Void
  ) {
    self.canvas = canvas
    self.lookAhead = max(1, lookAhead ?? Self.coreCount + 4)
    self.headStart = max(self.lookAhead, headStart)
    self.executor = executor
    self.render = render
  }

  /// A producer of a shot's frames.
  public init(_ renderer: SceneRenderer) {
    self.init(canvas: renderer.canvas) { frame, buffer in renderer.render(frame: frame, into: &buffer) }
  }

  /// Calls `body` with each frame in order, on the caller's task, which may draw on it too; a frame is made while earlier
  /// ones are used.
  ///
  /// A frame's bytes stay as they are until `body` has returned for the next one.
  ///
  /// - Throws: the first error of `body`, or `CancellationError`; work in the making is dropped.
  public func forEach(
    in frames: Range<Int>, _ body: (_ frame: Int, _ buffer: inout FrameBuffer) async throws -> Void
  ) async throws {
    let render = render
    let pool = BufferPool(canvas: canvas, most: lookAhead)
    try await withThrowingTaskGroup(of: (Int, FrameBuffer).self) { group in
      var started = frames.lowerBound
      var waiting: [Int: FrameBuffer] = [:]
      func start() {
        guard started < frames.upperBound else { return }
        let frame = started
        started += 1
        group.addTask(executorPreference: executor) {
          try Task.checkCancellation()
          var buffer = pool.take()
          render(frame, &buffer)
          return (frame, buffer)
        }
      }
      for _ in 0..<headStart { start() }
      var last: FrameBuffer?
      for frame in frames {
        while waiting[frame] == nil, let (made, buffer) = try await group.next() { waiting[made] = buffer }
        guard var buffer = waiting.removeValue(forKey: frame) else { return }
        try Task.checkCancellation()
        try await body(frame, &buffer)
        if let last { pool.give(last) }
        last = buffer
        if started - frame <= lookAhead { start() }
      }
    }
  }

  /// Cores this process may use.
  private static var coreCount: Int {
    #if canImport(Glibc)
      max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    #else
      2
    #endif
  }

  /// Some buffers that wait to be drawn on again; whoever takes one is its only owner, so that nothing is copied.
  private final class BufferPool: Sendable {
    private let canvas: Canvas
    private let most: Int
    private let spare = Mutex<[FrameBuffer]>([])

    init(canvas: Canvas, most: Int) {
      self.canvas = canvas
      self.most = most
    }

    func take() -> FrameBuffer { spare.withLock { $0.popLast() } ?? FrameBuffer(canvas: canvas) }

    func give(_ buffer: consuming FrameBuffer) {
      let buffer = buffer
      spare.withLock { if $0.count < most { $0.append(buffer) } }
    }
  }
}
