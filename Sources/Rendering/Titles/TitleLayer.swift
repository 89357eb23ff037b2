import CKernels
import Directing
import Scenes

/// A title at its time in a film: it rises into place as it fades in, drifts while it is read, and rises a little
/// more as it fades out.
struct TitleLayer: Sendable {
  let bitmap: TitleBitmap
  /// The frames of the film in which it is seen.
  let frames: Range<Int>
  let canvas: Canvas
  /// How it comes and goes.
  var animation = TitlePlan.Animation.rise

  private static let fadeIn = 0.55
  private static let fadeOut = 0.4

  /// Draws it on a frame of the film.
  func draw(frame: Int, into buffer: inout FrameBuffer) {
    guard frames.contains(frame) else { return }
    let (opacity, lift, side) = state(at: frame)
    guard opacity > 0 else { return }
    // Downward from its place, in quarters of a pixel.
    let quarters = Int((lift * Double(canvas.height) * Double(TitleBitmap.phases)).rounded())
    let whole = Int((Double(quarters) / Double(TitleBitmap.phases)).rounded(.down))
    // Chroma has half the rows, so the whole steps are even ones.
    let even = whole & ~1
    let phase = quarters - even * TitleBitmap.phases
    let columns = Int((side * Double(canvas.width)).rounded()) & ~1
    draw(shift: even, phase: phase, columns: columns, opacity: opacity, into: &buffer)
  }

  /// Opacity (0 to 256), how far below its place it stands as a share of the canvas's height, and how far to the
  /// left of it as a share of the width.
  private func state(at frame: Int) -> (opacity: Int32, lift: Double, side: Double) {
    if animation == .none { return (256, 0, 0) }
    let rate = Double(canvas.framesPerSecond)
    let length = Double(frames.count) / rate
    // A very short title spends no more than two thirds of its time coming and going.
    let scale = min(1, length * 0.66 / (Self.fadeIn + Self.fadeOut))
    let age = (Double(frame - frames.lowerBound) + 0.5) / rate
    let left = length - age
    let coming = min(1, age / (Self.fadeIn * scale))
    let going = min(1, left / (Self.fadeOut * scale))
    let opacity = Self.eased(coming) * Self.eased(going)
    let settle = (1 - coming) * (1 - coming) * (1 - coming)
    let lift = 0.016 * settle - 0.0022 * age - 0.006 * (1 - going) * (1 - going)
    let shown = Int32((opacity * 256).rounded())
    switch animation {
    case .rise: return (shown, lift, 0)
    case .slide: return (shown, 0, 0.25 * settle)
    case .fade, .none: return (shown, 0, 0)
    }
  }

  private static func eased(_ way: Double) -> Double { way * way * (3 - 2 * way) }

  /// - Parameter phase: quarters of a pixel below `shift`, 0 to 7.
  private func draw(shift: Int, phase: Int, columns: Int, opacity: Int32, into buffer: inout FrameBuffer) {
    let bitmap = bitmap
    let planes = bitmap.shifted[phase % TitleBitmap.phases]
    // A whole row more for luma; for chroma half a row is nothing that is seen.
    let top = bitmap.top + shift + phase / TitleBitmap.phases
    let chromaTop = (bitmap.top + shift) / 2
    let (width, height) = (canvas.width, canvas.height)
    buffer.withPlanes { y, u, v in
      planes.withPlanes { luma, lumaAlpha, blue, red, chromaAlpha in
        Self.blend(
          luma, lumaAlpha, width: bitmap.width, rows: bitmap.height, into: y, stride: width,
          left: bitmap.left - columns, top: top, height: height, opacity: opacity)
        for (source, target) in [(blue, u), (red, v)] {
          Self.blend(
            source, chromaAlpha, width: bitmap.width / 2, rows: bitmap.height / 2, into: target,
            stride: width / 2, left: (bitmap.left - columns) / 2, top: chromaTop, height: height / 2,
            opacity: opacity)
        }
      }
    }
  }

  private static func blend(
    _ colour: UnsafePointer<UInt8>, _ alpha: UnsafePointer<UInt8>, width: Int, rows: Int,
    into target: UnsafeMutableBufferPointer<UInt8>, stride: Int, left: Int, top: Int, height: Int,
    opacity: Int32
  ) {
    guard let target = target.baseAddress else { return }
    // What stands outside on the left is left out.
    let hidden = max(0, -left)
    let seen = min(width, stride - left) - hidden
    guard seen > 0 else { return }
    for row in max(0, -top)..<max(0, min(rows, height - top), -top) {
      let at = (top + row) * stride + left + hidden
      t2v_blend_alpha_row(
        target + at, colour + row * width + hidden, alpha + row * width + hidden, Int32(seen), opacity)
    }
  }
}
