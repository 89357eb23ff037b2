/// The body of an answer, in chunks as they arrive.
///
/// * Chunks are never empty. They follow the network, not any structure of the content.
/// * **An end is a true end:** a body cut short (less than its `Content-Length`, chunked without the last chunk, a
///   reset connection) throws. Only an answer that declares neither cannot be told from a cut one.
/// * Above 1 MiB of waiting bytes the transfer pauses, below 256 KiB it goes on.
/// * Cancelling the reading task ends the transfer and throws `CancellationError`; so does letting go of the
///   response, its body and their iterators, which nobody is there to see.
/// * There is one body: a second iterator goes on where the first stood.
public struct HTTPBody: AsyncSequence, Sendable {
  /// Some bytes of the body.
  public typealias Element = [UInt8]

  let reader: BodyReader

  /// An iterator that takes the chunks out of the body.
  public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

  /// Takes chunks out of the body.
  public struct Iterator: AsyncIteratorProtocol {
    let reader: BodyReader

    /// The next chunk, `nil` after the last.
    ///
    /// - Throws: ``HTTPError`` if the body breaks off, `CancellationError` if the task is cancelled.
    public mutating func next() async throws -> [UInt8]? { try await reader.next() }

    /// The next chunk, `nil` after the last.
    ///
    /// - Throws: ``HTTPError`` if the body breaks off, `CancellationError` if the task is cancelled.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
      try await reader.next()
    }
  }

  /// Reads the body to its end.
  ///
  /// - Parameter limit: the most bytes it may have.
  /// - Throws: ``HTTPError`` with `tooLarge` past the limit, or as iterating does. The transfer ends either way.
  public func collect(upTo limit: Int) async throws -> [UInt8] {
    var whole: [UInt8] = []
    for try await chunk in self {
      guard whole.count + chunk.count <= limit else {
        reader.cancel()
        throw HTTPError(.tooLarge(limit: limit), host: reader.host, mayHaveReachedServer: true)
      }
      if whole.isEmpty { whole = chunk } else { whole += chunk }
    }
    return whole
  }

  /// Reads at most the first bytes of the body and lets the rest go; a body that breaks off gives what came.
  ///
  /// - Throws: `CancellationError` alone.
  func prefix(_ limit: Int) async throws -> [UInt8] {
    var start: [UInt8] = []
    do {
      for try await chunk in self {
        start += chunk.prefix(limit - start.count)
        if start.count == limit { break }
      }
    } catch is HTTPError {
      // What is wanted here is the text of an error; half of it is better than another error.
    }
    reader.cancel()
    return start
  }

  /// Lets go of what has not been read.
  public func cancel() { reader.cancel() }
}
