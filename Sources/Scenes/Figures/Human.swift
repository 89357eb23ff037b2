/// A person seen from the side as a silhouette, in phases of what they do.
enum Human {
  typealias Point = SIMD2<Float>
  static let width = 300
  static let height = 360
  static let ground: Float = 340
  static let phases = 16

  /// What a person does.
  enum Action: Sendable {
    case walk, run, stand, dance, cycle, umbrella, couple, sitOnSeat, sitOnGround, away, toward, cycleAway
  }

  /// What a person wears, and how they look, in the scene's light.
  struct Tones: Sendable {
    var coat: RGB
    var trousers: RGB
    var skin: RGB
    var hair: RGB
    /// The hair of somebody old.
    var grey: RGB

    /// A silhouette.
    init(_ colour: RGB) { (coat, trousers, skin, hair, grey) = (colour, colour, colour, colour, colour) }

    init(coat: RGB, trousers: RGB, skin: RGB, hair: RGB, grey: RGB) {
      (self.coat, self.trousers, self.skin, self.hair, self.grey) = (coat, trousers, skin, hair, grey)
    }
  }

  /// The phases of what a person does, in pixels of somebody grown: who is smaller is drawn at a smaller scale.
  static func sprites(
    _ action: Action, _ tones: Tones, rim: RGB?, lightRight: Bool, build: Build = Build(),
    hasUmbrella: Bool = false
  ) -> [Sprite] {
    var tones = tones
    if build.isGrey { tones.hair = tones.grey }
    return inParallel(phases) { [tones] index in
      var canvas = SpriteCanvas(width: width, height: height)
      let phase = Float(index) / Float(phases)
      switch action {
      case .couple:
        person(&canvas, x: 122, .walk, phase, tones, Build(), hand: Point(150, 214))
        var other = tones
        other.coat = tones.coat.mixed(
          RGB(tones.coat.red * 1.5, tones.coat.green * 0.7, tones.coat.blue * 0.8), 0.8)
        person(
          &canvas, x: 178, .walk, phase + 0.08, other, Build(wearsDress: true), tall: 0.92,
          hand: Point(150, 214))
      case .cycle: cyclist(&canvas, phase, tones)
      case .sitOnSeat, .sitOnGround:
        seated(&canvas, x: 150, onGround: action == .sitOnGround, phase, tones, build)
      case .cycleAway: cyclistFromBehind(&canvas, phase, tones)
      case .away, .toward:
        along(&canvas, isToward: action == .toward, phase, tones, build, hasUmbrella: hasUmbrella)
      default: person(&canvas, x: 150, action, phase, tones, build)
      }
      canvas.addRoundness(reach: 90)
      if let rim { canvas.addRim(rim, toward: Point(lightRight ? 0.8 : -0.8, -1), width: 3, strength: 0.4) }
      return canvas.sprite()
    }
  }

