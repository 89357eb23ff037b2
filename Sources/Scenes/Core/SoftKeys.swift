import CKernels
import Synchronization

/// Pictures of slow soft layers a few frames apart; the frames between are mixed from them.
///
/// Clouds and fog move by a part of their own softness from one such picture to the next, so nobody sees that they were
/// not painted for each frame. A picture depends on its number alone, whichever thread asks first.
final class SoftKeys: Sendable {
  /// Frames from one picture to the next.
  let spacing: Int
  private let layers: [any SceneLayer]
  private let content: SoftContent
  private let stage: Stage
  /// The pictures that were used last, the latest at the end.
  private let kept = Mutex<[SoftKey]>([])
  /// Two for each frame in the making on a few cores, when they lie on both sides of a picture.
  private static let room = 6

  init(_ layers: [any SceneLayer], content: SoftContent, stage: Stage, spacing: Int) {
    self.layers = layers
    self.content = content
    self.stage = stage
    self.spacing = spacing
  }

  /// The picture of a frame.
  func key(frame: Int, of count: Int) -> SoftKey {
    kept.withLock { kept in
      if let place = kept.firstIndex(where: { $0.frame == frame && $0.frameCount == count }) {
        let key = kept.remove(at: place)
        kept.append(key)
        return key
      }
      if kept.count >= Self.room { kept.removeFirst() }
      let key = SoftKey(layers, content: content, moment: stage.moment(frame: frame, of: count))
      kept.append(key)
      return key
    }
  }
}

/// A picture of soft layers at a quarter of the size, painted in bands of rows as they are asked for.
final class SoftKey: Sendable {
  let frame: Int
  let frameCount: Int
  /// The heights between which anything is painted.
  let reach: ClosedRange<Float>
  private let quarter: Int
  private let content: SoftContent
  private let painting: Mutex<Painting>

  private struct Painting {
    let painters: [any RowPainter]
    let stores: [RowStore]
    var bands: [Int: SoftBand] = [:]
  }

  init(_ layers: [any SceneLayer], content: SoftContent, moment: Moment) {
    frame = moment.frame
    frameCount = moment.frameCount
    self.content = content
    let quarter = (Int(moment.composition.width) + 3) / 4
    self.quarter = quarter
    let painters = layers.compactMap { $0.painter(at: moment) }
    let low = painters.map(\.extent.lowerBound).min() ?? 0
    reach = low...max(low, painters.map(\.extent.upperBound).max() ?? 0)
    painting = Mutex(
      Painting(painters: painters, stores: (0..<4).map { _ in RowStore(width: quarter) }))
  }

  /// The band that holds a quarter row.
  func band(holding row: Int) -> SoftBand {
    let index = row >> SoftBand.shift
    return painting.withLock { painting in
      if let band = painting.bands[index] { return band }
      let band = paint(index, painting.painters, painting.stores)
      painting.bands[index] = band
      return band
    }
  }

  private func paint(_ index: Int, _ painters: [any RowPainter], _ stores: [RowStore]) -> SoftBand {
    let channels = content.channels
    let stride = quarter * channels.count
    var isBlank = [Bool](repeating: false, count: SoftBand.rows)
    let values = [Int16](unsafeUninitializedCapacity: stride * SoftBand.rows) { values, count in
      values.initialize(repeating: 0)
      count = stride * SoftBand.rows
      guard let base = values.baseAddress else { return }
      for line in 0..<SoftBand.rows {
        let number = index << SoftBand.shift + line
        let row = PixelRow(
          red: stores[0].start, green: stores[1].start, blue: stores[2].start, alpha: stores[3].start,
          count: quarter, index: number, y: (Float(number) + 0.5) * 4, step: 4)
        if !content.isOpaque {
          isBlank[line] = !reach.contains(row.y)
          if isBlank[line] { continue }
          row.fill(RGB(0))
          stores[3].start.update(repeating: 0, count: quarter)
        }
        for painter in painters { painter.paint(row) }
        if !content.isOpaque {
          isBlank[line] = stores.reversed().allSatisfy { store in
            UnsafeBufferPointer(start: store.start, count: quarter).allSatisfy { $0 == 0 }
          }
          if isBlank[line] { continue }
        }
        for (place, channel) in channels.enumerated() {
          t2v_keep_row(base + line * stride + place * quarter, stores[channel].start, Int32(quarter))
        }
      }
    }
    return SoftBand(values: values, isBlank: isBlank)
  }
}

/// Some rows of a soft picture in fixed point, channel by channel.
final class SoftBand: Sendable {
  static let shift = 4
  static let rows = 1 << shift
  let values: [Int16]
  /// Whether a row holds nothing at all, as most do above and below a bank of fog.
  let isBlank: [Bool]

  init(values: [Int16], isBlank: [Bool]) {
    self.values = values
    self.isBlank = isBlank
  }

  func isBlank(row: Int) -> Bool { isBlank[row & (Self.rows - 1)] }
}
