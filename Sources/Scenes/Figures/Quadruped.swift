/// A four-legged animal seen from the side, walking to the right, as a silhouette in phases of its gait.
struct Quadruped {
  typealias Point = SIMD2<Float>
  static let width = 440
  static let height = 330
  static let ground: Float = 312
  static let phases = 16

  var rump: (Point, Float)
  var belly: (Point, Float)
  var chest: (Point, Float)
  var neck: (Point, Float, Float)
  var skull: (Point, Float)
  var muzzle: (Point, Float)
  /// Upper and lower bone, and the widths at hip, knee and foot.
  var leg: (Float, Float)
  var legWidths: [Float]
  var stride: Float
  var lift: Float
  /// When in the gait each foot sets down: hind near, hind far, fore near, fore far.
  var gait: [Float]
  /// How far the body rises and falls.
  var bounce: Float = 3
  var tail: [Point]
  var tailWidths: (Float, Float)
  var ears: [[Point]] = []
  var details: @Sendable (inout SpriteCanvas, _ colour: RGB, _ shift: Point, _ phase: Float) -> Void = {
    _, _, _, _ in
  }

  /// Pixels of way in one whole gait.
  var way: Float { stride / 0.6 }

  func sprites(_ colour: RGB, rim: RGB?, lightRight: Bool) -> [Sprite] {
    let animal = self
    return inParallel(Self.phases) { animal.draw(Float($0) / Float(Self.phases), colour, rim, lightRight) }
  }

  private func draw(_ phase: Float, _ colour: RGB, _ rim: RGB?, _ lightRight: Bool) -> Sprite {
    var canvas = SpriteCanvas(width: Self.width, height: Self.height)
    let far = colour * 0.72
    let shift = Point(0, bounce * sine(turns: phase * 2 + 0.1))
    func draw(_ hip: Point, _ offset: Float, _ isHind: Bool, _ tone: RGB) {
      let step = Limb.step(phase + offset, stride: stride, lift: lift)
      let home = hip.x + (isHind ? -4 : 6)
      let foot = Point(home + step.x, Self.ground - legWidths[2] * 0.4 + step.y)
      let reach = leg.0 + leg.1
      // A lifted foot may lie farther than the leg is long.
      var way = foot - hip
      let length = (way * way).sum().squareRoot()
      if length > reach * 0.995 { way *= reach * 0.995 / length }
      let end = hip + way
      let knee = Limb.joint(from: hip, to: end, upper: leg.0, lower: leg.1, bend: isHind ? -1 : 1)
      canvas.limb([hip, knee, end], legWidths, tone)
      // The thigh or the shoulder.
      canvas.ellipse(
        hip + (knee - hip) * 0.2, Point(legWidths[0] * 0.62, legWidths[0] * 0.9),
        turns: arcTurns(knee.y - hip.y, knee.x - hip.x) - 0.25, tone)
      canvas.ellipse(
        end + Point(legWidths[2] * 0.3, 0), Point(legWidths[2] * 0.75, legWidths[2] * 0.45), tone)
    }
    let hind = rump.0 + shift + Point(4, rump.1 * 0.35)
    let fore = chest.0 + shift + Point(0, chest.1 * 0.4)
    draw(hind + Point(7, 0), gait[1], true, far)
    draw(fore + Point(7, 0), gait[3], false, far)
    let sway = sine(turns: phase + 0.2)
    let tailPoints = tail.enumerated().map { index, point in
      point + shift + Point(sway * Float(index) * 2.2, cosine(turns: phase) * Float(index) * 1.5)
    }
    canvas.stroke(SpriteCanvas.spline(tailPoints), tailWidths.0, tailWidths.1, colour)
    canvas.body(
      [(rump.0 + shift, rump.1), (belly.0 + shift, belly.1), (chest.0 + shift, chest.1)], colour)
    let nod = Point(sine(turns: phase) * bounce * 0.8, sine(turns: phase + 0.2) * bounce)
    canvas.stroke(chest.0 + shift + Point(0, -chest.1 * 0.15), neck.0 + shift + nod, neck.1, neck.2, colour)
    canvas.ellipse(neck.0 + shift + nod, Point(neck.2, neck.2) / 2, colour)
    canvas.body([(skull.0 + shift + nod, skull.1), (muzzle.0 + shift + nod, muzzle.1)], colour)
    for ear in ears { canvas.fill(ear.map { $0 + shift + nod }, colour) }
    details(&canvas, colour, shift + nod, phase)
    let eye = skull.0 + (muzzle.0 - skull.0) * 0.26 + Point(0, -skull.1 * 0.22) + shift + nod
    draw(hind, gait[0], true, colour)
    draw(fore, gait[2], false, colour)
    canvas.addRoundness(reach: 58)
    canvas.ellipse(eye, Point(2.8, 2.6), colour * 0.18)
    if let rim { canvas.addRim(rim, toward: Point(lightRight ? 0.8 : -0.8, -1), width: 3, strength: 0.5) }
    return canvas.sprite()
  }

  static let horse = Quadruped(
    rump: (Point(122, 140), 40), belly: (Point(186, 148), 35), chest: (Point(256, 138), 41),
    neck: (Point(316, 70), 58, 30), skull: (Point(322, 62), 17), muzzle: (Point(366, 96), 10),
    leg: (88, 84), legWidths: [36, 16, 11], stride: 150, lift: 46, gait: [0, 0.12, 0.52, 0.64], bounce: 9,
    tail: [Point(88, 118), Point(58, 124), Point(34, 152), Point(22, 198)], tailWidths: (17, 5),
    ears: [[Point(310, 52), Point(314, 28), Point(326, 48)]],
    details: { canvas, colour, shift, phase in
      for lock in 0..<7 {
        let t = Float(lock) / 6
        let root = Point(mix(314, 268, t), mix(46, 104, t)) + shift
        let flow = Point(-34 - 12 * sine(turns: phase + t), 12 + 10 * sine(turns: phase * 2 + t * 2))
        canvas.stroke([root, root + flow * 0.5 + Point(0, -8), root + flow], 13, 2, colour)
      }
    })

