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
    try await withThrowingTaskGroup(of: Int.self) { group in
      var started = frames.lowerBound
      var waiting: Set<Int> = []
      func start() {
        guard started < frames.upperBound else { return }
        let frame = started
        started += 1
        group.addTask(executorPreference: executor) {
          try Task.checkCancellation()
          var buffer = pool.take()
          render(frame, &buffer)
          pool.keep(&buffer, as: frame)
          return frame
        }
      }
      for _ in 0..<headStart { start() }
      var last: FrameBuffer?
      for frame in frames {
        while !waiting.contains(frame), let made = try await group.next() { waiting.insert(made) }
        waiting.remove(frame)
        guard var buffer = pool.made(frame) else { return }
        try Task.checkCancellation()
        try await body(frame, &buffer)
        pool.give(&last)
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

  /// Buffers that wait to be used, or to be drawn on again; whoever takes one is its only owner, so that nothing is copied. The result
  /// of a task is held until its thread has let go of the task, which may be later.
  private final class BufferPool: Sendable {
    private struct Buffers {
      var spare: [FrameBuffer] = []
      var made: [Int: FrameBuffer] = [:]
    }

    private static let empty = FrameBuffer(width: 0, height: 0)
    private let canvas: Canvas
    private let most: Int
    private let buffers = Mutex(Buffers())

    init(canvas: Canvas, most: Int) {
      self.canvas = canvas
      self.most = most
    }

    func take() -> FrameBuffer { buffers.withLock { $0.spare.popLast() } ?? FrameBuffer(canvas: canvas) }

    /// Takes a buffer from whoever drew on it, and leaves an empty one.
    func keep(_ buffer: inout FrameBuffer, as frame: Int) {
      buffers.withLock {
        $0.made[frame] = buffer
        buffer = Self.empty
      }
    }

    func made(_ frame: Int) -> FrameBuffer? { buffers.withLock { $0.made.removeValue(forKey: frame) } }

    /// Takes a buffer that is no longer used.
    func give(_ buffer: inout FrameBuffer?) {
      buffers.withLock { buffers in
        guard let spare = buffer.take(), buffers.spare.count < most else { return }
        buffers.spare.append(spare)
      }
    }
  }
}
