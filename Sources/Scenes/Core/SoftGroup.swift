import CKernels
import Directing

/// Layers painted at a quarter of the size and enlarged smoothly: skies, clouds, fog, glows.
struct SoftGroup: SceneLayer {
  let layers: [any SceneLayer]
  private let content: SoftContent
  /// For layers that move slowly; nil: each frame is painted for itself.
  private let keys: SoftKeys?

  /// A group that is painted for each frame.
  ///
  /// - Parameter isOpaque: whether the layers fill the picture; else they are a veil with coverage.
  init(layers: [any SceneLayer], isOpaque: Bool) {
    self.layers = layers
    content = isOpaque ? .opaque : .veil
    keys = nil
  }

  /// A group of layers that move slowly: painted for every few frames, and mixed for those between.
  init(slow layers: [any SceneLayer], isOpaque: Bool, stage: Stage) {
    self.layers = layers
    let colour = layers.count == 1 ? layers[0].veilColour : nil
    content = isOpaque ? .opaque : colour.map { .tint($0) } ?? .veil
    // A camera that swings moves even clouds.
    let swings = [.handheld, .tiltUp, .tiltDown].contains(stage.shot.camera)
    keys = SoftKeys(layers, content: content, stage: stage, spacing: swings ? 2 : 4)
  }

  var name: String { "SoftGroup (\(layers.map(\.name).joined(separator: ", ")))" }

  func painter(at moment: Moment) -> (any RowPainter)? {
    let width = Int(moment.composition.width)
    if let keys {
      return KeyPainter(keys, moment, content: content, quarter: (width + 3) / 4)
    }
    let painters = layers.compactMap { $0.painter(at: moment) }
    return painters.isEmpty
      ? nil : Painter(painters, content: content, width: width)
  }

  private final class Painter: RowPainter {
    private let painters: [any RowPainter]
    private let content: SoftContent
    private let quarter: Int
    /// Two quarter rows: even and odd.
    private let kept: [[RowStore]]
    private let reach: ClosedRange<Float>
    private var indices = [Int.min, Int.min]
    /// Whether a kept row of a veil holds nothing at all, as most do above and below a bank of fog.
    private var isBlank = [false, false]

    init(_ painters: [any RowPainter], content: SoftContent, width: Int) {
      self.painters = painters
      self.content = content
      let quarter = (width + 3) / 4
      self.quarter = quarter
      func stores() -> [RowStore] { (0..<4).map { _ in RowStore(width: quarter) } }
      let low = painters.map(\.extent.lowerBound).min() ?? 0
      reach = low...max(low, painters.map(\.extent.upperBound).max() ?? 0)
      kept = [stores(), stores()]
    }

    var hidesRows: Bool { content.isOpaque }
    func hidesBackground(row: Int) -> Bool { content.isOpaque }

    var extent: ClosedRange<Float> { content.isOpaque ? -1e6...1e6 : reach }

    func paint(_ row: PixelRow) {
      guard reach.contains(row.y) else { return }
      let place = (Float(row.index) + 0.5) / 4 - 0.5
      let upper = Int(place.rounded(.down))
      let first = quarterRow(upper)
      let second = quarterRow(upper + 1)
      if isBlank[upper & 1], isBlank[(upper + 1) & 1] { return }
      SoftGroup.enlarge(first, second, place - Float(upper), onto: row, content, quarter: Int32(quarter))
    }

    private func quarterRow(_ index: Int) -> [RowStore] {
      let slot = index & 1
      let stores = kept[slot]
      guard indices[slot] != index else { return stores }
      indices[slot] = index
      let row = PixelRow(
        red: stores[0].start, green: stores[1].start, blue: stores[2].start, alpha: stores[3].start,
        count: quarter, index: index, y: (Float(index) + 0.5) * 4, step: 4)
      if !content.isOpaque {
        row.fill(RGB(0))
        stores[3].start.update(repeating: 0, count: quarter)
      }
      for painter in painters { painter.paint(row) }
      for channel in content.channels { stores[channel].extendEnds(width: quarter) }
      if !content.isOpaque {
        isBlank[slot] = stores.reversed().allSatisfy { store in
          UnsafeBufferPointer(start: store.start, count: quarter).allSatisfy { $0 == 0 }
        }
      }
      return stores
    }
  }