  private static func person(
    _ canvas: inout SpriteCanvas, x: Float, _ action: Action, _ phase: Float, _ tones: Tones, _ build: Build,
    tall: Float = 1, hand held: Point? = nil
  ) {
    let dress = build.wearsDress
    let colour = tones.coat
    let far = colour * 0.75
    let isRun = action == .run
    let moves = action == .walk || action == .run || action == .umbrella
    let (upper, lower) = (74 * tall, 74 * tall)
    // Who walks rises over the leg that carries; who runs, between the steps.
    let bob =
      isRun
      ? abs(sine(turns: phase + 0.1)) * 9
      : moves ? 2.5 * tall * cosine(turns: 2 * (phase - 0.3)) : sine(turns: phase) * 0.8
    let lean: Float = isRun ? 20 : moves ? 5 : 0
    let rise =
      isRun ? (upper + lower) * 0.93 - 4 : 6 + (moves ? 143.5 : action == .dance ? 138 : 146.5) * tall
    let hip = Point(x, ground - rise - bob)
    let shoulder = hip + Point(lean, -74 * tall)
    let head = shoulder + Point(lean * 0.35 + 3, -36 * tall - 8 * (build.head - 1))
    let skull = tall * build.head
    func leg(_ offset: Float, _ tone: RGB) {
      var foot = Point(x + (offset > 0.2 ? 10 : -8), ground - 6)
      if moves {
        let step = Limb.step(
          phase + offset, stride: isRun ? 140 : 76, lift: isRun ? 54 : 18, stance: isRun ? 0.38 : 0.6)
        foot = Point(x + step.x, ground - 6 + step.y)
      } else if action == .dance {
        let swing = sine(turns: phase)
        foot = offset > 0.2 ? Point(x - 4, ground - 4) : Point(x + 62 + 20 * swing, ground - 66 - 26 * swing)
      }
      let knee = Limb.joint(from: hip, to: foot, upper: upper, lower: lower, bend: 1)
      canvas.limb([hip, knee, foot], [25 * tall, 17 * tall, 10 * tall], tone)
      canvas.ellipse(foot + Point(8, 2), Point(14, 5.5) * tall, tone)
    }
    func arm(_ offset: Float, _ tone: RGB) {
      let swing = sine(turns: phase + offset)
      var elbow = shoulder + Point(swing * -24 - 4, 46) * tall
      var hand = elbow + Point(swing * -14 + 12, 42) * tall
      if isRun {
        elbow = shoulder + Point(swing * -38 - 4, 34)
        hand = elbow + Point(34, -18 + swing * 16)
      } else if action == .dance {
        let rise = sine(turns: phase + offset * 0.4)
        let way: Float = offset > 0.2 ? 1 : -1
        elbow = shoulder + Point(way * 36, -28 - 12 * rise)
        hand = elbow + Point(way * 8, -50 - 6 * rise)
      } else if action == .stand {
        elbow = shoulder + Point(offset > 0.2 ? 14 : -14, 46)
        hand = elbow + Point(4, 44)
      }
      canvas.limb([shoulder + Point(0, 8), elbow, hand], [19 * tall, 15 * tall, 10 * tall], tone)
      canvas.ellipse(hand, Point(6.5, 7.5) * tall, tone == far ? tones.skin * 0.8 : tones.skin)
    }
    let bare = dress || action == .dance
    leg(0.5, (bare ? tones.skin : tones.trousers) * 0.75)
    if held == nil || tall < 1 { arm(0.5, far) }
    // Torso, neck, head.
    canvas.fill(
      [
        shoulder + Point(-23, 4) * tall, shoulder + Point(-8, -7) * tall, shoulder + Point(12, -7) * tall,
        shoulder + Point(23, 5) * tall, hip + Point(17, -20) * tall, hip + Point(18, 10) * tall,
        hip + Point(-18, 10) * tall, hip + Point(-16, -20) * tall,
      ], colour)
    canvas.stroke(shoulder + Point(1, 0), head + Point(-2, 12), 15 * tall, 13 * tall, tones.skin * 0.85)
    canvas.ellipse(head, Point(17, 21) * skull, turns: 0.02, tones.skin)
    canvas.ellipse(head + Point(16, 3) * skull, Point(4, 3.4) * skull, tones.skin)
    // Hair over the crown and the nape.
    canvas.fill(
      [
        head + Point(15, -9) * skull, head + Point(12, -19) * skull, head + Point(0, -25) * skull,
        head + Point(-13, -22) * skull, head + Point(-20, -9) * skull, head + Point(-19, 8) * skull,
        head + Point(-13, 13) * skull, head + Point(-6, 3) * skull, head + Point(-4, -9) * skull,
      ], tones.hair)
    if bare {
      leg(0, tones.skin)
      let wide: Float = action == .dance ? 52 + 14 * abs(sine(turns: phase)) : 34
      let drop: Float = action == .dance ? 62 : 92
      let sway = sine(turns: phase) * 8
      canvas.fill(
        [
          hip + Point(-16, -26) * tall, hip + Point(16, -26) * tall,
          hip + Point(wide + sway, drop) * tall, hip + Point(sway * 0.5, drop + 8) * tall,
          hip + Point(-wide + sway, drop) * tall,
        ], colour)
      // Hair.
      canvas.fill(
        [
          head + Point(-16, -14) * skull, head + Point(0, -23) * skull, head + Point(-6, 6) * skull,
          head + Point(-22 - sway * 0.4, 34) * skull, head + Point(-27, 14) * skull,
        ], tones.hair)
      if action == .dance { canvas.ellipse(head + Point(-12, -20), Point(9, 9), tones.hair) }
    }
    if !bare { leg(0, tones.trousers) }
    if let held {
      canvas.limb([shoulder + Point(0, 8), (shoulder + held) / 2 + Point(0, 10), held], [16, 12, 8], colour)
    } else if action == .umbrella {
      let hand = shoulder + Point(34, 26)
      canvas.limb([shoulder + Point(0, 8), shoulder + Point(22, 44), hand], [19, 15, 10], tones.coat)
      let top = hand + Point(-8, -132)
      canvas.stroke(hand + Point(0, 18), top, 4, 3, colour)
      var dome: [Point] = []
      for step in 0...24 {
        let t = Float(step) / 24
        dome.append(top + Point(-98 + 196 * t, 52 - 60 * power(sine(turns: t / 2), 0.8)))
      }
      for rib in stride(from: 4, through: 0, by: -1) {
        let t = (Float(rib) + 0.5) / 5
        dome.append(top + Point(-98 + 196 * t, 44))
        if rib > 0 { dome.append(top + Point(-98 + 196 * Float(rib) / 5, 52)) }
      }
      canvas.fill(dome, colour)
      canvas.stroke(top + Point(0, -8), top + Point(0, -20), 4, 2, colour)
    } else {
      arm(0, colour)
    }
  }

