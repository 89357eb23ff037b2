import CKernels
import Directing

/// A current that repeats after 512 pixels, with brushwork that runs along it; made once a process.
struct FlowTile: Sendable {
  static let shared = FlowTile()
  static let bits = 9
  static let taps = 7
  /// Steps of the brushwork's way from start to start.
  static let phases = 12
  private static let side = 1 << bits

  /// For each tap and place, the way along the current.
  private let across: [Int8]
  private let down: [Int8]
  /// For each phase and place, how bright the brushwork is.
  private let brush: [[Int8]]

  private init() {
    let side = Self.side
    let flow = Self.current()
    // Steps of two pixels along a stream line, forward and back.
    let reach = 12
    let parts = inParallel(8) { part -> (across: [Int8], down: [Int8], brush: [[Float]]) in
      let rows = (part * side / 8)..<((part + 1) * side / 8)
      let count = rows.count * side
      var across = [Int8](repeating: 0, count: count * Self.taps)
      var down = across
      var brush = [[Float]](repeating: [Float](repeating: 0, count: count), count: Self.phases)
      var line = [SIMD2<Float>](repeating: .zero, count: 2 * reach + 1)
      let weights = (0..<Self.phases).map { phase in
        (-reach...reach).map { step -> Float in
          let window = 0.5 + 0.5 * cosine(turns: Float(step) / Float(2 * reach + 2))
          return window * (0.5 + 0.5 * cosine(turns: Float(step) / 8 - Float(phase) / Float(Self.phases)))
        }
      }
      for row in rows {
        for column in 0..<side {
          let start = SIMD2(Float(column), Float(row))
          line[reach] = start
          for way in [Float(1), -1] {
            var place = start
            for step in 1...reach {
              let x = Int(place.x) & (side - 1)
              let y = Int(place.y) & (side - 1)
              place += flow[y * side + x] * (way * 2.0)
              if place.x < 0 { place.x += Float(side) * 4 }
              if place.y < 0 { place.y += Float(side) * 4 }
              line[reach + step * Int(way)] = place
            }
          }
          let index = (row - rows.lowerBound) * side + column
          for tap in 0..<Self.taps {
            let place = line[tap * 2 * reach / (Self.taps - 1)]
            func way(_ value: Float) -> Int8 {
              var value = value
              while value > Float(side) / 2 { value -= Float(side) }
              while value < -Float(side) / 2 { value += Float(side) }
              return Int8(clamp(value, -120, 120))
            }
            across[tap * count + index] = way(place.x - start.x)
            down[tap * count + index] = way(place.y - start.y)
          }
          for step in line.indices {
            // Bristles are two pixels wide.
            let noise =
              hash((Int(line[step].x) & (side - 1)) >> 1, (Int(line[step].y) & (side - 1)) >> 1, 5) - 0.5
            for phase in 0..<Self.phases { brush[phase][index] += noise * weights[phase][step] }
          }
        }
      }
      return (across, down, brush)
    }
    var across: [Int8] = []
    var down: [Int8] = []
    for tap in 0..<Self.taps {
      for part in parts {
        let count = part.across.count / Self.taps
        across += part.across[(tap * count)..<((tap + 1) * count)]
        down += part.down[(tap * count)..<((tap + 1) * count)]
      }
    }
    self.across = across
    self.down = down
    brush = (0..<Self.phases).map { phase in
      parts.flatMap { part in part.brush[phase].map { Int8(clamp($0 * 78, -127, 127)) } }
    }
  }

  /// Unit vectors that turn around slow centres.
  private static func current() -> [SIMD2<Float>] {
    let rows = inParallel(8) { part -> [SIMD2<Float>] in
      ((part * side / 8)..<((part + 1) * side / 8)).flatMap { row in
        (0..<side).map { column -> SIMD2<Float> in
          let (x, y) = (Float(column) / Float(side), Float(row) / Float(side))
          func height(_ x: Float, _ y: Float) -> Float {
            Noise.gradient(x * 2, y * 2, period: 2, seed: 61)
              + 0.3 * Noise.gradient(x * 4, y * 4, period: 4, seed: 62)
          }
          let d: Float = 1.0 / 512
          let way = SIMD2(height(x, y + d) - height(x, y - d), height(x - d, y) - height(x + d, y))
          let length = (way * way).sum().squareRoot()
          return length < 1e-6 ? SIMD2(1, 0) : way / length
        }
      }
    }
    return rows.flatMap { $0 }
  }

  /// The means of a plane along the current; `jump` is the power of two by which the plane is smaller than the picture.
  func smear(_ source: FloatPlane, into out: FloatPlane, jump: Int) {
    across.withUnsafeBufferPointer { across in
      down.withUnsafeBufferPointer { down in
        withUnsafePointer(to: source.view) { source in
          withUnsafePointer(to: out.view) {
            t2v_plane_stream(
              $0, source, across.baseAddress, down.baseAddress, Int32(Self.taps), Int32(Self.bits),
              Int32(jump))
          }
        }
      }
    }
  }

  /// A row of the brushwork at a phase in turns.
  func row(_ y: Int, phase: Float, gain: Float, into out: UnsafeMutablePointer<Float>, count: Int) {
    let place = fract(phase) * Float(Self.phases)
    let first = min(Self.phases - 1, Int(place))
    let second = (first + 1) % Self.phases
    let start = (y & (Self.side - 1)) * Self.side
    brush[first].withUnsafeBufferPointer { a in
      brush[second].withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        var done = 0
        while done < count {
          let part = min(Self.side, count - done)
          t2v_texture_row(out + done, a + start, b + start, place - Float(first), gain, Int32(part))
          done += part
        }
      }
    }
  }
}
