import Directing

/// Many small things in the air at all distances: how near each is, and how large it is seen.
struct Drifters: Sendable {
  private let things: [(near: Float, scale: Float)]

  /// - Parameters:
  ///   - most: how many there are at most, whatever the prompt says.
  ///   - usual: how many there are when it says nothing.
  ///   - depth: above 1 there are more far ones than near ones.
  ///   - sizes: the scale of the farthest and the nearest.
  init(
    _ kind: SceneElement.Kind, in stage: Stage, most: Int, usual: Int, seed: Int, depth: Float,
    sizes: ClosedRange<Float>
  ) {
    let element = stage.shot.element(kind)
    let size = Float(element?.size ?? 1)
    things = (0..<min(most, element?.count ?? usual)).map { index in
      let near = power(hash(index, seed, 1), depth)
      return (near, stage.unit * mix(sizes.lowerBound, sizes.upperBound, near) * size)
    }
  }

  /// How many there are.
  var count: Int { things.count }

  /// What becomes of each at a moment: its number, and the number of its kin, which is its own where nothing loops.
  func map<Result>(
    at moment: Moment, _ body: (_ number: Int, _ kin: Int, _ near: Float, _ scale: Float) -> Result
  ) -> [Result] {
    things.indices.map { number in
      let kin = moment.kin(of: number)
      return body(number, kin, things[kin].near, things[kin].scale)
    }
  }

  /// What becomes of each.
  func map<Result>(_ body: (_ index: Int, _ near: Float, _ scale: Float) -> Result) -> [Result] {
    things.enumerated().map { body($0, $1.near, $1.scale) }
  }
}