  private static func cyclist(_ canvas: inout SpriteCanvas, _ phase: Float, _ tones: Tones) {
    let colour = tones.trousers
    let (rear, front) = (Point(84, ground - 54), Point(222, ground - 54))
    let crank = Point(146, ground - 56)
    let (seat, bars) = (Point(126, ground - 138), Point(206, ground - 146))
    for wheel in [rear, front] {
      for step in 0..<40 {
        let (a, b) = (Float(step) / 40, Float(step + 1) / 40)
        canvas.stroke(
          wheel + Point(cosine(turns: a), sine(turns: a)) * 51,
          wheel + Point(cosine(turns: b), sine(turns: b)) * 51,
          5, 5, colour)
      }
      for spoke in 0..<10 {
        let turn = phase * 0.5 + Float(spoke) / 10
        canvas.stroke(
          wheel, wheel + Point(cosine(turns: turn), sine(turns: turn)) * 50, 1.2, 1.2, colour, opacity: 0.8)
      }
    }
    for (a, b) in [(rear, crank), (crank, seat), (seat, rear), (seat, bars), (crank, bars), (bars, front)] {
      canvas.stroke(a, b, 5, 5, colour)
    }
    canvas.stroke(bars, bars + Point(10, -14), 5, 4, colour)
    let hip = seat + Point(0, -12)
    let shoulder = Point(178, ground - 222)
    func leg(_ offset: Float, _ tone: RGB) {
      let turn = phase + offset
      let pedal = crank + Point(cosine(turns: turn), sine(turns: turn)) * 24
      canvas.stroke(crank, pedal, 4, 4, tone)
      let knee = Limb.joint(from: hip, to: pedal, upper: 66, lower: 66, bend: 1)
      canvas.limb([hip, knee, pedal], [24, 16, 9], tone)
      canvas.ellipse(pedal + Point(7, 3), Point(13, 5), tone)
    }
    leg(0.5, colour * 0.75)
    canvas.body([(hip, 17), ((hip + shoulder) / 2, 19), (shoulder, 18)], tones.coat)
    canvas.limb(
      [shoulder + Point(0, 6), Point(204, ground - 184), bars + Point(8, -14)], [17, 12, 9], tones.coat)
    canvas.stroke(shoulder, shoulder + Point(15, -20), 14, 13, tones.skin * 0.85)
    canvas.ellipse(shoulder + Point(20, -32), Point(17, 20), tones.skin)
    // A helmet.
    canvas.fill(
      (0...12).map {
        shoulder + Point(19, -36)
          + Point(cosine(turns: 0.5 + Float($0) / 24) * 20, sine(turns: 0.5 + Float($0) / 24) * 20)
      }, tones.hair)
    leg(0, colour)
  }
}
