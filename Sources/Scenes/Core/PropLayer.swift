import CKernels

/// One drawn thing, or several alike, that stand or move in the scene: boats, balloons, palms, fish.
struct PropLayer: SceneLayer {
  /// Where one of them is at a moment.
  struct Pose {
    /// The point of the sprite that stands at `x`, `y` is its middle across and its anchor down.
    var x: Float
    var y: Float
    var scale: Float = 1
    /// Width against height.
    var stretch: Float = 1
    var flipped = false
    var tone = t2v_tone(light: RGB(1))
    /// Pixels by which the end away from the anchor leans to the right.
    var lean: Float = 0
    /// How strongly it is mirrored in water at the anchor, 0 for none.
    var reflection: Float = 0
    /// Which sprite.
    var sprite = 0
    /// The height below which nothing of it is seen, as of what rises from water.
    var clip = Float.infinity
  }

  let sprites: [Sprite]
  /// Height of the anchor in the sprite, from its top, in its own pixels.
  let anchor: Float
  let poses: @Sendable (Moment) -> [Pose]
  /// Whether it has a contour where a style draws them.
  var isContoured = true

  func painter(at moment: Moment) -> (any RowPainter)? {
    let poses = poses(moment)
    return poses.isEmpty ? nil : Painter(self, poses, time: moment.time)
  }

  private final class Painter: RowPainter {
    private let layer: PropLayer
    private let poses: [Pose]
    /// The heights between which each is seen, and all of them: most rows touch none.
    private let spans: [ClosedRange<Float>]
    private let whole: ClosedRange<Float>
    private let time: Float

    init(_ layer: PropLayer, _ poses: [Pose], time: Float) {
      self.layer = layer
      let poses = poses.filter { $0.x.isFinite && $0.y.isFinite }
      self.poses = poses
      let spans = poses.map { pose in
        let sprite = layer.sprites[clamp(pose.sprite, 0, layer.sprites.count - 1)]
        let top = pose.y - layer.anchor * pose.scale
        let foot = top + Float(sprite.height) * pose.scale
        let mirrored = pose.reflection > 0 ? pose.y + layer.anchor * pose.scale : foot
        return min(top, foot)...max(top, foot, mirrored)
      }
      self.spans = spans
      let low = spans.map(\.lowerBound).min() ?? 0
      whole = low...max(low, spans.map(\.upperBound).max() ?? 0)
      self.time = time
    }

    var extent: ClosedRange<Float> { whole }

    func paint(_ row: PixelRow) {
      guard whole.contains(row.y) else { return }
      for index in poses.indices where spans[index].contains(row.y) {
        let pose = poses[index]
        let sprite = layer.sprites[clamp(pose.sprite, 0, layer.sprites.count - 1)]
        let top = pose.y - layer.anchor * pose.scale
        let bottom = top + Float(sprite.height) * pose.scale
        let half = Float(sprite.width) * pose.scale * pose.stretch / 2
        if row.y > top, row.y < min(bottom, pose.clip) {
          // What hangs from its anchor leans below it.
          let reach = max(layer.anchor, Float(sprite.height) - layer.anchor) * pose.scale
          let up = (pose.y - row.y) / max(1, reach)
          sprite.paint(
            row, left: pose.x - half + pose.lean * up * abs(up), top: top, scale: pose.scale,
            stretch: pose.stretch,
            flipped: pose.flipped, tone: pose.tone)
        }
        guard pose.reflection > 0, row.y > pose.y, row.y < pose.y + layer.anchor * pose.scale * 0.9 else {
          continue
        }
        // The mirror image, shaken sideways by the ripples and weaker with depth.
        let below = row.y - pose.y
        let shake =
          sine(turns: below / (9 * pose.scale + 3) - time * 0.9) * (1.5 + below * 0.035)
          + sine(turns: below / 23 + time * 0.53) * below * 0.02
        var tone = pose.tone
        tone.opacity *= pose.reflection * (1 - below / (layer.anchor * pose.scale * 0.9))
        let mirrored = PixelRow(
          red: row.red, green: row.green, blue: row.blue, alpha: nil, count: row.count, index: row.index,
          y: pose.y - below / 0.85, step: 1)
        sprite.paint(
          mirrored, left: pose.x - half + shake, top: top, scale: pose.scale, stretch: pose.stretch,
          flipped: pose.flipped, tone: tone)
      }
    }
  }
}
