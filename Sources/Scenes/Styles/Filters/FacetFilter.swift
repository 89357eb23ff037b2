import CKernels
import Directing

/// Flat triangles that keep their places and take the mean colour of what is under them.
struct FacetFilter: StyleFilter {
  private let grid: StyleGrid
  private let mesh: FacetMesh

  init(_ setting: StyleSetting) {
    grid = setting.grid
    mesh = FacetMesh(setting)
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let scene = scratch.scene
    let count = mesh.count
    var sums = [Int32](repeating: 0, count: count * 4)
    scene.bytes.withUnsafeBufferPointer { bytes in
      sums.withUnsafeMutableBufferPointer { sums in
        mesh.sceneIDs.withUnsafeBufferPointer { ids in
          guard let bytes = bytes.baseAddress, let sums = sums.baseAddress, let ids = ids.baseAddress else {
            return
          }
          for row in 0..<scene.height {
            let chroma = scene.lumaCount + row / 2 * (scene.width / 2)
            t2v_facet_sum(
              sums, sums + count, sums + 2 * count, sums + 3 * count, ids + row * scene.width,
              bytes + row * scene.width, bytes + chroma, bytes + chroma + scene.lumaCount / 4,
              Int32(scene.width))
          }
        }
      }
    }
    let colours = scratch.bytes("facets", count * 3)
    for index in 0..<count {
      if sums[3 * count + index] == 0, index > 0 {
        // Slivers between pixels look like the one before.
        for channel in 0..<3 { colours[channel * count + index] = colours[channel * count + index - 1] }
        continue
      }
      let pixels = Float(max(1, sums[3 * count + index]))
      let y = Float(sums[index]) / pixels
      let x = clamp((y - 16) / 219, 0, 1)
      let curve = x + (x * x * (3 - 2 * x) - x) * 0.5
      colours[index] = UInt8(clamp(16.5 + 219 * curve * mesh.shades[index], 16, 235))
      let fill = mesh.shades[index] * 1.38
      colours[count + index] = UInt8(
        clamp(128.5 + (Float(sums[count + index]) / pixels - 128) * fill, 16, 240))
      colours[2 * count + index] = UInt8(
        clamp(128.5 + (Float(sums[2 * count + index]) / pixels - 128) * fill, 16, 240))
    }
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    out.withPlanes { y, u, v in
      guard let y = y.baseAddress, let u = u.baseAddress, let v = v.baseAddress else { return }
      mesh.ids.withUnsafeBufferPointer { ids in
        guard let ids = ids.baseAddress else { return }
        t2v_facet_row(y, colours, ids, Int32(width * height))
        for edge in mesh.edges {
          let at = Int(edge)
          y[at] = UInt8((Int(y[at]) + Int(colours[Int(ids[at + 1])]) + 1) / 2)
        }
      }
      mesh.chromaIDs.withUnsafeBufferPointer { ids in
        t2v_facet_row(u, colours + count, ids.baseAddress, Int32(width * height / 4))
        t2v_facet_row(v, colours + 2 * count, ids.baseAddress, Int32(width * height / 4))
      }
    }
  }
}
