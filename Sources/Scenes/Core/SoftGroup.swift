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
    private let reach: ClosedRange<Float>
    /// The even quarter row that was painted last, and the odd one.
    private let even: SoftRow
    private let odd: SoftRow

    init(_ painters: [any RowPainter], content: SoftContent, width: Int) {
      self.painters = painters
      self.content = content
      let quarter = (width + 3) / 4
      self.quarter = quarter
      let low = painters.map(\.extent.lowerBound).min() ?? 0
      reach = low...max(low, painters.map(\.extent.upperBound).max() ?? 0)
      (even, odd) = (SoftRow(width: quarter), SoftRow(width: quarter))
    }

    var hidesRows: Bool { content.isOpaque }
    func hidesBackground(row: Int) -> Bool { content.isOpaque }

    var extent: ClosedRange<Float> { content.isOpaque ? -1e6...1e6 : reach }

    func paint(_ row: PixelRow) {
      guard reach.contains(row.y) else { return }
      SoftGroup.enlarge(even, odd, onto: row, content, quarter: quarter, paintQuarter)
    }

    private func paintQuarter(_ index: Int, _ kept: SoftRow) {
      let row = PixelRow(
        red: kept[0], green: kept[1], blue: kept[2], alpha: kept[3], count: quarter, index: index,
        y: (Float(index) + 0.5) * 4, step: 4)
      if !content.isOpaque {
        row.fill(RGB(0))
        kept[3].update(repeating: 0, count: quarter)
      }
      for painter in painters { painter.paint(row) }
      kept.extendEnds(of: content.channels, width: quarter)
      if !content.isOpaque { kept.isBlank = kept.isBlank(width: quarter) }
    }
  }

  /// Mixes the pictures before and behind a frame.
  private final class KeyPainter: RowPainter {
    private let content: SoftContent
    private let quarter: Int
    private let first: KeyBands
    private let second: KeyBands
    /// How far the frame is from the first picture to the second.
    private let way: Float
    private let reach: ClosedRange<Float>
    /// The even quarter row that was mixed last, and the odd one.
    private let even: SoftRow
    private let odd: SoftRow

    init(_ keys: SoftKeys, _ moment: Moment, content: SoftContent, quarter: Int) {
      self.content = content
      self.quarter = quarter
      let frame = moment.frame
      let before = Int((Double(frame) / Double(keys.spacing)).rounded(.down)) * keys.spacing
      let first = keys.key(frame: before, of: moment.frameCount)
      let second = before == frame ? first : keys.key(frame: before + keys.spacing, of: moment.frameCount)
      (self.first, self.second) = (KeyBands(first), KeyBands(second))
      way = Float(frame - before) / Float(keys.spacing)
      reach =
        min(
          first.reach.lowerBound, second.reach.lowerBound)...max(
          first.reach.upperBound, second.reach.upperBound)
      (even, odd) = (SoftRow(width: quarter), SoftRow(width: quarter))
    }

    var hidesRows: Bool { content.isOpaque }
    func hidesBackground(row: Int) -> Bool { content.isOpaque }

    var extent: ClosedRange<Float> { content.isOpaque ? -1e6...1e6 : reach }

    func paint(_ row: PixelRow) {
      guard content.isOpaque || reach.contains(row.y) else { return }
      SoftGroup.enlarge(even, odd, onto: row, content, quarter: quarter, mix)
    }

    /// Mixes a quarter row of the two pictures.
    private func mix(_ row: Int, _ mixed: SoftRow) {
      let (first, second) = (first.band(holding: row), second.band(holding: row))
      mixed.isBlank = first.isBlank(row: row) && second.isBlank(row: row)
      let channels = content.channels
      let start = (row & (SoftBand.rows - 1)) * channels.count * quarter
      first.values.withUnsafeBufferPointer { first in
        second.values.withUnsafeBufferPointer { second in
          guard let first = first.baseAddress, let second = second.baseAddress else { return }
          for channel in channels {
            let place = start + (channel - channels.lowerBound) * quarter
            t2v_mix_kept_row(mixed[channel], first + place, second + place, way, Int32(quarter))
          }
        }
      }
      mixed.extendEnds(of: channels, width: quarter)
    }
  }

  /// The bands of a picture that hold the even and the odd sixteen rows last asked for.
  private final class KeyBands {
    private let key: SoftKey
    private var even: (index: Int, band: SoftBand)?
    private var odd: (index: Int, band: SoftBand)?

    init(_ key: SoftKey) { self.key = key }

    func band(holding row: Int) -> SoftBand {
      let index = row >> SoftBand.shift
      if let kept = index & 1 == 0 ? even : odd, kept.index == index { return kept.band }
      let band = key.band(holding: row)
      if index & 1 == 0 { even = (index, band) } else { odd = (index, band) }
      return band
    }
  }

  /// Enlarges what lies between two quarter rows onto a row of the picture, or over it, where nothing nearer hides it. The
  /// quarter rows are kept until the next but one is asked for.
  private static func enlarge(
    _ even: SoftRow, _ odd: SoftRow, onto row: PixelRow, _ content: SoftContent, quarter: Int,
    _ paint: (_ index: Int, _ kept: SoftRow) -> Void
  ) {
    let place = (Float(row.index) + 0.5) / 4 - 0.5
    let upper = Int(place.rounded(.down))
    if upper & 1 == 0 {
      enlarge(even, odd, from: upper, place - Float(upper), onto: row, content, quarter: quarter, paint)
    } else {
      enlarge(odd, even, from: upper, place - Float(upper), onto: row, content, quarter: quarter, paint)
    }
  }

  private static func enlarge(
    _ first: SoftRow, _ second: SoftRow, from upper: Int, _ way: Float, onto row: PixelRow,
    _ content: SoftContent,
    quarter: Int, _ paint: (_ index: Int, _ kept: SoftRow) -> Void
  ) {
    if first.number != upper {
      first.number = upper
      paint(upper, first)
    }
    if second.number != upper + 1 {
      second.number = upper + 1
      paint(upper + 1, second)
    }
    if first.isBlank, second.isBlank { return }
    row.forEachSeen { low, high in
      let from = low / 4
      let count = Int32((high - low + 3) / 4)
      let (red, green, blue) = (row.red + low, row.green + low, row.blue + low)
      switch content {
      case .opaque:
        t2v_upsample_row(red, first[0] + from, second[0] + from, way, count)
        t2v_upsample_row(green, first[1] + from, second[1] + from, way, count)
        t2v_upsample_row(blue, first[2] + from, second[2] + from, way, count)
      case .veil:
        func both(_ channel: Int) -> (UnsafePointer<Float>?, UnsafePointer<Float>?) {
          (UnsafePointer(first[channel] + from), UnsafePointer(second[channel] + from))
        }
        var veil = t2v_veil(red: both(0), green: both(1), blue: both(2), cover: both(3))
        t2v_upsample_over_row(red, green, blue, &veil, way, count)
      case .tint(let colour):
        t2v_upsample_tint_row(
          red, green, blue, first[3] + from, second[3] + from, way, count, colour.red, colour.green,
          colour.blue)
      }
    }
  }
}
