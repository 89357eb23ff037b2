import CLinux
import Dispatch
import Glibc
import Scenes
import Synchronization
import SystemPackage

/// A pipe to a program, written on a thread of its own: whoever draws never waits for the program. It is the program's
/// standard input, or has a name that the program opens.
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

  /// The file that the program opens; nil for standard input.
  let path: String?
  private let isGivenUp = Atomic(false)
  private let queue = DispatchQueue(label: "t2v.input-pipe")
  private let state: Mutex<State>

  private struct State {
    /// The end that is written; nil when it is closed, and until the program opens its own.
    var end: Int32?
    /// How many bytes the pipe holds.
    var capacity = 0
    /// The frame whose pages the pipe may still hold.
    var lent: FrameBuffer?
    /// Whether this system lends pages.
    var lends = true
    /// Whether a pipe with a name has found its program, or has given up.
    var wasOpened = false
  }

  /// What Linux lets everyone have: a third of a frame.
  private static let wantedCapacity: Int32 = 1 << 20

  private init(path: String?, state: sending State) {
    self.path = path
    self.state = Mutex(state)
  }

  /// Makes a pipe to a program's standard input, and the end that the program reads; whoever starts the program closes
  /// that.
  package static func toStandardInput() throws(RenderError) -> (pipe: InputPipe, readEnd: FileDescriptor) {
    var ends: [Int32] = [-1, -1]
    let capacity = t2v_pipe(&ends, wantedCapacity)
    guard capacity > 0 else {
      throw .encoderFailed(detail: "there is no pipe to it: \(String(cString: strerror(errno)))")
    }
    let state = State(end: ends[1], capacity: Int(capacity))
    return (InputPipe(path: nil, state: state), FileDescriptor(rawValue: ends[0]))
  }

  /// Makes a pipe with a name, for a program that reads several at once.
  ///
  /// - Parameter path: the file to make, in a folder that nobody else may look into.
  package static func named(_ path: String) throws(RenderError) -> InputPipe {
    guard mkfifo(path, 0o600) == 0 else {
      throw errno == ENOSPC || errno == EDQUOT ? .diskFull(path) : .folderNotWritable(path)
    }
    return InputPipe(path: path, state: State())
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
          returning: state.withLock { state in
            open(&state)
            return pieces.allSatisfy { Self.write($0, &state) }
          })
      }
    }
  }

  /// Waits no more for a program that has ended to open the pipe.
  package func giveUp() { isGivenUp.store(true, ordering: .relaxed) }

  /// Waits until the program has opened its end of a pipe with a name.
  ///
  /// An end that is opened first and waits would wait for ever where the program ends before it comes to this pipe.
  private func open(_ state: inout State) {
    guard let path, !state.wasOpened else { return }
    while state.end == nil, !isGivenUp.load(ordering: .relaxed) {
      let end = Glibc.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      if end >= 0 {
        _ = fcntl(end, F_SETFL, O_WRONLY)
        state.capacity = Int(t2v_widen(end, Self.wantedCapacity))
        state.end = end
      } else if errno == ENXIO || errno == EINTR {
        usleep(2000)
      } else {
        break
      }
    }
    state.wasOpened = true
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