  /// Mixes the pictures before and behind a frame.
  private final class KeyPainter: RowPainter {
    private let content: SoftContent
    private let quarter: Int
    private let keys: [SoftKey]
    /// How far the frame is from the first picture to the second.
    private let way: Float
    private let reach: ClosedRange<Float>
    /// Two mixed quarter rows, even and odd, their numbers, and whether they hold nothing at all.
    private let mixed: [[RowStore]]
    private var rows = [Int.min, Int.min]
    private var isBlank = [false, false]
    /// The bands that hold the even and the odd sixteen rows last asked for, of each picture.
    private var bands: [[(index: Int, band: SoftBand)?]]

    init(_ keys: SoftKeys, _ moment: Moment, content: SoftContent, quarter: Int) {
      self.content = content
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
      func stores() -> [RowStore] { (0..<4).map { _ in RowStore(width: quarter) } }
      mixed = [stores(), stores()]
      bands = [[nil, nil], [nil, nil]]
    }

    var hidesRows: Bool { content.isOpaque }
    func hidesBackground(row: Int) -> Bool { content.isOpaque }

    var extent: ClosedRange<Float> { content.isOpaque ? -1e6...1e6 : reach }

    private func band(of key: Int, holding row: Int) -> SoftBand {
      let index = row >> SoftBand.shift
      if let kept = bands[key][index & 1], kept.index == index { return kept.band }
      let band = keys[key].band(holding: row)
      bands[key][index & 1] = (index, band)
      return band
    }

    func paint(_ row: PixelRow) {
      guard content.isOpaque || reach.contains(row.y) else { return }
      let place = (Float(row.index) + 0.5) / 4 - 0.5
      let upper = Int(place.rounded(.down))
      mix(upper)
      mix(upper + 1)
      if isBlank[upper & 1], isBlank[(upper + 1) & 1] { return }
      SoftGroup.enlarge(
        mixed[upper & 1], mixed[(upper + 1) & 1], place - Float(upper), onto: row, content,
        quarter: Int32(quarter))
    }

    /// Mixes a quarter row of the two pictures, which is kept until the next but one is asked for.
    private func mix(_ row: Int) {
      let slot = row & 1
      guard rows[slot] != row else { return }
      rows[slot] = row
      let (first, second) = (band(of: 0, holding: row), band(of: 1, holding: row))
      isBlank[slot] = first.isBlank(row: row) && second.isBlank(row: row)
      let channels = content.channels
      let start = (row & (SoftBand.rows - 1)) * channels.count * quarter
      first.values.withUnsafeBufferPointer { first in
        second.values.withUnsafeBufferPointer { second in
          guard let first = first.baseAddress, let second = second.baseAddress else { return }
          for channel in channels {
            let place = start + (channel - channels.lowerBound) * quarter
            t2v_mix_kept_row(mixed[slot][channel].start, first + place, second + place, way, Int32(quarter))
            mixed[slot][channel].extendEnds(width: quarter)
          }
        }
      }
    }
  }

  /// Enlarges what lies between two quarter rows onto a row of the picture, or over it.
  private static func enlarge(
    _ first: [RowStore], _ second: [RowStore], _ way: Float, onto row: PixelRow, _ content: SoftContent,
    quarter: Int32
  ) {
    switch content {
    case .opaque:
      t2v_upsample_row(row.red, first[0].start, second[0].start, way, quarter)
      t2v_upsample_row(row.green, first[1].start, second[1].start, way, quarter)
      t2v_upsample_row(row.blue, first[2].start, second[2].start, way, quarter)
    case .veil:
      func both(_ channel: Int) -> (UnsafePointer<Float>?, UnsafePointer<Float>?) {
        (UnsafePointer(first[channel].start), UnsafePointer(second[channel].start))
      }
      var veil = t2v_veil(red: both(0), green: both(1), blue: both(2), cover: both(3))
      t2v_upsample_over_row(row.red, row.green, row.blue, &veil, way, quarter)
    case .tint(let colour):
      t2v_upsample_tint_row(
        row.red, row.green, row.blue, first[3].start, second[3].start, way, quarter, colour.red, colour.green,
        colour.blue)
    }
  }
}
