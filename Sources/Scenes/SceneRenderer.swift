import CKernels
import Directing

/// Draws one shot: prepared once, then any frame in any order from any thread.
///
/// Each row is composed from back to front in one float row that stays in the nearest cache, then developed and packed
/// as yuv420p. The same shot, canvas and frame give the same bytes, however the rows are split.
public final class SceneRenderer: Sendable {
  /// The shot as it was given.
  public let shot: Shot
  /// The size and rate of the picture.
  public let canvas: Canvas
  private let stage: Stage
  private let layers: [any SceneLayer]
  private let finish: Finish
  private let pulse: Pulse
  private let grid: StyleGrid
  private let filter: (any StyleFilter)?
  private let scratches: StyleScratch.Pool

  /// Prepares a shot: sprites, ridges, textures, and what its style needs.
  ///
  /// - Parameters:
  ///   - shot: the shot.
  ///   - canvas: the size of the frames.
  ///   - pulse: the beat of the film's music, for styles that breathe with it.
  public init(shot: Shot, canvas: Canvas, pulse: Pulse? = nil) {
    self.shot = shot
    self.canvas = canvas
    self.pulse = pulse ?? .resting
    SharedTiles.prepare(
      withWater: shot.elements.contains { Stage.water.contains($0.kind) || $0.kind == .bridge })
    grid = StyleGrid(shot.style, canvas: canvas)
    scratches = StyleScratch.Pool(grid)
    stage = Stage(shot: shot, canvas: grid.scene, pulse: self.pulse)
    let plan = LayerPlan(stage)
    layers = plan.layers
    finish = Finish(stage: stage)
    guard let style = shot.style else {
      filter = nil
      return
    }
    let count = Self.frameCount(of: shot, at: canvas.framesPerSecond)
    var samples: [FrameBuffer] = []
    for place in [0.12, 0.5, 0.88] {
      var sample = FrameBuffer(canvas: grid.scene)
      Self.paint(
        frame: Int(Double(count) * place), of: count, stage: stage, layers: layers, finish: finish,
        into: &sample, pairs: 0..<(grid.scene.height / 2))
      samples.append(sample)
    }
    filter = StyleSetting(grid: grid, stage: stage, isLandscape: plan.isLandscape, samples: samples)
      .filter(style)
  }

  /// How many frames the shot has, at least 1.
  public var frameCount: Int { Self.frameCount(of: shot, at: canvas.framesPerSecond) }

  private static func frameCount(of shot: Shot, at rate: Int) -> Int {
    max(1, Int((Double(shot.durationMS) * Double(rate) / 1000).rounded()))
  }

  /// Draws a whole frame.
  ///
  /// - Parameters:
  ///   - frame: any number; those outside the shot continue its movement.
  ///   - buffer: takes the frame; one of another size is replaced.
  public func render(frame: Int, into buffer: inout FrameBuffer) {
    render(frame: frame, into: &buffer, rows: 0..<canvas.height)
  }

  /// Draws a whole frame of a shot without a style with everything that stands in it, also what something nearer hides.
  package func renderHidden(frame: Int, into buffer: inout FrameBuffer) {
    Self.paint(
      frame: frame, of: frameCount, stage: stage, layers: layers, finish: finish, into: &buffer,
      pairs: 0..<(canvas.height / 2), skippingHidden: false)
  }

