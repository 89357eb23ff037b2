import CKernels
import Directing

/// A waterfall between cliffs, with a pool and drifting spray.
struct WaterfallPlan {
  let stage: Stage

  var layers: [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.waterfall)
    let size = Float(element?.size ?? 1)
    let top = frame.height * 0.26
    let pool = frame.height * 0.8
    let middle = frame.width * (0.5 + 0.2 * Float(element?.place ?? 0))
    let half = min(frame.width * 0.4, frame.width * mix(0.13, 0.08, frame.breadth) * size)
    let fall = FallLayer(
      stage: stage, middle: middle, half: half, top: top, foot: pool, speed: Float(element?.speed ?? 1))
    let seed = stage.seed(0xFA11)
    let spray = MarkLayer(height: stage.canvas.height) { moment in
      (0..<60).map { puff in
        let age = fract(moment.turns(rate: 0.16 + 0.1 * hash(puff, seed, 1)) + hash(puff, seed, 2))
        let wide = (30 + 190 * age) * frame.unit
        return Marks.Mark(
          x: middle + (hash(puff, seed, 3) - 0.5) * half * (2.2 + 3 * age) + moment.camera.turn,
          y: pool - 130 * age * frame.unit * hash(puff, seed, 4) + moment.camera.tilt,
          radius: wide * 0.1, softness: wide, colour: stage.light.key.mixed(RGB(1), 0.4),
          opacity: 0.15 * (1 - age) * min(1, age * 6))
      }
    }
    let cliffs = inParallel(2) { index in
      self.cliffs(top: top, pool: pool, middle: middle, half: half, back: index == 0)
    }
    return [cliffs[0], fall, cliffs[1], spray]
  }

  private func cliffs(top: Float, pool: Float, middle: Float, half: Float, back: Bool) -> any SceneLayer {
    let frame = stage.composition
    let margin = SpriteBand.margin(frame.width)
    let width = Int(frame.width + margin * 2)
    let head = frame.unit * 70
    let height = Int(frame.height * 1.08 - top + head)
    var canvas = SpriteCanvas(width: width, height: height)
    let light = stage.light
    let rock = RGB(0.40, 0.38, 0.36) * (light.ambient * 0.7 + light.key * 0.3)
    let moss = RGB(0.24, 0.36, 0.16) * (light.ambient * 0.7 + light.key * 0.35)
    let seed = stage.seed(back ? 0xC11 : 0xC12)
    for side in [-1, 1] as [Float] {
      var edge: [SIMD2<Float>] = []
      for step in 0...80 {
        let t = Float(step) / 80
        let y = head + t * (Float(height) - head)
        let wander = Noise.line(t * 5 + side * 11, octaves: 4, seed: seed) * frame.width * 0.05
        let open =
          back
          ? half * 0.2
          : half * mix(0.86, 1.5, smoothstep(0.3, 0.8, t)) + smoothstep(0.66, 0.9, t) * frame.width * 0.3
        edge.append(SIMD2(middle + margin + side * open + wander, y))
      }
      let border: Float = side < 0 ? -4 : Float(width) + 4
      var crest: [SIMD2<Float>] = []
      for step in 0...20 {
        let t = Float(step) / 20
        crest.append(
          SIMD2(
            mix(border, edge[0].x, t),
            head * (0.9 + 0.8 * Noise.line(t * 4 + side * 3, octaves: 3, seed: seed + 2)) - (1 - t) * head
              * 0.4))
      }
      canvas.fill(crest + edge + [SIMD2(border, Float(height) + 3)]) { x, y in
        // Upright cracks, ledges with moss.
        // Blocks between joints: each catches the light of its own.
        let u = frame.unit
        let bend = SharedTiles.smooth.sample(x * 0.25 / u, y * 0.25 / u)
        let column = ((x / u + bend * 90) / 118).rounded(.down)
        let layer = ((y / u + bend * 60 + hash(Int(column), seed, 61) * 260) / 290).rounded(.down)
        let own = hash(Int(column), Int(layer), seed)
        let across = fract((x / u + bend * 90) / 118)
        let down = fract((y / u + bend * 60 + hash(Int(column), seed, 61) * 260) / 290)
        let joint = min(smoothstep(0, 0.07, across), smoothstep(0, 0.03, down))
        let crack = SharedTiles.billow.sample(x * 1.5 / u, y * 0.7 / u)
        let face = 0.62 + 0.34 * own + 0.30 * (0.5 - down) + 0.16 * (across - 0.5)
        let depthShade = 1 - 0.30 * smoothstep(0.2, 1, y / Float(height))
        let tone =
          rock * (face * (0.3 + 0.9 * crack) * (0.68 + 0.32 * joint) * depthShade * 1.25) * (back ? 0.8 : 1)
        let green =
          smoothstep(0.16, 0, down) * smoothstep(0.35, 0.75, own + bend * 0.4) + (y < head * 1.6 ? 0.6 : 0)
        return tone.mixed(moss * (0.75 + 0.5 * crack), 0.8 * clamp(green, 0, 1))
      }
    }
    for tree in 0..<(back ? 26 : 9) {
      let x = hash(tree, seed, 4) * Float(width)
      guard abs(x - middle - margin) > half * 1.5 else { continue }
      let tall = frame.unit * (60 + 110 * hash(tree, seed, 5))
      TreeBrush.conifer(
        &canvas, at: SIMD2(x, head + 12), height: min(head + 8, tall), seed: seed + tree,
        colour: moss.mixed(light.near, 0.55))
    }
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: (top - head).rounded(),
      nearness: back ? 0.3 : 0.6, light: RGB(1), haze: light.haze,
      hazeTop: back ? 0.3 : 0.12, hazeFoot: back ? 0.45 : 0)
  }

  /// The falling water and its pool.
  private struct FallLayer: SceneLayer {
    let stage: Stage
    let middle: Float
    let half: Float
    let top: Float
    let foot: Float
    let speed: Float

    func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

    private final class Painter: RowPainter {
      private let layer: FallLayer
      private let moment: Moment
      private let first, second: RowStore
      private let scratch = RowStore(width: 514)

      init(_ layer: FallLayer, _ moment: Moment) {
        self.layer = layer
        self.moment = moment
        first = RowStore(width: layer.stage.canvas.width)
        second = RowStore(width: layer.stage.canvas.width)
      }

      func paint(_ row: PixelRow) {
        let stage = layer.stage
        let unit = stage.unit
        let top = layer.top + moment.camera.tilt
        let foot = layer.foot + moment.camera.tilt
        guard row.y > top else { return }
        let own = stage.colour(.waterfall)
        let white =
          (own?.mixed(RGB(1), 0.5) ?? RGB(0.95, 0.98, 1))
          * (stage.light.ambient * 0.45 + stage.light.key * 0.55)
        let deep = (own.map { $0 * 0.35 } ?? stage.light.deep).mixed(white, 0.22)
        let centre = layer.middle + moment.camera.turn + moment.camera.truck * 0.4
        if row.y < foot {
          let down = (row.y - top) / unit
          // Water gathers speed: the pattern stretches as it falls.
          let fallen = 19 * (down + 40).squareRoot()
          let run = moment.travel(speed: -360 * layer.speed, period: 512)
          let wide = layer.half * (1 + 0.16 * (row.y - top) / (foot - top))
          let columns = span(centre - wide * 1.4, centre + wide * 1.4, row.count)
          guard !columns.isEmpty else { return }
          let start = Float(columns.lowerBound)
          SharedTiles.cloud.run(
            v: fallen + run, u: 40 + start * 1.5 / unit, du: 1.5 / unit, gain: 1, adding: false,
            into: first.start, count: columns.count, scratch: scratch.start)
          SharedTiles.billow.run(
            v: fallen * 0.5 + run * 0.6, u: 9 + start * 0.8 / unit, du: 0.8 / unit, gain: 1, adding: false,
            into: second.start, count: columns.count, scratch: scratch.start)
          var fall = t2v_fall()
          (fall.centre, fall.wide) = (centre, wide)
          (fall.deepR, fall.deepG, fall.deepB) = (deep.red, deep.green, deep.blue)
          (fall.whiteR, fall.whiteG, fall.whiteB) = (white.red, white.green, white.blue)
          t2v_fall_row(
            row.red, row.green, row.blue, Int32(columns.lowerBound), Int32(columns.upperBound), first.start,
            second.start, &fall)
        } else {
          let down = (row.y - foot) / max(1, stage.height - foot)
          let z = 1 / (down + 0.12)
          let run = moment.travel(speed: 26 * layer.speed, period: 512)
          SharedTiles.cloud.run(
            v: z * 40 + run, u: 20 - stage.width / 2 * 0.16 * z / unit, du: 0.16 * z / unit, gain: 1,
            adding: false, into: first.start, count: row.count, scratch: scratch.start)
          let water = deep.mixed(stage.light.sky.colour(at: 0.5), 0.25)
          var pool = t2v_pool()
          (pool.centre, pool.wide, pool.froth) = (centre, layer.half * (1.6 + 3 * down), 1.1 - down * 1.3)
          (pool.poolR, pool.poolG, pool.poolB) = (water.red, water.green, water.blue)
          (pool.whiteR, pool.whiteG, pool.whiteB) = (white.red, white.green, white.blue)
          t2v_pool_row(row.red, row.green, row.blue, row.samples, first.start, &pool)
        }
      }
    }
  }
}
