import FlyingFox
import FlyingSocks
import Foundation

/// A stretch of an open file as the body of an answer. The file is opened before the answer begins, so that one
/// which is replaced or removed meanwhile is still sent whole.
struct FileBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let file: FileHandle
  let range: Range<Int>
  /// Keeps the studio from going idle while the body is read.
  let activity: Activity.Token

  func makeAsyncIterator() -> Iterator { Iterator(file: file, range: range, activity: activity) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    let file: FileHandle
    var range: Range<Int>
    let activity: Activity.Token

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> Data? {
      guard !range.isEmpty else { return nil }
      var buffer = Data(count: Swift.min(count, range.count))
      let offset = off_t(range.lowerBound)
      let read = buffer.withUnsafeMutableBytes {
        pread(file.fileDescriptor, $0.baseAddress, $0.count, offset)
      }
      guard read > 0 else { throw SystemFailure("read a file that is being sent") }
      range = range.lowerBound + read..<range.upperBound
      return buffer.prefix(read)
    }
  }
}
