import Directing

extension Human {
  /// How a person is built and dressed.
  struct Build: Sendable, Hashable {
    /// Height against a grown man's.
    var tall: Float = 1
    /// The head against that of somebody grown, at the same height of the drawing: a child's is large for its body.
    var head: Float = 1
    var wearsDress = false
    var isGrey = false

    init(tall: Float = 1, head: Float = 1, wearsDress: Bool = false, isGrey: Bool = false) {
      (self.tall, self.head, self.wearsDress, self.isGrey) = (tall, head, wearsDress, isGrey)
    }

    /// The build of a figure; `number` decides where the prompt's word leaves it open.
    init(_ figure: SceneElement.Figure, number: Int) {
      switch figure {
      case .man: self.init()
      case .woman: self.init(tall: 0.94, wearsDress: true)
      case .adult: self.init(tall: number % 2 == 0 ? 1 : 0.94, wearsDress: number % 2 == 1)
      case .boy: self.init(tall: 0.66, head: 1.28)
      case .girl: self.init(tall: 0.62, head: 1.3, wearsDress: true)
      case .child: self.init(tall: number % 2 == 0 ? 0.60 : 0.66, head: 1.3, wearsDress: number % 2 == 0)
      case .oldMan: self.init(tall: 0.96, isGrey: true)
      case .oldWoman: self.init(tall: 0.88, wearsDress: true, isGrey: true)
      }
    }
  }

  /// A person who sits, seen from behind: upon a seat, or on the ground.
  static func seated(
    _ canvas: inout SpriteCanvas, x: Float, onGround: Bool, _ phase: Float, _ tones: Tones, _ build: Build
  ) {
    let breath = sine(turns: phase)
    let sway = sine(turns: phase + 0.3) * 2
    let seat = onGround ? ground - 10 : ground - seatHeight - 6
    let shoulder = Point(x + sway * 0.5, seat - 84 - breath)
    let head = shoulder + Point(sway, -36 - 6 * (build.head - 1))
    let far = tones.trousers * 0.8
    if onGround {
      // Knees to both sides.
      for side in [-1, 1] as [Float] {
        canvas.limb(
          [Point(x + side * 22, seat - 2), Point(x + side * 62, seat - 20), Point(x + side * 30, seat + 4)],
          [30, 24, 16], build.wearsDress ? tones.coat * 0.85 : far)
      }
    } else {
      for side in [-1, 1] as [Float] {
        canvas.limb(
          [
            Point(x + side * 15, seat + 8), Point(x + side * 16, seat + 44), Point(x + side * 17, ground - 6),
          ],
          [22, 17, 11], (build.wearsDress ? tones.skin : tones.trousers) * 0.7)
        canvas.ellipse(Point(x + side * 18, ground - 4), Point(8, 6), far * 0.8)
      }
    }
    // The seat of the trousers or the skirt, the back, the arms.
    canvas.ellipse(
      Point(x, seat - 4), Point(onGround ? 46 : 38, 20), build.wearsDress ? tones.coat : tones.trousers)
    canvas.fill(
      SpriteCanvas.spline([
        shoulder + Point(-44, 16), shoulder + Point(-30, -2), shoulder + Point(-10, -10),
        shoulder + Point(10, -10), shoulder + Point(30, -2), shoulder + Point(44, 16),
        Point(x + 36, seat - 40),
        Point(x + 38, seat + 2), Point(x - 38, seat + 2), Point(x - 36, seat - 40), shoulder + Point(-44, 16),
      ]), tones.coat)
    for side in [-1, 1] as [Float] {
      canvas.limb(
        [
          shoulder + Point(side * 36, 12), Point(x + side * 48, seat - 40),
          Point(x + side * (onGround ? 52 : 34), seat - 8),
        ], [22, 18, 12], tones.coat * 0.88)
    }
    canvas.stroke(shoulder + Point(0, -2), head + Point(0, 12), 18, 16, tones.skin * 0.85)
    let size = Point(19, 23) * build.head
    for side in [-1, 1] as [Float] {
      canvas.ellipse(head + Point(side * size.x * 0.98, 4), Point(4, 6), tones.skin * 0.9)
    }
    canvas.ellipse(head, size, tones.hair)
    if build.wearsDress {
      canvas.fill(
        SpriteCanvas.spline([
          head + Point(-size.x, -4), head + Point(0, -size.y), head + Point(size.x, -4),
          head + Point(size.x + 4, 30), head + Point(12 + sway, 54), head + Point(-12 + sway, 54),
          head + Point(-size.x - 4, 30), head + Point(-size.x, -4),
        ]), tones.hair)
    } else {
      // The nape.
      canvas.ellipse(head + Point(0, size.y * 0.8), Point(size.x * 0.66, 8), tones.skin * 0.9)
    }
  }

  /// Height of a seat above the ground, in pixels of a sprite.
  static let seatHeight: Float = 78
}
