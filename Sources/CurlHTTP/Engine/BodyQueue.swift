/// Bytes between the network and their reader: a value that decides when to pause and when to go on.
package struct BodyQueue: Sendable {
  /// Above this many waiting bytes nothing more is taken.
  package static let highWater = 1 << 20
  /// Below this many a paused transfer goes on.
  package static let lowWater = 256 << 10
  /// Small pieces are put together up to this size, so that a slow reader is woken less often.
  package static let chunkSize = 128 << 10

  /// What a reader gets.
  package enum Taken {
    /// Bytes; whether the transfer must be told to go on.
    case chunk([UInt8], resumes: Bool)
    /// Nothing yet.
    case nothing
    /// The end, or the break.
    case end((any Error)?)
  }

  /// How many bytes wait.
  package private(set) var waiting = 0
  /// The most that ever waited.
  package private(set) var peak = 0
  /// Whether a piece was refused and the transfer not yet told to go on.
  package private(set) var isPaused = false

  private var chunks: [[UInt8]] = []
  private var first = 0
  private var isFinished = false
  private var failure: (any Error)?

  package init() {}

  /// Takes bytes from the network.
  ///
  /// - Returns: whether they were taken; if not, the transfer is to pause and to offer them again.
  package mutating func offer(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard !isFinished else { return true }
    guard waiting < Self.highWater else {
      isPaused = true
      return false
    }
    if let last = chunks.indices.last, last >= first, chunks[last].count + bytes.count <= Self.chunkSize {
      chunks[last].append(contentsOf: bytes)
    } else {
      chunks.append([UInt8](bytes))
    }
    waiting += bytes.count
    peak = max(peak, waiting)
    return true
  }

  /// Gives the reader what there is, bytes before the end.
  package mutating func take() -> Taken {
    guard first < chunks.count else { return isFinished ? .end(failure) : .nothing }
    var chunk: [UInt8] = []
    swap(&chunk, &chunks[first])
    first += 1
    if first == chunks.count {
      chunks.removeAll(keepingCapacity: true)
      first = 0
    }
    waiting -= chunk.count
    let resumes = isPaused && waiting < Self.lowWater
    if resumes { isPaused = false }
    return .chunk(chunk, resumes: resumes)
  }

  /// Marks the end; only the first call counts.
  package mutating func finish(_ error: (any Error)?) {
    guard !isFinished else { return }
    isFinished = true
    failure = error
  }

  /// Ends at once and forgets what waits; a body read to its end stays at its end.
  ///
  /// - Returns: whether the network's side had not ended yet.
  package mutating func abandon(_ error: any Error) -> Bool {
    let wasRunning = !isFinished
    guard wasRunning || first < chunks.count else { return false }
    chunks = []
    first = 0
    waiting = 0
    isFinished = true
    failure = error
    return wasRunning
  }
}
