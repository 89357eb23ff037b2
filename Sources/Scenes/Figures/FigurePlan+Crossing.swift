import CKernels
import Directing

extension FigurePlan {
  /// Those who go together, as they are drawn.
  struct Company {
    /// The phases of every look, one after another.
    let sprites: [Sprite]
    let phases: Int
    /// The look of each, and its height against that of its kind.
    let looks: [Int]
    let sizes: [Float]
    /// How much room one takes, in pixels of a sprite.
    let wide: Float
    /// Whether they go side by side, as a family does.
    let isClose: Bool

    var count: Int { looks.count }

    /// Where each of them is against the middle of all, in pixels of a sprite.
    var abreast: [Float] {
      let widths = sizes.map { wide * (0.55 + 0.45 * $0) }
      var left = -widths.reduce(0, +) / 2
      return widths.map { width in
        left += width
        return left - width / 2
      }
    }
  }

  /// Figures that cross the picture; their phase follows their way, so that no foot slides.
  ///
  /// A few stay in the picture from the first frame to the last, or the camera goes along with them. Of many, and in a
  /// loop, some leave while others come.
  ///
  /// - Parameters:
  ///   - tall: height of the figure in its sprite; `height`: in the picture at hand, on a large canvas.
  ///   - way: pixels of the sprite that one gait covers; 0 for what stays where it is.
  func crossing(
    _ element: SceneElement, _ company: Company, anchor: Float, tall: Float, height: Float,
    way given: Float, stillRate: Float
  ) -> PropLayer {
    let frame = frame
    let count = company.count
    let way = element.posture == .standing ? 0 : given
    let seed = stage.seed(0xF16 + element.kind.hashSeed)
    let heading = heading(of: element, seed: seed)
    let ground = GroundLine(stage)
    let isFew = count < 7
    // Several that are wide are drawn smaller, so that they have room side by side.
    let overlap: Float = company.wide > 400 ? count == 2 ? 0.92 : 0.78 : 0.7
    let room = frame.width / (Float(count) * frame.unit * height / tall * company.wide * overlap)
    let size =
      Float(element.size)
      * (isFew
        ? count == 1 ? 1 : clamp(room / Float(element.size), company.wide > 400 ? 0.55 : 0.6, 1)
        : min(1, 2.4 / Float(count).squareRoot() + 0.35))
    // So many gaits a second: a horse gallops faster than an elephant walks.
    let rate: Float = way == 0 ? stillRate : clamp(1.7 - height / 600, 0.75, 1.3) * (way > 200 ? 1.45 : 1)
    let speed = Float(element.speed)
    let haze = stage.light.haze
    let isSubject = stage.subject?.kind == element.kind && isFew
    let groundPace = isSubject ? stage.subject?.pace.map { $0 * frame.unit } : nil
    let abreast = company.abreast
    let aroundFire = stage.has(.campfire) && element.posture == .sitting
    let side = frame.width * (0.5 + Float(element.place) * 0.33)
    return PropLayer(sprites: company.sprites, anchor: anchor) { moment in
      (0..<count).map { index -> PropLayer.Pose in
        let rank =
          count == 1 ? 0.8 : company.isClose ? 0.72 + 0.16 * hash(index, seed, 1) : hash(index, seed, 1)
        let near = ground.near(rank)
        let scale = frame.unit * height / tall * size * ground.scale(rank) * company.sizes[index]
        let whole = frame.unit * height / tall * size * ground.scale(0.8)
        let course = frame.width + tall * scale * 1.6
        // What runs crosses the picture once in a shot, in slow motion if need be, so that it is seen for long.
        let pace = min(way * rate * scale, max(frame.width * 0.16, course / moment.duration)) * speed
        // The outermost of those who are wide have room, too.
        let span = max(
          0,
          min(
            frame.width * 0.64, frame.width * 0.84 - company.wide * whole,
            Float(count - 1) * company.wide * whole * 0.75))
        var home: Float = 0
        if company.isClose {
          home = abreast[index] * whole
        } else if count > 1 {
          let order = (Float(index) + 0.5) / Float(count) - 0.5 + (hash(index, seed, 2) - 0.5) * 0.1
          home =
            isFew && !moment.loops
            ? order * span * Float(count) / Float(max(1, count - 1))
            : order * (moment.loops && way > 0 ? course : frame.width * 0.8)
        }
        // Around a fire there is room for it in the middle.
        if aroundFire {
          home +=
            (2 * index < count ? -1 : 1) * frame.width * 0.13 * (count == 1 && heading > 0 ? -1 : 1)
        }
        home += side
        var x = home
        var phase = moment.turns(rate: rate * max(0.2, speed)) + hash(index, seed, 3)
        // As far as they may go to both sides and stay in the picture.
        let half = count == 1 ? 0.21 : clamp((span + company.wide * whole) / frame.width / 2, 0.1, 0.4)
        if way > 0, let groundPace {
          // The camera goes along; the ground passes below.
          let drift = frame.width * min(0.16, 0.98 - 2 * half) * (moment.progress - 0.5)
          phase = (groundPace * moment.time + drift) / (way * scale) + hash(index, seed, 3)
          x = home + heading * drift
        } else if way > 0, isFew, !moment.loops {
          // In the picture from the first frame on.
          let travelled = frame.width * (1 - 2 * half) * (moment.progress - 0.5) * min(1, max(0.3, speed))
          phase = travelled / (way * scale) + hash(index, seed, 3)
          x = home + heading * travelled
        } else if way > 0 {
          let travelled =
            moment.loops
            ? moment.turns(rate: pace / course) * course : pace * (moment.time - moment.duration * 0.5)
          // The gait follows the way; in a loop to the nearest whole number of gaits.
          phase =
            moment.loops
            ? moment.turns(rate: max(pace / (way * scale), 1 / moment.duration)) + hash(index, seed, 3)
            : travelled / (way * scale) + hash(index, seed, 3)
          x = home + heading * travelled
          x -= ((x + tall * scale * 0.8) / course).rounded(.down) * course
        }
        var spot = moment.project(x: x, y: ground.y(rank), nearness: near)
        if groundPace != nil { spot.x -= moment.camera.tracked(near) }
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, flipped: heading < 0,
          tone: t2v_tone(haze: haze, amount: 0.25 * (1 - rank)), reflection: ground.isWet ? 0.25 : 0,
          sprite: company.looks[index] * company.phases
            + min(company.phases - 1, Int(fract(phase) * Float(company.phases))))
      }.sorted { $0.y < $1.y }
    }
  }
}
