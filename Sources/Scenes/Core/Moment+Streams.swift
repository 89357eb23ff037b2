/// Things that come in at one side of the picture and leave at the other: flakes, bubbles, lanterns, leaves.
///
/// In a seamless loop most are too slow to cross the picture in its length. So that they move at their own speed all
/// the same, several that look alike follow one another on the same way, and at the end of the loop each has come to
/// where another was at its start.
extension Moment {
  /// How many share a way in a loop.
  private static let kin = 5

  /// What a thing's looks are drawn from by chance: in a loop the same for all that share a way.
  func kin(of index: Int) -> Int { loops ? index / Self.kin : index }

  /// How far a thing is on its way, 0 up to 1.
  ///
  /// - Parameters:
  ///   - count: how many there are in all.
  ///   - rate: ways a second.
  ///   - offset: where on its way it begins; the same for all of its kin.
  func place(of index: Int, among count: Int, rate: Float, offset: Float) -> Float {
    guard loops else { return fract(turns(rate: rate) + offset) }
    // The last of them may be fewer.
    let kin = Float(max(1, min(Self.kin, count - index / Self.kin * Self.kin)))
    let steps = rate == 0 ? 0 : max(1, (abs(rate) * duration * kin).rounded()) * (rate < 0 ? -1 : 1)
    return fract((Float(index % Self.kin) + steps * progress) / kin + offset)
  }

  /// How far to the side a thing is at a place of its way, -1 to 1: kin must not be seen to stand in a row.
  func wander(at place: Float, offset: Float) -> Float {
    loops ? 0.7 * sine(turns: place + offset) + 0.3 * sine(turns: 2 * place + 3 * offset) : 0
  }
}
