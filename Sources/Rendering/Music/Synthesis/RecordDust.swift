/// The hiss and the crackle of a worn record, the same in every round of a loop.
struct RecordDust {
  private var hiss: Float = 0
  private var click: Float = 0
  private var ring: Float = 0
  private var side: Float = 0

  /// Adds dust to a block that starts `position` samples into a round of `length`.
  mutating func add(
    level: Float, position: Int, of length: Int, left: UnsafeMutablePointer<Float>,
    right: UnsafeMutablePointer<Float>, count: Int
  ) {
    for index in 0..<count {
      let now = UInt32(truncatingIfNeeded: (position + index) % length)
      let raw = noise(now)
      hiss += 0.25 * (raw - hiss)
      // About nine crackles a second, of any loudness.
      let chance = noise(now ^ 0x5bd1_e995)
      if chance > 0.9996 {
        click = noise(now &+ 77) * 0.35
        side = noise(now &+ 99)
      }
      ring += 0.4 * (click - ring)
      click *= 0.82
      let dust = (hiss * 0.006 + ring * 0.22) * level
      left[index] += dust * (1 + 0.4 * side)
      right[index] += dust * (1 - 0.4 * side)
    }
  }
}
