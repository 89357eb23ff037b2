import Directing

/// The sizes that a style works at.
struct StyleGrid: Sendable {
  /// The finished picture.
  let canvas: Canvas
  /// Pixels of the finished picture for one of the scene that the style is made from.
  let step: Int
  /// The scene's own picture.
  let scene: Canvas

  /// The grid of a style on a canvas: graded looks see every pixel, painted ones every second of a large canvas,
  /// mosaics every fourth.
  init(_ style: Style?, canvas: Canvas) {
    self.canvas = canvas
    let side = min(canvas.width, canvas.height)
    switch style {
    case nil, .cinematic, .noir, .vaporwave, .film: step = 1
    case .kaiber, .anime, .watercolour, .oil, .ink, .sketch, .paperCut:
      step = side < 700 ? 1 : side < 1500 ? 2 : 4
    case .pixel, .lowPoly: step = max(1, Int((Double(side) / 270).rounded()))
    }
    scene = Canvas(
      width: (canvas.width + step - 1) / step, height: (canvas.height + step - 1) / step,
      framesPerSecond: canvas.framesPerSecond)
  }

  /// 1 on a 1080×1920 canvas.
  var unit: Float { (Float(canvas.width) * Float(canvas.height)).squareRoot() / 1440 }
}
