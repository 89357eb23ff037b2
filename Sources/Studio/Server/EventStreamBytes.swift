import FlyingFox
import FlyingSocks

/// The body of a chat answer: each block goes out as it comes. A client that leaves only ends the reading; the turn
/// that writes goes on.
struct EventStreamBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let blocks: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(blocks: blocks.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var blocks: AsyncStream<[UInt8]>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(blocks: AsyncStream<[UInt8]>.Iterator) { self.blocks = blocks }

    mutating func next() async throws -> UInt8? {
      while rest.isEmpty {
        guard let block = await blocks.next() else { return nil }
        rest = block[...]
      }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      if !rest.isEmpty {
        defer { rest = [] }
        return rest
      }
      return await blocks.next()?[...]
    }
  }
}
