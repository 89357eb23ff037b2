import CKernels
import Directing

/// Outlines that wander as a hand does: fields by which a picture is bent before it is painted.
enum Wobble {
  /// Two fields (across and down) of about -1 to 1 at a quarter of the scene's size; `cell` is in scene pixels.
  static func planes(_ grid: StyleGrid, cell: Float, seed: Int) -> [FloatPlane] {
    (0..<2).map { axis in
      FloatPlane(width: grid.scene.width / 4 + 2, height: grid.scene.height / 4 + 2) { x, y in
        let broad = Noise.gradient(Float(x) * 4 / cell, Float(y) * 4 / cell, period: 256, seed: seed + axis)
        let fine = Noise.gradient(
          Float(x) * 11 / cell, Float(y) * 11 / cell, period: 256, seed: seed + 5 + axis)
        return broad + fine * 0.45
      }
    }
  }

  /// Bends the scene's picture by fields, `reach` pixels at most.
  static func bend(_ scratch: StyleScratch, by fields: [FloatPlane], reach: Float) {
    let (width, height) = (scratch.scene.width, scratch.scene.height)
    let copy = scratch.bytes("bend", width * height * 3 / 2)
    withUnsafePointer(to: fields[0].view) { dx in
      withUnsafePointer(to: fields[1].view) { dy in
        scratch.scene.withPlanes { y, u, v in
          guard let y = y.baseAddress, let u = u.baseAddress, let v = v.baseAddress else { return }
          copy.update(from: y, count: width * height)
          (copy + width * height).update(from: u, count: width * height / 4)
          (copy + width * height * 5 / 4).update(from: v, count: width * height / 4)
          t2v_displace(y, copy, Int32(width), Int32(height), dx, dy, 2, reach)
          t2v_displace(
            u, copy + width * height, Int32(width / 2), Int32(height / 2), dx, dy, 1, reach / 2)
          t2v_displace(
            v, copy + width * height * 5 / 4, Int32(width / 2), Int32(height / 2), dx, dy, 1, reach / 2)
        }
      }
    }
  }
}
