import CKernels
import Directing

/// A straight road from the foot of the picture to the horizon, with verges and a moving middle line.
struct RoadLayer: SceneLayer {
  let stage: Stage

  /// Half the road's width at the foot, as a share of the picture's width.
  static func spread(_ frame: Composition) -> Float { mix(0.62, 0.42, frame.breadth) }

  /// How fast the road passes below the viewer, 1 for a car's usual way; nothing passes where people walk along it.
  static func speed(_ stage: Stage) -> Float {
    if stage.shot.elements.contains(where: { FigurePlan.isAlongRoad($0, in: stage) }) { return 0 }
    if let pace = FigurePlan.paceDownRoad(stage) { return pace }
    let own = Float(stage.shot.element(.car)?.speed ?? stage.shot.element(.road)?.speed ?? 1)
    // Among trees the viewer strolls unless something drives.
    return AvenuePlan.isNeeded(stage) && !stage.hasAny(.car, .truck) ? own * 0.25 : own
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(stage, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let moment: Moment
    private let noise: RowStore
    private let scratch = RowStore(width: 514)
    private let run: Float
    private let isStreet: Bool
    private let isPath: Bool
    private let wet: Float
    private let light: RGB
    /// The verge, and how much of it shines with the sky.
    private let verge: RGB
    private let vergeShine: Float
    private let ground: RGB
    private let paint: RGB?

    init(_ stage: Stage, _ moment: Moment) {
      self.stage = stage
      self.moment = moment
      noise = RowStore(width: stage.canvas.width)
      // In a street the lamps and the shops light the ground.
      let lamps = StreetPlan.isNeeded(stage) ? RGB(0.40, 0.31, 0.22) * stage.light.lamps : RGB(0)
      light = stage.light.ambient * 0.6 + stage.light.key * 0.4 + lamps
      run = moment.travel(speed: 26 * RoadLayer.speed(stage), period: 512)
      isStreet = StreetPlan.isNeeded(stage)
      wet = stage.has(.rain) ? (isStreet ? 0.22 : 0.45) : 0.06
      // Grass in the country, pavement in town.
      if stage.has(.snow) {
        (verge, vergeShine) = (RGB(0.86, 0.90, 0.96) * light, 0)
      } else if stage.has(.city) || isStreet {
        (verge, vergeShine) = (RGB(0.42, 0.42, 0.45) * light, wet * 0.8)
      } else {
        (verge, vergeShine) = (RGB(0.34, 0.40, 0.20) * light, 0)
      }
      ground =
        (stage.colour(.road).map { $0.mixed(RGB(0.58, 0.50, 0.38), 0.55) } ?? RGB(0.24, 0.24, 0.26)) * light
      // A path has a colour of its own, no lines, and is narrow.
      isPath = stage.shot.element(.road)?.colour != nil
      paint = isPath ? nil : RGB(0.92, 0.90, 0.82) * light
    }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { Float(row) > moment.horizon + 1 }

    func paint(_ row: PixelRow) {
      guard row.y > moment.horizon else { return }
      let frame = stage.composition
      let near = (row.y - moment.horizon) / max(1, frame.height - frame.horizon)
      let z = 1 / (near + 0.004)
      let du = min(60, 0.35 * z / frame.unit)
      let blur = 1 / (1 + z * 0.25)
      SharedTiles.cloud.run(
        v: z * 26 + run, u: 9 - frame.width / 2 * du, du: du, gain: blur, adding: false, into: noise.start,
        count: row.count, scratch: scratch.start)
      let sky = stage.light.sky
      let verge =
        vergeShine > 0 ? verge.mixed(sky.colour(at: 0.1 + near * 0.3), vergeShine) : verge
      let asphalt = ground.mixed(sky.colour(at: 0.12 + near * 0.3), wet)
      let paint = paint ?? asphalt
      let haze = stage.light.haze
      var road = t2v_road()
      (road.middle, road.half) = (
        frame.width / 2 + moment.camera.turn,
        near * frame.width * RoadLayer.spread(frame) * (isPath ? 0.5 : 1)
      )
      road.dashed = fract((z * 26 + run) / 32) < 0.5 ? 1 : 0
      road.haze = exponential(-near * (isStreet ? 16 : 9)) * 0.85
      (road.vergeR, road.vergeG, road.vergeB) = (verge.red, verge.green, verge.blue)
      (road.roadR, road.roadG, road.roadB) = (asphalt.red, asphalt.green, asphalt.blue)
      (road.paintR, road.paintG, road.paintB) = (paint.red, paint.green, paint.blue)
      (road.hazeR, road.hazeG, road.hazeB) = (haze.red, haze.green, haze.blue)
      t2v_road_row(row.red, row.green, row.blue, row.samples, noise.start, &road)
    }
  }
}
