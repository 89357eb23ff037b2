extension Human {
  /// A person who walks away from the viewer, or toward them.
  static func along(
    _ canvas: inout SpriteCanvas, isToward: Bool, _ phase: Float, _ tones: Tones, _ build: Build,
    hasUmbrella: Bool
  ) {
    let x = Float(width) / 2
    let bob = 2.5 * cosine(turns: 2 * (phase - 0.3))
    let sway = 2.5 * sine(turns: phase)
    let hip = Point(x + sway, ground - 148 - bob)
    let shoulder = hip + Point(-sway * 0.5, -76)
    let head = shoulder + Point(0, -36 - 8 * (build.head - 1))
    let skull = build.head
    let legs = build.wearsDress ? tones.skin : tones.trousers
    canvas.ellipse(Point(x, ground - 2), Point(46, 7), RGB(0), opacity: 0.35)
    func leg(_ side: Float) {
      let step = Limb.step(phase + (side < 0 ? 0.5 : 0), stride: 76, lift: 22)
      // A foot that is ahead is farther from the viewer, or nearer.
      let foot = Point(x + side * 12, ground - 8 + step.y * 0.9 + step.x * (isToward ? 0.13 : -0.13))
      let top = hip + Point(side * 11, 4)
      let knee = (top + foot) / 2 + Point(side * 2, step.y * 0.25)
      let tone = legs * ((step.x > 0) == isToward ? 1 : 0.84)
      canvas.limb([top, knee, foot], [25, 18, 11], tone)
      canvas.ellipse(
        foot + Point(0, isToward ? 5 : 2), Point(8.5, isToward ? 7 : 5), tones.hair.mixed(legs, 0.3))
    }
    func arm(_ side: Float) {
      let swing = sine(turns: phase + (side < 0 ? 0 : 0.5)) * (isToward ? 1 : -1)
      let top = shoulder + Point(side * 25, 10)
      let elbow = top + Point(side * 7, 40 - abs(swing) * 3)
      let hand = elbow + Point(-side * 2, 40 + swing * 9)
      canvas.limb([top, elbow, hand], [18, 15, 10], tones.coat * 0.88)
      canvas.ellipse(hand, Point(6.5, 8), tones.skin)
    }
    for side in [-1, 1] as [Float] { leg(side) }
    if !isToward || !hasUmbrella { arm(1) }
    arm(-1)
    canvas.fill(
      SpriteCanvas.spline([
        shoulder + Point(-31, 10), shoulder + Point(-22, -3), shoulder + Point(-8, -9),
        shoulder + Point(8, -9), shoulder + Point(22, -3), shoulder + Point(31, 10), hip + Point(21, -28),
        hip + Point(24, 12), hip + Point(-24, 12), hip + Point(-21, -28), shoulder + Point(-31, 10),
      ]), tones.coat)
    if build.wearsDress {
      canvas.fill(
        [
          hip + Point(-22, -4), hip + Point(22, -4), Point(hip.x + 36 + sway, hip.y + 88),
          Point(hip.x - 36 + sway, hip.y + 88),
        ], tones.coat * 0.96)
    }
    canvas.stroke(shoulder + Point(0, 0), head + Point(0, 14), 16, 14, tones.skin * 0.85)
    if isToward {
      if build.wearsDress { canvas.ellipse(head + Point(0, 10), Point(21, 29) * skull, tones.hair) }
      canvas.ellipse(head, Point(17, 21) * skull, tones.skin)
      for side in [-1, 1] as [Float] {
        canvas.ellipse(head + Point(side * 6.5, 0) * skull, Point(1.8, 2.2), tones.hair)
      }
      canvas.fill(
        SpriteCanvas.spline([
          head + Point(-18, 0) * skull, head + Point(-17, -15) * skull, head + Point(0, -25) * skull,
          head + Point(17, -15) * skull, head + Point(18, 0) * skull, head + Point(12, -10) * skull,
          head + Point(-4, -13) * skull, head + Point(-18, 0) * skull,
        ]), tones.hair)
    } else {
      canvas.ellipse(head, Point(18, 22) * skull, tones.hair)
      if build.wearsDress {
        canvas.fill(
          SpriteCanvas.spline([
            head + Point(-18, -4) * skull, head + Point(0, -20) * skull, head + Point(18, -4) * skull,
            head + Point(21, 30) * skull, head + Point(10 + sway, 52), head + Point(-10 + sway, 52),
            head + Point(-21, 30) * skull, head + Point(-18, -4) * skull,
          ]), tones.hair)
      }
    }
    guard hasUmbrella else { return }
    let top = head + Point(0, -52)
    let hand = shoulder + Point(22, 30)
    canvas.stroke(hand, top, 4, 3, tones.hair)
    if isToward {
      canvas.limb(
        [shoulder + Point(25, 10), shoulder + Point(32, 44), hand], [18, 15, 10], tones.coat * 0.88)
    }
    var dome: [Point] = (0...24).map {
      let t = Float($0) / 24
      return top + Point(-88 + 176 * t, 44 - 54 * power(sine(turns: t / 2), 0.8))
    }
    for rib in stride(from: 4, through: 0, by: -1) {
      dome.append(top + Point(-88 + 176 * (Float(rib) + 0.5) / 5, 36))
      if rib > 0 { dome.append(top + Point(-88 + 176 * Float(rib) / 5, 44)) }
    }
    canvas.fill(dome, tones.coat)
    canvas.stroke(top + Point(0, -8), top + Point(0, -18), 4, 2, tones.coat)
  }

  /// Somebody on a bicycle who rides away from the viewer.
  static func cyclistFromBehind(_ canvas: inout SpriteCanvas, _ phase: Float, _ tones: Tones) {
    let x = Float(width) / 2
    let lean = 3 * sine(turns: phase)
    let dark = tones.hair
    canvas.ellipse(Point(x, ground - 2), Point(34, 6), RGB(0), opacity: 0.4)
    canvas.ellipse(Point(x, ground - 50), Point(6, 50), dark)
    canvas.stroke(Point(x, ground - 96), Point(x, ground - 146), 7, 7, dark)
    let seat = Point(x + lean * 0.3, ground - 150)
    for side in [-1, 1] as [Float] {
      let turn = phase + (side < 0 ? 0.5 : 0)
      let pedal = Point(x + side * 17, ground - 56 + 26 * sine(turns: turn))
      let knee = Point(x + side * 27, (seat.y + pedal.y) / 2 - 8 + 6 * sine(turns: turn))
      canvas.limb(
        [seat + Point(side * 13, 2), knee, pedal], [28, 20, 12], tones.trousers * (side < 0 ? 0.86 : 1))
      canvas.ellipse(pedal + Point(side * 2, 4), Point(9, 6), dark)
    }
    canvas.rectangle(x - 7, ground - 132, 14, 9, RGB(0.85, 0.08, 0.06))
    let shoulder = seat + Point(lean, -86)
    for side in [-1, 1] as [Float] {
      canvas.limb(
        [shoulder + Point(side * 26, 12), shoulder + Point(side * 42, 46), shoulder + Point(side * 38, 80)],
        [18, 15, 10], tones.coat * 0.86)
    }
    canvas.ellipse(seat + Point(0, 2), Point(28, 17), tones.trousers)
    canvas.fill(
      SpriteCanvas.spline([
        shoulder + Point(-33, 14), shoulder + Point(-22, -4), shoulder + Point(0, -10),
        shoulder + Point(22, -4), shoulder + Point(33, 14), seat + Point(24, -14), seat + Point(20, 4),
        seat + Point(-20, 4), seat + Point(-24, -14), shoulder + Point(-33, 14),
      ]), tones.coat)
    let head = shoulder + Point(lean * 0.4, -28)
    canvas.ellipse(head + Point(0, 6), Point(14, 16), tones.skin * 0.85)
    canvas.ellipse(head + Point(0, -4), Point(20, 18), dark)
    for rib in [-8, 0, 8] as [Float] {
      canvas.stroke(head + Point(rib, -20), head + Point(rib, 8), 2, 2, tones.coat * 0.7)
    }
  }
}