  static let deer = Quadruped(
    rump: (Point(138, 158), 31), belly: (Point(188, 164), 26), chest: (Point(238, 156), 31),
    neck: (Point(288, 86), 40, 22), skull: (Point(296, 78), 14), muzzle: (Point(330, 96), 7.5),
    leg: (78, 82), legWidths: [27, 12, 8], stride: 78, lift: 24, gait: [0, 0.5, 0.75, 0.25], bounce: 3,
    tail: [Point(112, 140), Point(100, 146), Point(98, 160)], tailWidths: (12, 5),
    ears: [[Point(284, 72), Point(262, 60), Point(280, 84)]],
    details: { canvas, colour, shift, _ in
      for side in [-1, 1] as [Float] {
        let root = Point(294, 66) + shift
        let beam = [root, root + Point(-18 + side * 9, -34), root + Point(-8 + side * 24, -66)]
        canvas.stroke(beam, 6, 3, colour)
        for tine in 0..<3 {
          let t = 0.3 + Float(tine) * 0.3
          let base = root + (beam[2] - root) * t + Point(-6, 0)
          canvas.stroke(base, base + Point(14 + side * 6, -24), 4, 1.5, colour)
        }
      }
    })

  static let wolf = Quadruped(
    rump: (Point(126, 188), 28), belly: (Point(182, 192), 25), chest: (Point(236, 184), 32),
    neck: (Point(284, 162), 62, 46), skull: (Point(296, 158), 22), muzzle: (Point(342, 174), 9),
    leg: (58, 62), legWidths: [32, 16, 12], stride: 92, lift: 24, gait: [0, 0.5, 0.5, 0.0], bounce: 4,
    tail: [Point(106, 184), Point(86, 196), Point(72, 216), Point(62, 236)], tailWidths: (15, 24),
    ears: [
      [Point(278, 148), Point(281, 122), Point(298, 140)],
      [Point(292, 142), Point(302, 120), Point(309, 146)],
    ],
    details: { canvas, colour, shift, _ in
      // The ruff, and the tip of the tail.
      for lock in 0..<9 {
        let t = Float(lock) / 8
        let root = Point(mix(248, 282, t), mix(214, 178, t)) + shift
        canvas.fill([root + Point(-10, -8), root + Point(6, 14), root + Point(10, -8)], colour)
      }
      canvas.fill([Point(70, 232), Point(48, 262), Point(54, 230)].map { $0 + shift }, colour)
    })

  static let dog = Quadruped(
    rump: (Point(146, 206), 24), belly: (Point(190, 210), 22), chest: (Point(234, 202), 28),
    neck: (Point(270, 166), 36, 28), skull: (Point(280, 156), 19), muzzle: (Point(314, 168), 10),
    leg: (50, 56), legWidths: [27, 15, 12], stride: 70, lift: 20, gait: [0, 0.5, 0.5, 0.0], bounce: 4,
    tail: [Point(128, 194), Point(106, 170), Point(100, 142)], tailWidths: (13, 7),
    ears: [[Point(268, 142), Point(256, 150), Point(258, 184), Point(276, 164)]])

  static let cat = Quadruped(
    rump: (Point(146, 218), 28), belly: (Point(194, 224), 25), chest: (Point(238, 218), 25),
    neck: (Point(266, 194), 36, 32), skull: (Point(279, 184), 24), muzzle: (Point(296, 193), 12),
    leg: (42, 50), legWidths: [24, 14, 11], stride: 56, lift: 14, gait: [0, 0.5, 0.75, 0.25], bounce: 2,
    tail: [Point(128, 212), Point(98, 204), Point(82, 172), Point(90, 138), Point(106, 128)],
    tailWidths: (13, 9),
    ears: [
      [Point(260, 174), Point(259, 145), Point(281, 163)],
      [Point(281, 163), Point(297, 146), Point(301, 174)],
    ])

  static let elephant = Quadruped(
    rump: (Point(112, 142), 68), belly: (Point(180, 140), 72), chest: (Point(244, 138), 70),
    neck: (Point(300, 112), 92, 80), skull: (Point(318, 108), 46), muzzle: (Point(346, 130), 26),
    leg: (74, 72), legWidths: [56, 42, 40], stride: 74, lift: 15, gait: [0, 0.5, 0.75, 0.25], bounce: 3,
    tail: [Point(48, 120), Point(34, 160), Point(36, 206)], tailWidths: (9, 4),
    details: { canvas, colour, shift, phase in
      let swing = sine(turns: phase) * 12
      canvas.stroke(
        [
          Point(352, 132) + shift, Point(372, 176) + shift, Point(372 + swing * 0.6, 226) + shift,
          Point(362 + swing, 268) + shift, Point(376 + swing * 1.3, 286) + shift,
        ], 42, 13, colour)
      canvas.stroke(
        [Point(346, 154) + shift, Point(372, 184) + shift, Point(396, 182) + shift], 10, 3,
        RGB(0.86, 0.82, 0.72).mixed(colour, 0.4))
      let flap = sine(turns: phase + 0.3) * 5
      canvas.fill(
        [
          Point(296, 74) + shift, Point(256 - flap, 84) + shift, Point(240 - flap, 130) + shift,
          Point(262 - flap, 172) + shift, Point(288, 164) + shift, Point(306, 128) + shift,
        ], colour * 0.82)
    })
}
