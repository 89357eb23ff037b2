/// A person seen from the side as a silhouette, in phases of what they do.
enum Human {
  typealias Point = SIMD2<Float>
  static let width = 300
  static let height = 360
  static let ground: Float = 340
  static let phases = 16

  /// What a person does.
  enum Action: Sendable { case walk, run, stand, dance, cycle, umbrella, couple }

  static func sprites(_ action: Action, _ colour: RGB, rim: RGB?, lightRight: Bool, variant: Int = 0)
    -> [Sprite]
  {
    inParallel(phases) { index in
      var canvas = SpriteCanvas(width: width, height: height)
      let phase = Float(index) / Float(phases)
      switch action {
      case .couple:
        person(&canvas, x: 122, .walk, phase, colour, tall: 1, dress: false, hand: Point(150, 214))
        person(&canvas, x: 178, .walk, phase + 0.08, colour, tall: 0.92, dress: true, hand: Point(150, 214))
      case .cycle: cyclist(&canvas, phase, colour)
      default: person(&canvas, x: 150, action, phase, colour, tall: 1, dress: variant % 2 == 1)
      }
      if let rim { canvas.addRim(rim, toward: Point(lightRight ? 0.8 : -0.8, -1), width: 3, strength: 0.5) }
      return canvas.sprite()
    }
  }

  private static func person(
    _ canvas: inout SpriteCanvas, x: Float, _ action: Action, _ phase: Float, _ colour: RGB, tall: Float,
    dress: Bool, hand held: Point? = nil
  ) {
    let far = colour * 0.75
    let isRun = action == .run
    let moves = action == .walk || action == .run || action == .umbrella
    let (upper, lower) = (74 * tall, 74 * tall)
    let bob = moves ? abs(sine(turns: phase + 0.1)) * (isRun ? 9 : 4) : sine(turns: phase) * 1.5
    let lean: Float = isRun ? 20 : moves ? 5 : 0
    let hip = Point(x, ground - (upper + lower) * (isRun ? 0.93 : 0.985) + 4 - bob)
    let shoulder = hip + Point(lean, -74 * tall)
    let head = shoulder + Point(lean * 0.35 + 3, -36 * tall)
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
      canvas.limb([shoulder + Point(0, 8), elbow, hand], [17 * tall, 13 * tall, 8 * tall], tone)
    }
    leg(0.5, far)
    if held == nil || tall < 1 { arm(0.5, far) }
    // Torso, neck, head.
    canvas.fill(
      [
        shoulder + Point(-23, 4) * tall, shoulder + Point(-8, -7) * tall, shoulder + Point(12, -7) * tall,
        shoulder + Point(23, 5) * tall, hip + Point(17, -20) * tall, hip + Point(18, 10) * tall,
        hip + Point(-18, 10) * tall, hip + Point(-16, -20) * tall,
      ], colour)
    canvas.stroke(shoulder + Point(1, 0), head + Point(-2, 12), 15 * tall, 13 * tall, colour)
    canvas.ellipse(head, Point(17.5, 21) * tall, turns: 0.02, colour)
    if dress || action == .dance {
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
          head + Point(-16, -14), head + Point(0, -23), head + Point(-6, 6),
          head + Point(-22 - sway * 0.4, 34),
          head + Point(-27, 14),
        ], colour)
      if action == .dance { canvas.ellipse(head + Point(-12, -20), Point(9, 9), colour) }
    }
    leg(0, colour)
    if let held {
      canvas.limb([shoulder + Point(0, 8), (shoulder + held) / 2 + Point(0, 10), held], [16, 12, 8], colour)
    } else if action == .umbrella {
      let hand = shoulder + Point(34, 26)
      canvas.limb([shoulder + Point(0, 8), shoulder + Point(22, 44), hand], [17, 13, 8], colour)
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

  private static func cyclist(_ canvas: inout SpriteCanvas, _ phase: Float, _ colour: RGB) {
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
    canvas.body([(hip, 17), ((hip + shoulder) / 2, 19), (shoulder, 18)], colour)
    canvas.limb(
      [shoulder + Point(0, 6), Point(204, ground - 184), bars + Point(8, -14)], [15, 11, 8], colour)
    canvas.ellipse(shoulder + Point(20, -32), Point(17, 20), colour)
    canvas.stroke(shoulder, shoulder + Point(15, -20), 14, 13, colour)
    leg(0, colour)
  }
}