  /// Draws only some rows of a frame, widened to pairs.
  public func render(frame: Int, into buffer: inout FrameBuffer, rows: Range<Int>) {
    if buffer.width != canvas.width || buffer.height != canvas.height { buffer = FrameBuffer(canvas: canvas) }
    let first = max(0, rows.lowerBound / 2)
    let last = min(canvas.height / 2, (rows.upperBound + 1) / 2)
    guard first < last else { return }
    guard let filter else {
      Self.paint(
        frame: frame, of: frameCount, stage: stage, layers: layers, finish: finish, into: &buffer,
        pairs: first..<last)
      return
    }
    // A style looks at all of the picture, whatever rows are wanted.
    let shown = filter.heldFrame(frame)
    let time = Float(frame) / Float(canvas.framesPerSecond)
    scratches.with { scratch in
      Self.paint(
        frame: shown, of: frameCount, stage: stage, layers: layers, finish: finish, into: &scratch.scene,
        pairs: 0..<(grid.scene.height / 2))
      let moment = StyleMoment(
        frame: frame, time: time, scene: stage.moment(frame: shown, of: frameCount),
        beat: pulse.strength(at: time))
      filter.draw(scratch, at: moment, into: &buffer)
    }
  }

  private static func paint(
    frame: Int, of count: Int, stage: Stage, layers: [any SceneLayer], finish: Finish,
    into buffer: inout FrameBuffer, pairs: Range<Int>, skippingHidden: Bool = true
  ) {
    let moment = stage.moment(frame: frame, of: count)
    let painters = PainterStack(
      layers.compactMap { $0.painter(at: moment) }, height: skippingHidden ? stage.canvas.height : 0)
    let upper = RowCanvas(width: stage.canvas.width)
    let lower = RowCanvas(width: stage.canvas.width)
    buffer.withPlanes { y, u, v in
      for pair in pairs {
        let (top, bottom) = (upper.row(pair * 2), lower.row(pair * 2 + 1))
        painters.paint(top, skippingHidden: skippingHidden)
        painters.paint(bottom, skippingHidden: skippingHidden)
        finish.pack(top, bottom, pair: pair, frame: frame, y: y, u: u, v: v)
      }
    }
  }

  /// What each part of a frame costs, in the order of drawing. A layer is charged for the rows that nothing before it hides.
  package func costs(frame: Int) -> [LayerCost] {
    let shown = filter?.heldFrame(frame) ?? frame
    let moment = stage.moment(frame: shown, of: frameCount)
    let canvas = RowCanvas(width: stage.canvas.width)
    var painters: [any RowPainter] = []
    var costs: [LayerCost] = []
    var ready: [(name: String, cost: LayerCost, painter: any RowPainter)] = []
    for layer in layers {
      var painter: (any RowPainter)?
      let cost = LayerCost(layer.name) { painter = layer.painter(at: moment) }
      guard let painter else { continue }
      painters.append(painter)
      ready.append((layer.name, cost, painter))
    }
    let visible = (0..<stage.canvas.height).map { row in
      painters.lastIndex { $0.hidesBackground(row: row) } ?? 0
    }
    for (index, part) in ready.enumerated() {
      let painting = LayerCost(part.name) {
        for row in visible.indices where index >= visible[row] { part.painter.paint(canvas.row(row)) }
      }
      costs.append(LayerCost(part.name, milliseconds: part.cost.milliseconds + painting.milliseconds))
    }
    var buffer = FrameBuffer(canvas: stage.canvas)
    costs.append(
      LayerCost("Finish") {
        buffer.withPlanes { y, u, v in
          for pair in 0..<(stage.canvas.height / 2) {
            finish.pack(
              canvas.row(pair * 2), canvas.row(pair * 2 + 1), pair: pair, frame: frame, y: y, u: u, v: v)
          }
        }
      })
    guard filter != nil else { return costs }
    var styled = FrameBuffer(canvas: self.canvas)
    let whole = LayerCost("") { render(frame: frame, into: &styled) }
    let scene = costs.reduce(0) { $0 + $1.milliseconds }
    costs.append(LayerCost("style", milliseconds: max(0, whole.milliseconds - scene)))
    return costs
  }

  /// The middle of the sun in a frame, in pixels from the top left; nil when the shot shows none.
  public func sunPosition(frame: Int) -> (x: Double, y: Double)? {
    let step = Double(grid.step)
    return stage.moment(frame: frame, of: frameCount).sun.map { (Double($0.x) * step, Double($0.y) * step) }
  }
}
