/// A set of blocks of sixteen columns each, of the first 4096 columns.
struct ColumnBlocks: Equatable {
  /// Columns in a block.
  static let width = 16
  /// How many blocks there are.
  static let count = 256

  /// Words that are changed one by one and looked at together are quicker apart than in a vector.
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  /// Whether no block is in the set.
  var isEmpty: Bool { words[0] | words[1] | words[2] | words[3] == 0 }

  static func == (left: ColumnBlocks, right: ColumnBlocks) -> Bool {
    (0..<4).allSatisfy { left.words[$0] == right.words[$0] }
  }

  /// Adds the blocks `lower ..< upper` as far as there are such.
  mutating func insert(_ lower: Int, _ upper: Int) {
    let (lower, upper) = (max(0, lower), min(Self.count, upper))
    guard lower < upper else { return }
    for word in (lower / 64)...((upper - 1) / 64) {
      let first = max(lower - word * 64, 0)
      let last = min(upper - word * 64, 64) - 1
      words[word] |= (UInt64.max &<< UInt64(first)) & (UInt64.max &>> UInt64(63 - last))
    }
  }

  mutating func formUnion(_ other: ColumnBlocks) {
    for word in 0..<4 { words[word] |= other.words[word] }
  }

  mutating func subtract(_ other: ColumnBlocks) {
    for word in 0..<4 { words[word] &= ~other.words[word] }
  }

  /// The runs of blocks in the set, from the left.
  func forEachRun(_ body: (_ lower: Int, _ upper: Int) -> Void) {
    var upper = 0
    while true {
      let lower = next(inSet: true, from: upper)
      guard lower < Self.count else { return }
      upper = next(inSet: false, from: lower)
      body(lower, upper)
    }
  }

  /// The first block from one on that is in the set, or is not; `count` if there is none.
  private func next(inSet: Bool, from start: Int) -> Int {
    var seen = UInt64(start % 64)
    var word = start / 64
    while word < 4 {
      let bits = (inSet ? words[word] : ~words[word]) & (UInt64.max &<< seen)
      if bits != 0 { return word * 64 + bits.trailingZeroBitCount }
      word += 1
      seen = 0
    }
    return Self.count
  }
}
