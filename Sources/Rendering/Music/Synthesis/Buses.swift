/// The sums of one block: direct sound, what goes through each effect, and a place for one voice.
struct Buses {
  private static let lanes = 8
  private var samples: [Float]
  /// How far ducking instruments are pushed down now, 0 to 1.
  var duck: [Float]

  /// Sums of nothing, which take no memory.
  static let none = Buses(blockSize: 0)

  /// Silent sums for blocks of a size.
  init(blockSize: Int) {
    samples = [Float](repeating: 0, count: Self.lanes * blockSize)
    duck = [Float](repeating: 0, count: blockSize)
  }

  /// Where each sum stands, valid inside `withPointers`.
  struct Pointers {
    let scratch, left, right, chorusLeft, chorusRight, roomLeft, roomRight, echo: UnsafeMutablePointer<Float>
    let duck: UnsafePointer<Float>
  }

  /// Silences everything but the ducking.
  mutating func clear() {
    samples.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Gives all sums at once.
  mutating func withPointers(_ body: (Pointers) -> Void) {
    duck.withUnsafeBufferPointer { duck in
      samples.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress, let duck = duck.baseAddress else { return }
        func lane(_ index: Int) -> UnsafeMutablePointer<Float> { base + index * Performance.block }
        body(
          Pointers(
            scratch: lane(0), left: lane(1), right: lane(2), chorusLeft: lane(3), chorusRight: lane(4),
            roomLeft: lane(5), roomRight: lane(6), echo: lane(7), duck: duck))
      }
    }
  }
}
