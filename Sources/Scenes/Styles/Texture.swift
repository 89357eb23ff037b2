import CKernels

/// A surface that repeats after 512 pixels, one texel a pixel, about -1 to 1 in steps of a 96th.
struct Texture: Sendable {
  static let side = 512
  private let values: [Int8]

  /// Asks `value` for each texel, on all cores.
  init(_ value: @Sendable (_ x: Float, _ y: Float) -> Float) {
    let side = Self.side
    values = inParallel(8) { part -> [Int8] in
      var values: [Int8] = []
      values.reserveCapacity(side * side / 8)
      for row in (part * side / 8)..<((part + 1) * side / 8) {
        for column in 0..<side {
          let value = value(Float(column) / Float(side), Float(row) / Float(side))
          values.append(Int8(clamp((value * 96).rounded(), -127, 127)))
        }
      }
      return values
    }.flatMap { $0 }
  }

  /// A row of the texture, moved by `shift` both ways.
  func row(_ y: Int, shift: Int, gain: Float, into out: UnsafeMutablePointer<Float>, count: Int) {
    let line = ((y + shift) & (Self.side - 1)) * Self.side
    values.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      var done = 0
      var from = shift & (Self.side - 1)
      while done < count {
        let part = min(Self.side - from, count - done)
        t2v_texture_row(out + done, values + line + from, values + line + from, 0, gain / 96, Int32(part))
        done += part
        from = 0
      }
    }
  }
}
