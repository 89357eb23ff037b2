import CLinux
import Dispatch
import Glibc
import Scenes
import Synchronization
import SystemPackage

/// The pipe to a program's standard input, written on a thread of its own: whoever draws never waits for the program.
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

  /// The end that the program reads; whoever starts the program closes it.
  package let readEnd: FileDescriptor
  private let capacity: Int
  private let queue = DispatchQueue(label: "t2v.input-pipe")
  private let state: Mutex<State>

  private struct State {
    /// The end that is written; nil when it is closed.
    var end: Int32?
    /// The frame whose pages the pipe may still hold.
    var lent: FrameBuffer?
    /// Whether this system lends pages.
    var lends = true
  }

  /// What Linux lets everyone have: a third of a frame.
  private static let wantedCapacity = 1 << 20

  /// Makes a pipe.
  package init() throws(RenderError) {
    var ends: [Int32] = [-1, -1]
    let capacity = t2v_pipe(&ends, Int32(Self.wantedCapacity))
    guard capacity > 0 else {
      throw .encoderFailed(detail: "there is no pipe to it: \(String(cString: strerror(errno)))")
    }
    self.capacity = Int(capacity)
    readEnd = FileDescriptor(rawValue: ends[0])
    state = Mutex(State(end: ends[1]))
  }

  deinit {
    state.withLock { state in
      if let end = state.end { close(end) }
    }
  }

  /// Writes all pieces, waiting while the pipe is full; false if the program has ended.
  package func write(_ pieces: [Piece]) async -> Bool {
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        continuation.resume(
          returning: state.withLock { state in pieces.allSatisfy { Self.write($0, &state, capacity) } })
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

  private static func write(_ piece: Piece, _ state: inout State, _ capacity: Int) -> Bool {
    guard let end = state.end else { return false }
    switch piece {
    case .bytes(let bytes): return bytes.withUnsafeBytes { Self.write($0, to: end) }
    case .samples(let samples): return samples.withUnsafeBytes { Self.write($0, to: end) }
    case .frame(let frame):
      return frame.bytes.withUnsafeBytes { bytes in
        var done = 0
        // Of a frame that the pipe cannot hold whole nothing is left in it when the next one is in.
        if state.lends, bytes.count >= capacity {
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
