/// What was typed during a turn and waits for its end; on disk if there is a store.
struct MessageQueue {
  /// What waits, the oldest first.
  private(set) var lines: [String] = []
  /// Whether it waits for the user's word, not for the end of a turn.
  var isHeld = false
  private let store: QueueStore?

  init(store: QueueStore?) { self.store = store }

  /// Adds what was typed.
  ///
  /// - Throws: `PrivateFileError`, here and below, when the queue is in memory alone.
  mutating func append(_ line: String) throws {
    lines.append(line)
    try store?.save(lines)
  }

  /// Takes out what has waited longest. It has left the disk before it is sent: nothing is sent twice.
  mutating func removeFirst() throws {
    lines.removeFirst()
    try store?.save(lines)
  }

  /// Takes out one, by its place from 0.
  mutating func remove(at index: Int) throws {
    lines.remove(at: index)
    try store?.save(lines)
  }

  /// Takes out all.
  mutating func clear() throws {
    lines = []
    isHeld = false
    try store?.save(lines)
  }

  /// Takes up what an earlier start left, and holds it.
  ///
  /// - Returns: How many there are.
  mutating func takeUp() throws -> Int {
    guard let left = try store?.takeUp(before: lines), !left.isEmpty else { return 0 }
    lines = left + lines
    isHeld = true
    return left.count
  }
}
