import FlyingFox
import FlyingSocks
import Foundation

/// The body of the last answer on a connection: behind it the sequence fails, upon which the server library closes the
/// connection. By a header alone it would not, and would take what follows a broken request for another one.
struct FinalBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  /// The connection is to be closed.
  struct End: Error {}

  let bytes: Data

  func makeAsyncIterator() -> Iterator { Iterator(rest: Array(bytes)[...]) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate var rest: ArraySlice<UInt8>

    mutating func next() async throws -> UInt8? {
      guard let byte = rest.popFirst() else { throw End() }
      return byte
    }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      guard !rest.isEmpty else { throw End() }
      defer { rest = [] }
      return rest
    }
  }
}
