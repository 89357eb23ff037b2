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

  /// How it is seen in one frame.
  private struct Pose {
    /// 0 to 256.
    var opacity: Int32
    /// Rows below its place, an even number.
    var shift: Int
    /// Quarters of a pixel below that, 0 to 7.
    var phase: Int
    /// Columns to the left of its place, an even number.
    var columns: Int

    /// Its topmost row, below its place.
    var rows: Int { shift + phase / TitleBitmap.phases }
  }

  /// How it is seen in a frame of the film; nil if it is not.
  private func pose(at frame: Int) -> Pose? {
    guard frames.contains(frame) else { return nil }
    let (opacity, lift, side) = state(at: frame)
    guard opacity > 0 else { return nil }
    // Downward from its place, in quarters of a pixel.
    let quarters = Int((lift * Double(canvas.height) * Double(TitleBitmap.phases)).rounded())
    let whole = Int((Double(quarters) / Double(TitleBitmap.phases)).rounded(.down))
    // Chroma has half the rows, so the whole steps are even ones.
    let even = whole & ~1
    return Pose(
      opacity: opacity, shift: even, phase: quarters - even * TitleBitmap.phases,
      columns: Int((side * Double(canvas.width)).rounded()) & ~1)
  }

  /// The rows of the canvas that it takes in some frames of the film; nil if it is seen in none.
  func rows(in range: Range<Int>) -> Range<Int>? {
    let tops = frames.clamped(to: range).compactMap { pose(at: $0)?.rows }
    guard let first = tops.min(), let last = tops.max() else { return nil }
    let rows = (bitmap.top + first)..<(bitmap.top + last + bitmap.height)
    let seen = rows.clamped(to: 0..<canvas.height)
    return seen.isEmpty ? nil : seen
  }

  /// Draws it on a frame of the film.
  func draw(frame: Int, into buffer: inout FrameBuffer) {
    guard let pose = pose(at: frame) else { return }
    let (width, height) = (canvas.width, canvas.height)
    let (top, chromaTop) = tops(pose)
    buffer.withPlanes { y, u, v in
      bitmap.shifted[pose.phase % TitleBitmap.phases].withPlanes { luma, lumaAlpha, blue, red, chromaAlpha in
        let whole = Placement(pose: pose, bitmap: bitmap, top: top, stride: width, height: height)
        let half = whole.halved(top: chromaTop)
        for (target, colour, alpha, place) in [
          (y, luma, lumaAlpha, whole), (u, blue, chromaAlpha, half), (v, red, chromaAlpha, half),
        ] {
          guard let target = target.baseAddress else { continue }
          place.forEachRow { at, from, count in
            t2v_blend_alpha_row(target + at, colour + from, alpha + from, count, pose.opacity)
          }
        }
      }
    }
  }

  /// Draws it over what a picture of titles alone shows already.
  func draw(frame: Int, into picture: inout TitlePicture) {
    guard let pose = pose(at: frame) else { return }
    let (top, chromaTop) = tops(pose)
    let (width, height, first) = (picture.width, picture.rows.count, picture.rows.lowerBound)
    picture.withPlanes { y, u, v, cover, chromaCover in
      bitmap.shifted[pose.phase % TitleBitmap.phases].withPlanes { luma, lumaAlpha, blue, red, chromaAlpha in
        let whole = Placement(pose: pose, bitmap: bitmap, top: top - first, stride: width, height: height)
        let half = whole.halved(top: chromaTop - first / 2)
        for (target, below, colour, alpha, place) in [
          (y, cover, luma, lumaAlpha, whole), (u, chromaCover, blue, chromaAlpha, half),
          (v, chromaCover, red, chromaAlpha, half),
        ] {
          place.forEachRow { at, from, count in
            t2v_title_over_row(target + at, below + at, colour + from, alpha + from, count, pose.opacity)
          }
        }
        for (below, alpha, place) in [(cover, lumaAlpha, whole), (chromaCover, chromaAlpha, half)] {
          place.forEachRow { at, from, count in
            t2v_title_cover_row(below + at, alpha + from, count, pose.opacity)
          }
        }
      }
    }
  }

  /// Its topmost row of luma and of chroma.
  private func tops(_ pose: Pose) -> (luma: Int, chroma: Int) {
    // A whole row more for luma; for chroma half a row is nothing that is seen.
    (bitmap.top + pose.rows, (bitmap.top + pose.shift) / 2)
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

  /// Where the planes of a title lie in those of a picture.
  private struct Placement {
    var left: Int
    var top: Int
    var width: Int
    var rows: Int
    /// The size of the picture.
    var stride: Int
    var height: Int

    init(pose: Pose, bitmap: TitleBitmap, top: Int, stride: Int, height: Int) {
      (left, self.top) = (bitmap.left - pose.columns, top)
      (width, rows) = (bitmap.width, bitmap.height)
      (self.stride, self.height) = (stride, height)
    }

    /// The same for planes of half the size.
    func halved(top: Int) -> Placement {
      var half = self
      (half.left, half.top, half.width, half.rows) = (left / 2, top, width / 2, rows / 2)
      (half.stride, half.height) = (stride / 2, height / 2)
      return half
    }

    /// Hands on each row that is seen: where it begins in the picture and in the title, and its length.
    func forEachRow(_ body: (_ at: Int, _ from: Int, _ count: Int32) -> Void) {
      // What stands outside on the left is left out.
      let hidden = max(0, -left)
      let seen = min(width, stride - left) - hidden
      guard seen > 0 else { return }
      for row in max(0, -top)..<max(0, min(rows, height - top), -top) {
        body((top + row) * stride + left + hidden, row * width + hidden, Int32(seen))
      }
    }
  }
}
