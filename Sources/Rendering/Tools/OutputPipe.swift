import CLinux
import Dispatch
import Glibc
import Synchronization
import SystemPackage

/// The pipe from a program's standard output, read in pieces of a size on a thread of its own.
///
/// It holds a megabyte, where a program's usual pipe holds 64 KiB: a frame comes in three turns rather than fifty.
final class OutputPipe: Sendable {
  /// The end that the program writes; whoever starts the program closes it.
  let writeEnd: FileDescriptor
  private let readEnd: Int32
  private let queue = DispatchQueue(label: "t2v.output-pipe")
  /// The room for the next piece, while nobody uses it.
  private let room: Mutex<[UInt8]>
  private let size: Int

  /// What Linux lets everyone have.
  private static let wantedCapacity: Int32 = 1 << 20

  /// Makes a pipe for pieces of `size` bytes.
  init(size: Int) throws(RenderError) {
    var ends: [Int32] = [-1, -1]
    guard t2v_pipe(&ends, Self.wantedCapacity) > 0 else {
      throw .encoderFailed(detail: "there is no pipe from it: \(String(cString: strerror(errno)))")
    }
    (readEnd, writeEnd) = (ends[0], FileDescriptor(rawValue: ends[1]))
    self.size = size
    room = Mutex([UInt8](repeating: 0, count: size))
  }

  deinit { close(readEnd) }

  /// The next piece, to be given back for the one after it; nil where the output ends, be it within a piece.
  func next() async -> [UInt8]? {
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        var piece = take()
        continuation.resume(returning: fill(&piece) ? piece : nil)
      }
    }
  }

  /// Takes a used piece back, so that the next one needs no new memory.
  func giveBack(_ piece: consuming [UInt8]) {
    let piece = piece
    room.withLock { $0 = piece }
  }

  private func take() -> [UInt8] {
    room.withLock { room in
      let piece = room.count == size ? room : [UInt8](repeating: 0, count: size)
      room = []
      return piece
    }
  }

  private func fill(_ piece: inout [UInt8]) -> Bool {
    piece.withUnsafeMutableBytes { bytes in
      var done = 0
      while done < bytes.count, let base = bytes.baseAddress {
        let got = read(readEnd, base + done, bytes.count - done)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return false }
        done += got
      }
      return true
    }
  }
}
