import Foundation
import Rendering
import Scenes
import SystemPackage
import Testing

@Suite("The pipe to an encoder")
struct InputPipeTests {
  /// Reads to the end on a thread of its own.
  private func reading(_ end: FileDescriptor) -> Task<Data, any Error> {
    Task {
      try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
          let file = FileHandle(fileDescriptor: end.rawValue, closeOnDealloc: true)
          continuation.resume(with: Result { try file.readToEnd() ?? Data() })
        }
      }
    }
  }

  /// A frame that differs from every other in all its bytes.
  private func paint(_ frame: inout FrameBuffer, _ number: Int) {
    frame.withPlanes { y, u, v in
      for plane in [y, u, v] {
        for index in plane.indices { plane[index] = UInt8(truncatingIfNeeded: index &* 7 &+ number &* 31) }
      }
    }
  }

  @Test(
    "an encoder gets every byte, of frames that the pipe holds whole and of those that it does not",
    arguments: [(64, 96), (1080, 1920)])
  func bytes(width: Int, height: Int) async throws {
    let (pipe, readEnd) = try InputPipe.toStandardInput()
    let read = reading(readEnd)
    var expected = Data()
    // Two frames in turn, as a producer uses its own again.
    var frames = (FrameBuffer(width: width, height: height), FrameBuffer(width: width, height: height))
    for number in 0..<12 {
      swap(&frames.0, &frames.1)
      paint(&frames.0, number)
      let samples = [Float(number), 0.5]
      #expect(await pipe.write([.bytes([1, 2, 3]), .frame(frames.0), .samples(samples)]))
      expected += [1, 2, 3]
      expected += frames.0.bytes
      samples.withUnsafeBytes { expected += Data($0) }
    }
    await pipe.finish()
    #expect(try await read.value == expected)
    #expect(await pipe.write([.bytes([1])]) == false)
  }

  @Test("an encoder that has ended takes no more, and nothing is stopped by it")
  func ended() async throws {
    _ = signal(SIGPIPE, SIG_IGN)
    let (pipe, readEnd) = try InputPipe.toStandardInput()
    try readEnd.close()
    #expect(await pipe.write([.bytes([1])]) == false)
    #expect(await pipe.write([.frame(FrameBuffer(width: 1080, height: 1920))]) == false)
  }

  @Test("a program that opens its pipe late gets every byte too")
  func withPath() async throws {
    let (pipe, path) = try InputPipe.withPath()
    #expect(await pipe.write([.bytes([1, 2, 3]), .samples([0.25])]))
    let end = open(path, O_RDONLY)
    let read = reading(FileDescriptor(rawValue: end))
    let rest = [UInt8](repeating: 7, count: 3_000_000)
    #expect(await pipe.write([.bytes(rest)]))
    await pipe.finish()
    // It sees the end though nobody has told that it ended.
    var expected = Data([1, 2, 3])
    withUnsafeBytes(of: Float(0.25)) { expected += Data($0) }
    #expect(try await read.value == expected + Data(rest))
  }

  @Test("nothing waits for a program that ended before it opened its pipe")
  func neverOpened() async throws {
    let (pipe, _) = try InputPipe.withPath()
    let write = Task { await pipe.write([.bytes([UInt8](repeating: 1, count: 5_000_000))]) }
    pipe.programEnded()
    #expect(await write.value == false)
    #expect(await pipe.write([.bytes([1])]) == false)
    await pipe.finish()
  }
}
