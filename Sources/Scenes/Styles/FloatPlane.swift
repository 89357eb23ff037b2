import CKernels
import Directing

/// A padded plane of floats that the kernels of the styles work on.
///
/// Sendable without a check: `base` is a pointer that only this class frees. A plane that a filter keeps is written in the
/// filter's initialiser alone, before the filter is shared; any other belongs to one `StyleScratch`, which is not shared.
final class FloatPlane: @unchecked Sendable {
  static let padding = 24
  private let base: UnsafeMutablePointer<Float>
  /// The plane as kernels see it.
  let view: t2v_plane

  /// A plane of zeros.
  init(width: Int, height: Int) {
    let stride = width + 2 * Self.padding
    base = .allocate(capacity: stride * height + 64)
    base.initialize(repeating: 0, count: stride * height + 64)
    view = t2v_plane(
      data: base + Self.padding, width: Int32(width), height: Int32(height), stride: Int32(stride),
      pad: Int32(Self.padding))
  }

  /// A plane of what `value` says of each sample.
  convenience init(width: Int, height: Int, _ value: (_ x: Int, _ y: Int) -> Float) {
    self.init(width: width, height: height)
    for y in 0..<height {
      let row = row(y)
      for x in 0..<width { row[x] = value(x, y) }
    }
    extend()
  }

  deinit { base.deallocate() }

  var width: Int { Int(view.width) }
  var height: Int { Int(view.height) }

  /// A row; rows outside repeat the nearest.
  func row(_ y: Int) -> UnsafeMutablePointer<Float> {
    view.data + clamp(y, 0, height - 1) * Int(view.stride)
  }

  /// Repeats the ends of each row into the padding.
  func extend() { withUnsafePointer(to: view) { t2v_plane_extend($0) } }
}

/// The kernels over planes, as Swift calls them.
enum PlaneWork {
  static func load(_ plane: FloatPlane, _ bytes: UnsafePointer<UInt8>, bias: Float) {
    withUnsafePointer(to: plane.view) { t2v_plane_from_bytes($0, bytes, plane.view.width, bias) }
  }

  /// Means and, if wanted, variances over windows of 2 · `radius` + 1.
  static func box(_ source: FloatPlane, mean: FloatPlane, variance: FloatPlane?, radius: Int) {
    let sums = RowStore(width: 2 * (source.width + 2 * FloatPlane.padding))
    withUnsafePointer(to: source.view) { source in
      withUnsafePointer(to: mean.view) { mean in
        if let variance {
          withUnsafePointer(to: variance.view) {
            t2v_plane_box(mean, $0, source, Int32(radius), sums.start)
          }
        } else {
          t2v_plane_box(mean, nil, source, Int32(radius), sums.start)
        }
      }
    }
  }

  /// Smooths `means` toward the calmest of their neighbours by one set of weights.
  static func calm(
    _ means: [FloatPlane], into out: [FloatPlane], variance: FloatPlane, distance: Int, sharpness: Float
  ) {
    let sources = means.map(\.view)
    let targets = out.map(\.view)
    sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        guard let from = sources.baseAddress, let to = targets.baseAddress else { return }
        let inputs: [UnsafePointer<t2v_plane>?] = sources.indices.map { from + $0 }
        let outputs: [UnsafePointer<t2v_plane>?] = targets.indices.map { to + $0 }
        withUnsafePointer(to: variance.view) {
          t2v_plane_calm(outputs, inputs, Int32(sources.count), $0, Int32(distance), sharpness)
        }
      }
    }
  }

  static func blur(_ source: FloatPlane, into out: FloatPlane) {
    let row = RowStore(width: source.width + 2 * FloatPlane.padding)
    withUnsafePointer(to: source.view) { source in
      withUnsafePointer(to: out.view) { t2v_plane_blur($0, source, row.start) }
    }
  }

  static func half(_ source: FloatPlane, into out: FloatPlane) {
    withUnsafePointer(to: source.view) { source in
      withUnsafePointer(to: out.view) { t2v_plane_half($0, source) }
    }
  }

  static func difference(_ a: FloatPlane, _ b: FloatPlane, into out: FloatPlane, gain: Float) {
    withUnsafePointer(to: a.view) { a in
      withUnsafePointer(to: b.view) { b in
        withUnsafePointer(to: out.view) { t2v_plane_difference($0, a, b, gain) }
      }
    }
  }

  static func bright(_ source: FloatPlane, into out: FloatPlane, from: Float) {
    withUnsafePointer(to: source.view) { source in
      withUnsafePointer(to: out.view) { t2v_plane_bright($0, source, from) }
    }
  }

  /// `gathered` where it is close to `calm`, else `calm`: strokes give way to what is finer than they are.
  static func settle(_ gathered: FloatPlane, _ calm: FloatPlane, low: Float, high: Float) {
    withUnsafePointer(to: gathered.view) { gathered in
      withUnsafePointer(to: calm.view) { t2v_plane_settle(gathered, $0, low, 1 / (high - low)) }
    }
  }
}
