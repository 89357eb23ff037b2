import CKernels
import Directing

/// Layers painted at a quarter of the size and enlarged smoothly: skies, clouds, fog, glows.
struct SoftGroup: SceneLayer {
  let layers: [any SceneLayer]
  /// Whether the layers fill the picture; else they are a veil with coverage.
  let isOpaque: Bool
  /// For layers that move slowly; nil: each frame is painted for itself.
  private let keys: SoftKeys?

  init(layers: [any SceneLayer], isOpaque: Bool) {
    self.layers = layers
    self.isOpaque = isOpaque
    keys = nil
  }

  /// A group of layers that move slowly: painted for every few frames, and mixed for those between.
  init(slow layers: [any SceneLayer], isOpaque: Bool, stage: Stage) {
    self.layers = layers
    self.isOpaque = isOpaque
    // A camera that swings moves even clouds.
    let swings = [.handheld, .tiltUp, .tiltDown].contains(stage.shot.camera)
    keys = SoftKeys(layers, isOpaque: isOpaque, stage: stage, spacing: swings ? 2 : 4)
  }

  var name: String { "SoftGroup (\(layers.map(\.name).joined(separator: ", ")))" }

  func painter(at moment: Moment) -> (any RowPainter)? {
    let width = Int(moment.composition.width)
    if let keys {
      return KeyPainter(keys, moment, isOpaque: isOpaque, quarter: (width + 3) / 4)
    }
    let painters = layers.compactMap { $0.painter(at: moment) }
    return painters.isEmpty
      ? nil : Painter(painters, isOpaque: isOpaque, width: width)
  }

  private final class Painter: RowPainter {
    private let painters: [any RowPainter]
    private let isOpaque: Bool
    private let quarter: Int
    /// Two quarter rows: even and odd.
    private let kept: [[RowStore]]
    private let reach: ClosedRange<Float>
    private var indices = [Int.min, Int.min]
    /// Whether a kept row of a veil holds nothing at all, as most do above and below a bank of fog.
    private var isBlank = [false, false]
    private let between: [RowStore]

    init(_ painters: [any RowPainter], isOpaque: Bool, width: Int) {
      self.painters = painters
      self.isOpaque = isOpaque
      let quarter = (width + 3) / 4
      self.quarter = quarter
      func stores() -> [RowStore] { (0..<4).map { _ in RowStore(width: quarter) } }
      let low = painters.map(\.extent.lowerBound).min() ?? 0
      reach = low...max(low, painters.map(\.extent.upperBound).max() ?? 0)
      kept = [stores(), stores()]
      between = stores()
    }

    func hidesBackground(row: Int) -> Bool { isOpaque }

    var extent: ClosedRange<Float> { reach }

    func paint(_ row: PixelRow) {
      guard reach.contains(row.y) else { return }
      let place = (Float(row.index) + 0.5) / 4 - 0.5
      let upper = Int(place.rounded(.down))
      let first = quarterRow(upper)
      let second = quarterRow(upper + 1)
      if isBlank[upper & 1], isBlank[(upper + 1) & 1] { return }
      let t = place - Float(upper)
      let n = Int32(quarter)
      for channel in 0..<(isOpaque ? 3 : 4) {
        t2v_mix_row(between[channel].start, first[channel].start, second[channel].start, t, n)
        between[channel].extendEnds(width: quarter)
      }
      SoftGroup.enlarge(between, onto: row, isOpaque: isOpaque, quarter: n)
    }

    private func quarterRow(_ index: Int) -> [RowStore] {
      let slot = index & 1
      let stores = kept[slot]
      guard indices[slot] != index else { return stores }
      indices[slot] = index
      let row = PixelRow(
        red: stores[0].start, green: stores[1].start, blue: stores[2].start, alpha: stores[3].start,
        count: quarter, index: index, y: (Float(index) + 0.5) * 4, step: 4)
      if !isOpaque {
        row.fill(RGB(0))
        stores[3].start.update(repeating: 0, count: quarter)
      }
      for painter in painters { painter.paint(row) }
      if !isOpaque {
        isBlank[slot] = stores.reversed().allSatisfy { store in
          UnsafeBufferPointer(start: store.start, count: quarter).allSatisfy { $0 == 0 }
        }
      }
      return stores
    }
  }

