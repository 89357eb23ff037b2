/// Trees as silhouettes.
enum TreeBrush {
  /// A spruce: tiers of drooping branches with ragged tips.
  static func conifer(
    _ canvas: inout SpriteCanvas, at foot: SIMD2<Float>, height: Float, seed: Int, colour: RGB,
    snow: RGB? = nil
  ) {
    guard height > 3 else { return }
    let tiers = clamp(Int(height / 14), 5, 34)
    let spread = height * (0.17 + 0.09 * hash(seed, 1))
    var right: [SIMD2<Float>] = []
    var left: [SIMD2<Float>] = []
    let top = foot - SIMD2(0, height)
    let bend = (hash(seed, 2) - 0.5) * height * 0.03
    for tier in 0..<tiers {
      let t = Float(tier + 1) / Float(tiers)
      let y = top.y + height * 0.94 * t
      let reach = spread * power(t, 0.82)
      let droop = height * 0.026 * (0.5 + t)
      let middle = top.x + bend * sine(turns: t * 0.5)
      let a = reach * (0.68 + 0.5 * hash(seed, tier, 3))
      let b = reach * (0.68 + 0.5 * hash(seed, tier, 4))
      let wobble = height / Float(tiers) * 0.5 * (hash(seed, tier, 5) - 0.5)
      right.append(SIMD2(middle + a, y + droop + wobble))
      right.append(SIMD2(middle + a * 0.55, y - droop * 0.2 + wobble))
      right.append(SIMD2(middle + reach * 0.26, y + droop * 0.1))
      left.append(SIMD2(middle - b, y + droop - wobble))
      left.append(SIMD2(middle - b * 0.55, y - droop * 0.2 - wobble))
      left.append(SIMD2(middle - reach * 0.26, y + droop * 0.1))
    }
    canvas.fill([top] + right + left.reversed(), colour)
    canvas.stroke(top, foot + SIMD2(0, 2), 0.6, max(1.2, height * 0.03), colour)
    if let snow {
      // Snow lies on the upper side of each tier.
      for tier in 1..<tiers {
        let t = Float(tier + 1) / Float(tiers)
        let tip = right[tier * 3]
        let other = left[tier * 3]
        let inner = SIMD2(top.x, tip.y - height * 0.05 * (0.4 + t))
        let thick = SIMD2<Float>(0, height * 0.016)
        canvas.fill([inner, tip, tip + thick * 0.3, inner + thick * 1.6], snow, opacity: 0.75)
        canvas.fill([inner, other, other + thick * 0.3, inner + thick * 1.6], snow, opacity: 0.6)
      }
    }
  }

  /// A broad-leaved tree: limbs and a crown of leaf clusters with sky between them.
  static func deciduous(
    _ canvas: inout SpriteCanvas, at foot: SIMD2<Float>, height: Float, seed: Int, colour: RGB,
    leaves: RGB? = nil
  ) {
    guard height > 4 else { return }
    let crown = foot - SIMD2(0, height * 0.63)
    canvas.stroke(foot + SIMD2(0, 2), crown, height * 0.055, height * 0.022, colour)
    for limb in 0..<7 {
      let angle = -0.25 + (hash(seed, limb, 1) - 0.5) * 0.42
      let reach = height * (0.22 + 0.16 * hash(seed, limb, 2))
      let start = foot - SIMD2(0, height * (0.32 + 0.28 * hash(seed, limb, 3)))
      canvas.stroke(
        start, start + SIMD2(cosine(turns: angle), sine(turns: angle)) * reach, height * 0.022,
        height * 0.006, colour)
    }
    let clusters = clamp(Int(height * 0.5), 24, 150)
    for cluster in 0..<clusters {
      let angle = hash(seed, cluster, 4)
      let far = power(hash(seed, cluster, 5), 0.55)
      let centre =
        crown + SIMD2(cosine(turns: angle) * far * height * 0.33, sine(turns: angle) * far * height * 0.34)
      let radius = height * (0.03 + 0.05 * hash(seed, cluster, 6)) * (1.15 - far * 0.5)
      // Leaves above catch more light than those below.
      let lift = clamp(0.5 - (centre.y - crown.y) / (height * 0.7), 0, 1)
      let shade = (leaves ?? colour) * (0.72 + 0.5 * lift * hash(seed, cluster, 8))
      var ragged = SpriteCanvas.ellipse(centre, SIMD2(radius, radius * 0.82))
      for index in ragged.indices {
        ragged[index] += (ragged[index] - centre) * (hash(seed &+ cluster, index, 7) - 0.35) * 0.7
      }
      canvas.fill(ragged, shade)
    }
  }
}
