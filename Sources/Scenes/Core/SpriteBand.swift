import CKernels

/// A sprite across the whole picture that stands on a line: ridges, skylines, tree lines, grass.
struct SpriteBand: SceneLayer {
  let sprite: Sprite
  /// The sprite's left and top edge on the resting picture, in pixels.
  let left: Float
  let top: Float
  /// 0 for the sky, 1 for things at hand: how far the camera's way moves it.
  let nearness: Float
  let light: RGB
  let haze: RGB
  /// How much of the haze lies over it at its top and at its foot.
  let hazeTop: Float
  let hazeFoot: Float
  /// Whether what lies below the sprite's last row is filled with its haze colour.
  var ground: RGB?
  /// Pixels by which its top sways, and how often a second.
  var sway: Float = 0
  var swayRate: Float = 0.2
  var swayOffset: Float = 0

  /// Pixels to draw beyond each side, so that no camera move shows an edge.
  static func margin(_ width: Float) -> Float { (width * CameraPose.overscan).rounded(.up) + 4 }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let band: SpriteBand
    private let left: Float
    private let top: Float
    private let scale: Float
    private let foot: Float
    private let push: Float
    private let isTracked: Bool
    /// Where the sprite falls on the row that was asked about last.
    private var placed: (y: Float, placement: Sprite.Placement?)?

    init(_ band: SpriteBand, _ moment: Moment) {
      self.band = band
      let corner = moment.project(x: band.left, y: band.top, nearness: band.nearness)
      left = corner.x
      top = corner.y
      scale = corner.scale
      isTracked = moment.camera.track != 0
      foot = top + Float(band.sprite.height) * scale
      push =
        band.sway
        * (moment.swing(rate: band.swayRate, offset: band.swayOffset)
          + 0.4 * moment.swing(rate: band.swayRate * 2.3, offset: band.swayOffset * 1.7))
    }

    var hidesRows: Bool { band.ground != nil || band.sprite.solidFrom < band.sprite.height }
    func hidesBackground(row: Int) -> Bool {
      let y = Float(row)
      if y > foot - 1.5 { return band.ground != nil }
      return y > top + (Float(band.sprite.solidFrom) + 1) * scale
    }

    var extent: ClosedRange<Float> { top...(band.ground == nil ? max(top, foot) : 1e6) }

    var hidesColumns: Bool { band.sprite.hidesColumns }

    func hiddenColumns(_ row: PixelRow) -> ColumnBlocks {
      guard row.y > top, row.y < foot, let placement = placement(on: row) else { return ColumnBlocks() }
      return band.sprite.hidden(by: placement, width: row.count)
    }

    func paint(_ row: PixelRow) {
      guard row.y > top else { return }
      if let ground = band.ground, row.y > foot - 1.5 {
        row.fill(ground.mixed(band.haze, band.hazeFoot))
        return
      }
      let share = clamp((row.y - top) / (foot - top), 0, 1)
      let tone = t2v_tone(
        light: band.light, haze: band.haze, amount: mix(band.hazeTop, band.hazeFoot, share * share))
      guard isTracked else {
        if let placement = placement(on: row) { band.sprite.paint(placement, on: row, tone: tone) }
        return
      }
      // The empty columns at its sides lie over one another.
      let up = 1 - share
      let broad = (Float(band.sprite.width) - 6) * scale
      var number = Int(((-4 - left - abs(push)) / broad).rounded(.down))
      while left + Float(number) * broad < Float(row.count) + abs(push) {
        band.sprite.paint(
          row, left: left + Float(number) * broad + push * up * up, top: top, scale: scale,
          flipped: number & 1 == 1, tone: tone)
        number += 1
      }
    }

    private func placement(on row: PixelRow) -> Sprite.Placement? {
      if let placed, placed.y == row.y { return placed.placement }
      let up = 1 - clamp((row.y - top) / (foot - top), 0, 1)
      let placement = band.sprite.placement(on: row, left: left + push * up * up, top: top, scale: scale)
      placed = (row.y, placement)
      return placement
    }
  }
}
