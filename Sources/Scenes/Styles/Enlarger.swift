import CKernels
import Directing

/// Reads rows of the full size out of planes that are 1, 2 or 4 times smaller.
struct Enlarger {
  let step: Int

  /// Row `y` of the enlarged plane; `out` has room for `count` samples rounded up to 16.
  func row(_ plane: FloatPlane, _ y: Int, into out: UnsafeMutablePointer<Float>, count: Int) {
    if step == 1 {
      out.update(from: plane.row(y), count: min(count, plane.width))
      return
    }
    let place = (Float(y) + 0.5) / Float(step) - 0.5
    let upper = Int(place.rounded(.down))
    let small = (count + step - 1) / step
    if step == 2 {
      t2v_upsample2_between_row(
        out, plane.row(upper), plane.row(upper + 1), place - Float(upper), Int32(small))
      return
    }
    t2v_upsample_row(out, plane.row(upper), plane.row(upper + 1), place - Float(upper), Int32(small))
  }
}
