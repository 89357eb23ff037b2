import CKernels

/// A picture of one value that repeats in both directions; its sides are powers of two.
final class Tile: Sendable {
  let width: Int
  let height: Int
  /// Rows of `width + 1` values, the first repeated at the end, and the first row repeated below the last.
  private let values: [Float]
  /// The same in 4.12 fixed point, which is read in straight runs: half as much to wait for.
  private let fixed: [Int16]

  /// A tile of `width` × `height` values in rows.
  init(width: Int, height: Int, _ source: [Float]) {
    self.width = width
    self.height = height
    var values = [Float]()
    values.reserveCapacity((width + 1) * (height + 1))
    for row in 0...height {
      let from = (row % height) * width
      values.append(contentsOf: source[from..<(from + width)])
      values.append(source[from])
    }
    self.values = values
    fixed = [Int16](unsafeUninitializedCapacity: values.count) { fixed, count in
      count = values.count
      values.withUnsafeBufferPointer { values in
        guard let from = values.baseAddress, let to = fixed.baseAddress else { return }
        t2v_keep_row(to, from, Int32(values.count))
      }
    }
  }

  /// The value between texels.
  func sample(_ u: Float, _ v: Float) -> Float {
    let column = floored(u)
    let row = floored(v)
    let s = u - Float(column)
    let t = v - Float(row)
    return values.withUnsafeBufferPointer { values in
      let at = (row & (height - 1)) * (width + 1) + (column & (width - 1))
      let below = at + width + 1
      return mix(mix(values[at], values[at + 1], s), mix(values[below], values[below + 1], s), t)
    }
  }

  /// Samples a straight run at height `v` from `u` in steps of `du` texels into `out`.
  ///
  /// - Parameter scratch: room for a row of the tile.
  func run(
    v: Float, u: Float, du: Float, gain: Float, adding: Bool, into out: UnsafeMutablePointer<Float>,
    count: Int,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let wrapped = v - (v / Float(height)).rounded(.down) * Float(height)
    let row = min(height - 1, Int(wrapped))
    let start = u - (u / Float(width)).rounded(.down) * Float(width)
    let wayDown = wrapped - Float(row)
    fixed.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let first = base + row * (width + 1)
      let second = first + (width + 1)
      let ahead = Int(T2V_TILE_AHEAD)
      scratch.withMemoryRebound(to: Int16.self, capacity: width + ahead) { mixed in
        func mix(_ part: Range<Int>) {
          t2v_mix_tile_row(
            mixed + part.lowerBound, first + part.lowerBound, second + part.lowerBound, wayDown,
            Int32(part.count))
        }
        // A short run touches a part of the row only, or its end and its beginning.
        let reach = Int(start) + Int(du * Float(count)) + 3
        if du >= 0, reach <= width {
          mix(Int(start)..<(reach + 1))
        } else {
          let rest = du >= 0 ? reach - width + 1 : width
          if rest < Int(start) {
            mix(Int(start)..<width)
            mix(0..<rest)
          } else {
            mix(0..<width)
          }
          for place in 0..<ahead { mixed[width + place] = mixed[place & (width - 1)] }
        }
        t2v_tile_row(
          out, Int32(count), mixed, UInt32(width - 1), UInt32(start * 65536),
          UInt32(bitPattern: Int32(clamp(du, -16000, 16000) * 65536)), gain, adding ? 1 : 0)
      }
    }
  }

  /// Samples at a position a sample, in texels; the tile must be square.
  func scatter(
    u: UnsafePointer<Float>, v: UnsafePointer<Float>, gain: Float, adding: Bool,
    into out: UnsafeMutablePointer<Float>, count: Int
  ) {
    values.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      t2v_tile_2d(out, Int32(count), base, UInt32(width - 1), u, v, gain, adding ? 1 : 0)
    }
  }
}
