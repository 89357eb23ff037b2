import CKernels
import Directing

/// Open water from the horizon to the foot of the picture: waves in perspective that reflect what stands above,
/// a glitter path under the light, crests that break when there is wind.
struct OceanLayer: SceneLayer {
  /// How rough the water lies.
  enum Surface: Sendable {
    case sea, lake
  }

  private let stage: Stage
  private let above: [any SceneLayer]
  private let surface: Surface
  private let offset: SIMD2<Float>
  private let deep: RGB
  private let crest: RGB
  private let own: RGB?
  private let wind: Float
  private let speed: Float

  /// - Parameters:
  ///   - above: the layers that the water reflects, back to front.
  ///   - kind: the element that the water is drawn for.
  init(stage: Stage, above: [any SceneLayer], surface: Surface, kind: SceneElement.Kind) {
    self.stage = stage
    self.above = above
    self.surface = surface
    var random = stage.random(0x0CEA)
    offset = SIMD2(Float(random.number(in: 0...512)), Float(random.number(in: 0...512)))
    own = stage.colour(kind)
    let storm = stage.hasAny(.rain, .lightning) ? Float(0.75) : 1
    if let own {
      deep = own.withLuma(clamp(own.luma, 0.06, 0.2)) * (0.45 + 0.55 * stage.light.ambient.luma)
      crest = own.mixed(RGB(own.luma), 0.35) * (0.42 * (0.4 + stage.light.ambient.luma))
    } else {
      deep = stage.light.deep * storm
      crest = stage.light.crest * storm
    }
    wind = stage.energy
    speed = Float(stage.shot.element(kind)?.speed ?? 1)
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: OceanLayer
    private let moment: Moment
    private let mirror: Mirror
    private let half: Int
    private let swell: RowStore
    private let chop: RowStore
    /// The even row of near water that was computed last, and the odd one, and their numbers.
    private let even: ChannelRows
    private let odd: ChannelRows
    private var evenRow = Int.min
    private var oddRow = Int.min
    /// From where on every second row is enough, as a share of the water's depth.
    private static let nearby: Float = 0.12
    private let halfRow: ChannelRows
    private let scratch = RowStore(width: 514)
    private let horizon: Float
    private let depth: Float
    /// The sea at one time; in a loop, the sea now fades into the sea a whole loop ago, so that waves never run backward.
    private let passes: [(time: Float, weight: Float)]

    init(_ layer: OceanLayer, _ moment: Moment) {
      self.layer = layer
      self.moment = moment
      horizon = moment.horizon
      if moment.loops {
        let (now, before) = (1 - moment.progress, moment.progress)
        // Two seas at half strength are calmer than one; keep their energy.
        let even = 1 / (now * now + before * before).squareRoot()
        passes = [(moment.time, now * even), (moment.time - moment.duration, before * even)]
      } else {
        passes = [(moment.time, 1)]
      }
      depth = max(8, layer.stage.height - layer.stage.composition.horizon)
      mirror = Mirror(
        of: layer.above.compactMap { $0.painter(at: moment) }, waterline: horizon,
        depth: min(layer.stage.composition.horizon, depth * 1.1), width: layer.stage.canvas.width)
      half = layer.stage.canvas.width / 2
      swell = RowStore(width: half)
      chop = RowStore(width: half)
      halfRow = ChannelRows(3, width: half)
      even = ChannelRows(3, width: half)
      odd = ChannelRows(3, width: half)
    }

    /// Coloured water colours what it reflects, the less the flatter one looks; without that a purple sea under a grey sky
    /// is in patches.
    private func stain(_ halfRow: ChannelRows, with colour: RGB, strength: Float) {
      let hue = colour.withLuma(1).mixed(RGB(1), 0.5)
      for index in 0..<half {
        let light = RGB(halfRow[0][index], halfRow[1][index], halfRow[2][index])
        let stained = light.mixed(hue * light.luma, strength)
        halfRow[0][index] = stained.red
        halfRow[1][index] = stained.green
        halfRow[2][index] = stained.blue
      }
    }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { Float(row) >= horizon + 1 }

    var extent: ClosedRange<Float> { min(horizon, 1e6)...1e6 }

    func paint(_ row: PixelRow) {
      guard row.y > horizon else { return }
      let down = (row.y - horizon) / depth
      if down > Self.nearby {
        // Near water is large in all directions: every second row is enough, as every second column is.
        let place = (Float(row.index) + 0.5) / 2 - 0.5
        let upper = Int(place.rounded(.down))
        prepareNear(upper)
        prepareNear(upper + 1)
        let (first, second) = upper & 1 == 0 ? (even, odd) : (odd, even)
        let way = place - Float(upper)
        row.forEachSeen { low, high in
          let from = low / 2
          let count = Int32((high - low) / 2)
          t2v_upsample2_between_row(row.red + low, first[0] + from, second[0] + from, way, count)
          t2v_upsample2_between_row(row.green + low, first[1] + from, second[1] + from, way, count)
          t2v_upsample2_between_row(row.blue + low, first[2] + from, second[2] + from, way, count)
        }
      } else {
        compute(y: row.y, into: halfRow)
        t2v_upsample2_row(row.red, halfRow[0], Int32(half))
        t2v_upsample2_row(row.green, halfRow[1], Int32(half))
        t2v_upsample2_row(row.blue, halfRow[2], Int32(half))
      }
      // The horizon itself is soft: the last pixels take the haze.
      let haze = layer.stage.light.haze
      let veil = (1 - smoothstep(0, 0.05, down)) * 0.35
      if veil > 0.004 {
        let count = row.count
        for index in 0..<count {
          row.red[index] += (haze.red - row.red[index]) * veil
          row.green[index] += (haze.green - row.green[index]) * veil
          row.blue[index] += (haze.blue - row.blue[index]) * veil
        }
      }
    }

    /// Computes a row of the water at half the height, which is kept until the next but one is asked for.
    private func prepareNear(_ index: Int) {
      let isEven = index & 1 == 0
      guard (isEven ? evenRow : oddRow) != index else { return }
      if isEven { evenRow = index } else { oddRow = index }
      compute(y: max(horizon + 0.5, (Float(index) + 0.5) * 2), into: isEven ? even : odd)
    }

    /// The water at a height of the picture, at half the width.
    private func compute(y: Float, into halfRow: ChannelRows) {
      let stage = layer.stage
      let frame = stage.composition
      let down = (y - horizon) / depth
      let calm = layer.surface == .lake
      // Distance along the water; 1 at the foot of the picture.
      let z = 1 / (down + 0.012)
      let distance = 1 - smoothstep(0, 0.9, down)
      let pixelsPerRow = z * z / depth
      let middle = frame.width / 2 + moment.camera.turn
      let ahead = moment.camera.zoom * 0.9

      // Waves: long, middle and short ones, each with its own wind; u across, v along the line of sight.
      func wave(
        _ levels: [Tile], across: Float, along: Float, drift: Float, run: Float, gain: Float, adding: Bool,
        into store: RowStore, shift: Float
      ) {
        let texelsPerRow = pixelsPerRow * along
        var level = 0
        var reach = texelsPerRow
        while reach > 0.9, level < levels.count - 1 {
          reach *= 0.5
          level += 1
        }
        let tile = levels[level]
        let squeeze = Float(tile.height) / 512
        let du = 2 * across * z / frame.unit
        let home = (0.5 - (middle + moment.camera.truck) * 0.5) * du
        for (time, weight) in passes {
          let u = layer.offset.x + shift + drift * layer.speed * time + home
          let v = layer.offset.y + shift * 3 + (z + ahead) * along + run * layer.speed * time
          tile.run(
            v: v * squeeze, u: u, du: du, gain: gain * weight, adding: adding || time != passes[0].time,
            into: store.start, count: half, scratch: scratch.start)
        }
      }
      let rough: Float = calm ? 0.35 + 0.4 * layer.wind : 0.75 + 0.75 * layer.wind
      let haste: Float = calm ? 0.45 : 0.8 + 0.6 * layer.wind
      let height: Float = calm ? 0.25 : 0.9
      wave(
        SharedTiles.waves, across: 0.11, along: 125, drift: 3 * haste, run: 16 * haste, gain: 0.62 * height,
        adding: false, into: swell, shift: 0)
      wave(
        SharedTiles.waves, across: 0.29, along: 330, drift: -5 * haste, run: 30 * haste, gain: 0.42,
        adding: true, into: swell, shift: 171)
      wave(
        SharedTiles.chop, across: 0.46, along: 500, drift: 9 * haste, run: 40 * haste, gain: 0.75,
        adding: false, into: chop, shift: 57)
      wave(
        SharedTiles.chop, across: 0.23, along: 260, drift: -11 * haste, run: 27 * haste, gain: 0.65,
        adding: true, into: chop, shift: 301)
      var water = t2v_water()
      water.rough = rough
      water.map = UnsafePointer(mirror.pixels)
      water.mapStride = Int32(mirror.stride)
      water.mapRows = Int32(mirror.rows)
      let below = y - horizon
      let lean: Float = calm ? 10 : 46
      water.mapV = (below * (calm ? 1 : 0.72) + lean * frame.unit * (0.3 + down)) / Mirror.rowStep
      water.mapTilt = -(calm ? 26 : 110) * frame.unit * (0.25 + 0.9 * down) / Mirror.rowStep
      water.mapSway = (calm ? 2.2 : 5) * frame.unit * (0.2 + down)
      let far: Float = calm ? 0.92 : 0.9
      let close: Float = calm ? 0.56 : 0.42
      water.fresnel = mix(close, far, distance * distance)
      water.fresnelTilt = -(calm ? 0.2 : 0.26) * (0.3 + 0.7 * smoothstep(0, 0.3, down))
      (water.deepR, water.deepG, water.deepB) = (layer.deep.red, layer.deep.green, layer.deep.blue)
      let crest = layer.crest * (calm ? 0.25 : 0.42)
      (water.crestR, water.crestG, water.crestB) = (crest.red, crest.green, crest.blue)
      if let source = moment.source {
        let isSun = moment.sun != nil
        water.sunX = source.x * 0.5
        let spread = source.radius * 0.5 * (0.85 + 2.6 * down + 0.9 * layer.wind * down)
        water.sunK = 1 / (spread * spread)
        let raised = clamp((horizon - source.y) / frame.horizon, -0.05, 1)
        // The sun stands over the water in front of it only while it is up.
        let up = smoothstep(-0.04, 0.03, raised)
        water.sunSlope = mix(0.62, 1.35, smoothstep(0, 0.75, down)) + (calm ? 0.1 : 0)
        water.sunGain = mix(1.5, 2.2, down)
        let overcast: Float = stage.shot.timeOfDay == .overcast ? 0.15 : 1
        let strength = (isSun ? 0.85 : 0.6) * up * overcast
        let colour =
          stage.colour(.sun) ?? (isSun ? stage.light.glow.mixed(stage.light.sun, 0.4) : RGB(0.72, 0.82, 1))
        let glint = colour * strength
        (water.sunR, water.sunG, water.sunB) = (glint.red, glint.green, glint.blue)
      }
      let breaking = calm ? 9 : 3.7 - 2.1 * layer.wind
      water.foamLow = breaking + 1.5 * distance * (1 - layer.wind)
      water.foamGain = 0.6 + 0.3 * layer.wind
      let foam = stage.light.key.mixed(stage.light.haze, 0.4).mixed(stage.light.ambient, 0.25)
      (water.foamR, water.foamG, water.foamB) = (foam.red, foam.green, foam.blue)
      t2v_water_row(
        halfRow[0], halfRow[1], halfRow[2], Int32(half), swell.start, chop.start, &water)
      if let own = layer.own { stain(halfRow, with: own, strength: 0.1 + 0.45 * smoothstep(0, 0.25, down)) }
      halfRow.extendEnds(of: 0..<3, width: half)
    }
  }
}
