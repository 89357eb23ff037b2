import CKernels
import Directing

/// A picture in three planes: luma 0–255 at the scene's size, chroma -128–127 at half of it.
struct StylePicture {
  let y: FloatPlane
  let u: FloatPlane
  let v: FloatPlane
}

extension StyleScratch {
  /// The scene's picture as floats.
  func picture() -> StylePicture {
    let (width, height) = (scene.width, scene.height)
    let picture = StylePicture(
      y: plane("y", width, height), u: plane("u", width / 2, height / 2), v: plane("v", width / 2, height / 2)
    )
    scene.withPlanes { y, u, v in
      guard let y = y.baseAddress, let u = u.baseAddress, let v = v.baseAddress else { return }
      PlaneWork.load(picture.y, y, bias: 0)
      PlaneWork.load(picture.u, u, bias: 128)
      PlaneWork.load(picture.v, v, bias: 128)
    }
    return picture
  }

  /// The picture without its detail: each place takes the colour of the calmest window beside it, so that edges
  /// stay and what is between them becomes flat.
  func calmed(_ picture: StylePicture, radius: Int, distance: Int, sharpness: Float) -> StylePicture {
    let variance = plane("variance", like: picture.y)
    let mean = plane("mean", like: picture.y)
    PlaneWork.box(picture.y, mean: mean, variance: variance, radius: radius)
    let calm = StylePicture(
      y: plane("calm y", like: picture.y), u: plane("calm u", like: picture.u),
      v: plane("calm v", like: picture.v))
    // Before the variances become weights.
    let half = plane("variance half", like: picture.u)
    PlaneWork.half(variance, into: half)
    PlaneWork.calm([mean], into: [calm.y], variance: variance, distance: distance, sharpness: sharpness)
    let (meanU, meanV) = (plane("mean u", like: picture.u), plane("mean v", like: picture.v))
    PlaneWork.box(picture.u, mean: meanU, variance: nil, radius: max(1, radius / 2))
    PlaneWork.box(picture.v, mean: meanV, variance: nil, radius: max(1, radius / 2))
    PlaneWork.calm(
      [meanU, meanV], into: [calm.u, calm.v], variance: half, distance: max(1, distance / 2),
      sharpness: sharpness)
    return calm
  }

  /// Lines on the dark side of edges: about 1 for a clear one, for an edge of `clear` levels.
  func lines(of y: FloatPlane, clear: Float, wide: Bool = false) -> FloatPlane {
    let fine = plane("line fine", like: y)
    let broad = plane("line broad", like: y)
    let response = plane("line", like: y)
    PlaneWork.blur(y, into: fine)
    PlaneWork.box(fine, mean: broad, variance: nil, radius: wide ? 4 : 2)
    PlaneWork.difference(broad, fine, into: response, gain: 1 / clear)
    return response
  }
}

/// The rows of a finished picture while a painted style makes them.
struct StyleRows {
  private let scratch: StyleScratch
  private let grid: StyleGrid
  private let enlarger: Enlarger

  init(_ scratch: StyleScratch, grid: StyleGrid) {
    self.scratch = scratch
    self.grid = grid
    enlarger = Enlarger(step: grid.step)
  }

  /// A row of a plane of the scene's size, enlarged; the memory is that of `name`.
  func luma(_ plane: FloatPlane, _ y: Int, _ name: StyleRow) -> UnsafeMutablePointer<Float> {
    let out = scratch.row(name, grid.canvas.width)
    enlarger.row(plane, y, into: out, count: grid.canvas.width)
    return out
  }

  /// A row of a plane of the scene's chroma, enlarged.
  func chroma(_ plane: FloatPlane, _ y: Int, _ name: StyleRow) -> UnsafeMutablePointer<Float> {
    let out = scratch.row(name, grid.canvas.width)
    enlarger.row(plane, y, into: out, count: grid.canvas.width / 2)
    return out
  }

  /// A row of a texture, one texel a pixel.
  func texture(
    _ texture: Texture, _ y: Int, _ name: StyleRow, gain: Float = 1, shift: Int = 0
  ) -> UnsafeMutablePointer<Float> {
    let out = scratch.row(name, grid.canvas.width)
    texture.row(y, shift: shift, gain: gain, into: out, count: grid.canvas.width)
    return out
  }

  /// Paints the luma of a frame row by row from a picture's own, then its chroma.
  ///
  /// - Parameters:
  ///   - lines: edges that are drawn; nil for a style without.
  ///   - paint: fills in what else a row is made of and packs it.
  ///   - colour: the chroma planes of the frame.
  func paint(
    _ picture: FloatPlane, lines: FloatPlane? = nil, into out: inout FrameBuffer,
    _ paint: (_ row: Int, _ parts: inout t2v_style_row, _ target: UnsafeMutablePointer<UInt8>) -> Void,
    colour: (
      _ y: UnsafeMutableBufferPointer<UInt8>, _ u: UnsafeMutableBufferPointer<UInt8>,
      _ v: UnsafeMutableBufferPointer<UInt8>
    ) -> Void
  ) {
    let width = grid.canvas.width
    out.withPlanes { y, u, v in
      guard let start = y.baseAddress else { return }
      for row in 0..<grid.canvas.height {
        var parts = t2v_style_row()
        parts.y = UnsafePointer(luma(picture, row, .luma))
        if let lines { parts.edge = UnsafePointer(luma(lines, row, .edge)) }
        parts.n = Int32(width)
        paint(row, &parts, start + row * width)
      }
      colour(y, u, v)
    }
  }

  /// Packs the chroma of a picture: turned and scaled, under a mask, on a paper's own colour.
  func packChroma(
    _ picture: StylePicture, turn: Float = 0, gain: Float, mask: FloatPlane? = nil,
    paper: (Float, Float) = (0, 0),
    into u: UnsafeMutableBufferPointer<UInt8>, _ v: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let u = u.baseAddress, let v = v.baseAddress else { return }
    let width = grid.canvas.width / 2
    for row in 0..<(grid.canvas.height / 2) {
      let cb = chroma(picture.u, row, .blueDifference)
      let cr = chroma(picture.v, row, .redDifference)
      let veil = mask.map { UnsafePointer(chroma($0, row, .mask)) }
      t2v_style_chroma(
        u + row * width, v + row * width, Int32(width), cb, cr, veil, gain * cosine(turns: turn),
        gain * sine(turns: turn), paper.0, paper.1)
    }
  }
}
