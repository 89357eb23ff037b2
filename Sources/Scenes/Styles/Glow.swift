import CKernels
import Directing

/// The light that bright places throw, at a quarter of the picture's size.
struct Glow {
  /// What is brighter than `from`, spread softly `rounds` times.
  static func soft(_ scratch: StyleScratch, from: Float, rounds: Int) -> FloatPlane {
    let plane = quarter(scratch, from: from)
    let other = scratch.plane("glow other", like: plane)
    for _ in 0..<rounds {
      PlaneWork.box(plane, mean: other, variance: nil, radius: 5)
      PlaneWork.box(other, mean: plane, variance: nil, radius: 4)
    }
    return plane
  }

  /// What is brighter than `from`, drawn out sideways.
  static func streaks(_ scratch: StyleScratch, from: Float, keep: Float) -> FloatPlane {
    let plane = quarter(scratch, from: from)
    withUnsafePointer(to: plane.view) { t2v_plane_streak($0, keep) }
    return plane
  }

  private static func quarter(_ scratch: StyleScratch, from: Float) -> FloatPlane {
    let scene = scratch.scene
    let small = scratch.plane("quarter", scene.width / 4, scene.height / 4)
    scene.bytes.withUnsafeBufferPointer { bytes in
      guard let bytes = bytes.baseAddress else { return }
      withUnsafePointer(to: small.view) { t2v_plane_shrink_bytes($0, bytes, Int32(scene.width), 4) }
    }
    let plane = scratch.plane("glow", like: small)
    PlaneWork.bright(small, into: plane, from: from)
    return plane
  }
}