  /// Mixes the pictures before and behind a frame.
  private final class KeyPainter: RowPainter {
    private let isOpaque: Bool
    private let quarter: Int
    private let keys: [SoftKey]
    /// How far the frame is from the first picture to the second.
    private let way: Float
    private let reach: ClosedRange<Float>
    private let between: [RowStore]
    /// The bands that hold the even and the odd sixteen rows last asked for, of each picture.
    private var bands: [[(index: Int, band: SoftBand)?]]

    init(_ keys: SoftKeys, _ moment: Moment, isOpaque: Bool, quarter: Int) {
      self.isOpaque = isOpaque
      self.quarter = quarter
      let frame = moment.frame
      let before = Int((Double(frame) / Double(keys.spacing)).rounded(.down)) * keys.spacing
      let first = keys.key(frame: before, of: moment.frameCount)
      let second = before == frame ? first : keys.key(frame: before + keys.spacing, of: moment.frameCount)
      self.keys = [first, second]
      way = Float(frame - before) / Float(keys.spacing)
      reach =
        min(
          first.reach.lowerBound, second.reach.lowerBound)...max(
          first.reach.upperBound, second.reach.upperBound)
      between = (0..<4).map { _ in RowStore(width: quarter) }
      bands = [[nil, nil], [nil, nil]]
    }

    func hidesBackground(row: Int) -> Bool { isOpaque }

    var extent: ClosedRange<Float> { reach }

    private func band(of key: Int, holding row: Int) -> SoftBand {
      let index = row >> SoftBand.shift
      if let kept = bands[key][index & 1], kept.index == index { return kept.band }
      let band = keys[key].band(holding: row)
      bands[key][index & 1] = (index, band)
      return band
    }

    func paint(_ row: PixelRow) {
      guard isOpaque || reach.contains(row.y) else { return }
      let place = (Float(row.index) + 0.5) / 4 - 0.5
      let upper = Int(place.rounded(.down))
      let down = place - Float(upper)
      let (a, b) = (band(of: 0, holding: upper), band(of: 0, holding: upper + 1))
      let (c, d) = (band(of: 1, holding: upper), band(of: 1, holding: upper + 1))
      if a.isBlank(row: upper), b.isBlank(row: upper + 1), c.isBlank(row: upper), d.isBlank(row: upper + 1) {
        return
      }
      let weights = [(1 - down) * (1 - way), down * (1 - way), (1 - down) * way, down * way]
      let channels = isOpaque ? 3 : 4
      let first = (upper & (SoftBand.rows - 1)) * channels * quarter
      let second = ((upper + 1) & (SoftBand.rows - 1)) * channels * quarter
      a.values.withUnsafeBufferPointer { a in
        b.values.withUnsafeBufferPointer { b in
          c.values.withUnsafeBufferPointer { c in
            d.values.withUnsafeBufferPointer { d in
              guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress, let d = d.baseAddress
              else { return }
              for channel in 0..<channels {
                let (above, below) = (first + channel * quarter, second + channel * quarter)
                t2v_mix_kept_row(
                  between[channel].start, a + above, b + below, c + above, d + below, weights, Int32(quarter))
                between[channel].extendEnds(width: quarter)
              }
            }
          }
        }
      }
      SoftGroup.enlarge(between, onto: row, isOpaque: isOpaque, quarter: Int32(quarter))
    }
  }

  /// Enlarges a quarter row onto a row of the picture, or over it.
  private static func enlarge(_ rows: [RowStore], onto row: PixelRow, isOpaque: Bool, quarter: Int32) {
    if isOpaque {
      t2v_upsample_row(row.red, rows[0].start, quarter)
      t2v_upsample_row(row.green, rows[1].start, quarter)
      t2v_upsample_row(row.blue, rows[2].start, quarter)
    } else {
      t2v_upsample_over_row(
        row.red, row.green, row.blue, rows[0].start, rows[1].start, rows[2].start, rows[3].start, quarter)
    }
  }
}
