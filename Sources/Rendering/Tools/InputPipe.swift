import CLinux
import Dispatch
import Glibc
import Scenes
import Synchronization
import SystemPackage

/// A pipe to a program, written on a thread of its own: whoever draws never waits for the program. It is the program's
/// standard input, or has a path that the program opens.
///
/// Frames go through it without a copy: their pages are lent to the pipe until the program has read them. Whoever writes
/// a frame keeps its bytes as they are until the next frame is written, or the program has ended.
package final class InputPipe: Sendable {
  /// What is written at once.
  package enum Piece: Sendable {
    case bytes([UInt8])
    case samples([Float])
    case frame(FrameBuffer)
  }

  /// The end that stays open until the program has ended, whether it has opened the path or not; -1 when it is closed.
  private let openEnd: Atomic<Int32>
  private let queue = DispatchQueue(label: "t2v.input-pipe")
  private let state: Mutex<State>

  private struct State {
    /// The end that is written; nil when it is closed.
    var end: Int32?
    /// How many bytes the pipe holds.
    let capacity: Int
    /// The frame whose pages the pipe may still hold.
    var lent: FrameBuffer?
    /// Whether this system lends pages.
    var lends = true
  }

  /// What Linux lets everyone have: a third of a frame.
  private static let wantedCapacity: Int32 = 1 << 20

  private init(writeEnd: Int32, capacity: Int, openEnd: Int32?) {
    self.openEnd = Atomic(openEnd ?? -1)
    state = Mutex(State(end: writeEnd, capacity: capacity))
  }

  /// Makes a pipe to a program's standard input, and the end that the program reads; whoever starts the program closes
  /// that.
  package static func toStandardInput() throws(RenderError) -> (pipe: InputPipe, readEnd: FileDescriptor) {
    let (read, write, capacity) = try ends()
    return (InputPipe(writeEnd: write, capacity: capacity, openEnd: nil), FileDescriptor(rawValue: read))
  }

  /// Makes a pipe for a program that reads several at once, and the path that it opens. That is gone with this process, so that
  /// no program waits for one that has been killed.
  package static func withPath() throws(RenderError) -> (pipe: InputPipe, path: String) {
    let (read, write, capacity) = try ends()
    return (InputPipe(writeEnd: write, capacity: capacity, openEnd: read), "/proc/\(getpid())/fd/\(read)")
  }

  private static func ends() throws(RenderError) -> (read: Int32, write: Int32, capacity: Int) {
    var ends: [Int32] = [-1, -1]
    let capacity = t2v_pipe(&ends, wantedCapacity)
    guard capacity > 0 else {
      throw .encoderFailed(detail: "there is no pipe to it: \(String(cString: strerror(errno)))")
    }
    return (ends[0], ends[1], Int(capacity))
  }

  /// Closes the end that is kept for a program that has now ended: what is written fails from then on.
  package func programEnded() {
    let end = openEnd.exchange(-1, ordering: .relaxed)
    if end >= 0 { close(end) }
  }

  deinit {
    programEnded()
    state.withLock { state in
      if let end = state.end { close(end) }
    }
  }

  /// Writes all pieces, waiting while the pipe is full; false if the program has ended.
  package func write(_ pieces: [Piece]) async -> Bool {
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        continuation.resume(
          returning: state.withLock { state in pieces.allSatisfy { Self.write($0, &state) } })
      }
    }
  }

  /// Lets the program see the end of its input.
  package func finish() async {
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        state.withLock { state in
          if let end = state.end { close(end) }
          state.end = nil
        }
        continuation.resume()
      }
    }
  }

  private static func write(_ piece: Piece, _ state: inout State) -> Bool {
    guard let end = state.end else { return false }
    switch piece {
    case .bytes(let bytes): return bytes.withUnsafeBytes { Self.write($0, to: end) }
    case .samples(let samples): return samples.withUnsafeBytes { Self.write($0, to: end) }
    case .frame(let frame):
      return frame.bytes.withUnsafeBytes { bytes in
        var done = 0
        // Of a frame that the pipe cannot hold whole nothing is left in it when the next one is in.
        if state.lends, bytes.count >= state.capacity {
          state.lent = frame
          done = put(bytes, by: { t2v_lend(end, $0, $1) })
          state.lends = done == bytes.count
        }
        return Self.write(UnsafeRawBufferPointer(rebasing: bytes[done...]), to: end)
      }
    }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to end: Int32) -> Bool {
    put(bytes) { Glibc.write(end, $0, $1) } == bytes.count
  }

  /// Gives bytes to a call that takes some of them; answers how many it took before it failed.
  private static func put(_ bytes: UnsafeRawBufferPointer, by call: (UnsafeRawPointer, Int) -> Int) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var done = 0
    while done < bytes.count {
      let count = call(start + done, bytes.count - done)
      guard count > 0 || count < 0 && errno == EINTR else { break }
      done += max(0, count)
    }
    return done
  }
}
