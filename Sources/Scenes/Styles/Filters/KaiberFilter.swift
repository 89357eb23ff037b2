import CKernels
import Directing

/// Paint that flows: the scene drifts along a slow current, brushwork runs through it, and its colours breathe with
/// the beat.
struct KaiberFilter: StyleFilter {
  private let grid: StyleGrid
  private let seed: Int

  init(_ setting: StyleSetting) {
    grid = setting.grid
    seed = setting.stage.seed(841)
    _ = FlowTile.shared
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let fields = current(moment, scratch)
    Wobble.bend(scratch, by: fields, reach: (11 + 6 * moment.beat) / Float(grid.step) * grid.unit * 2)
    let picture = scratch.picture()
    let flowed = StylePicture(
      y: scratch.plane("flow y", like: picture.y), u: scratch.plane("flow u", like: picture.u),
      v: scratch.plane("flow v", like: picture.v))
    let tile = FlowTile.shared
    let jump = grid.step == 1 ? 0 : grid.step == 2 ? 1 : 2
    tile.smear(picture.y, into: flowed.y, jump: jump)
    tile.smear(picture.u, into: flowed.u, jump: jump + 1)
    tile.smear(picture.v, into: flowed.v, jump: jump + 1)
    // Strokes give way to what is finer than they are, or nobody would know what is seen.
    PlaneWork.settle(flowed.y, picture.y, low: 10, high: 30)
    PlaneWork.settle(flowed.u, picture.u, low: 5, high: 14)
    PlaneWork.settle(flowed.v, picture.v, low: 5, high: 14)
    let rows = StyleRows(scratch, grid: grid)
    let width = grid.canvas.width
    let relief = scratch.row(.brush, width)
    let phase = moment.scene.turns(rate: 0.55)
    rows.paint(flowed.y, into: &out) { row, parts, target in
      tile.row(row, phase: phase, gain: 1.0 / 64, into: relief, count: width)
      parts.grain = UnsafePointer(relief)
      t2v_style_paint(target, &parts, 0.62, 34, 1.02 + 0.09 * moment.beat)
    } colour: { _, u, v in
      let turn = 0.035 * moment.scene.swing(rate: 0.11) + 0.02 * moment.beat
      rows.packChroma(flowed, turn: turn, gain: 1.62 + 0.5 * moment.beat, into: u, v)
    }
  }

  /// Where the picture drifts to at a moment: two slow noises that come round in a loop.
  private func current(_ moment: StyleMoment, _ scratch: StyleScratch) -> [FloatPlane] {
    let (width, height) = (scratch.scene.width / 4 + 2, scratch.scene.height / 4 + 2)
    let fields = [scratch.plane("drift x", width, height), scratch.plane("drift y", width, height)]
    let scale = 0.16 * 540 / Float(min(scratch.scene.width, scratch.scene.height)) * 4
    let turn = moment.scene.turns(rate: 0.06)
    let tile = SharedTiles.smooth
    let row = scratch.row(.drift, 400)
    for (axis, field) in fields.enumerated() {
      let way = turn + Float(axis) * 0.25
      let start = Float(seed & 255) + 30 * cosine(turns: way)
      for line in 0..<height {
        tile.run(
          v: Float(line) * scale + 30 * sine(turns: way) + Float(axis) * 97, u: start, du: scale, gain: 0.8,
          adding: false, into: field.row(line), count: width, scratch: row)
        tile.run(
          v: Float(line) * scale * 2.7 + 22 * cosine(turns: way * 2) + Float(axis) * 41, u: start * 1.7,
          du: scale * 2.7, gain: 0.45, adding: true, into: field.row(line), count: width, scratch: row)
      }
    }
    return fields
  }
}
