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
    let rows: ChannelRows
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
      Painting(painters: painters, rows: ChannelRows(4, width: quarter)))
  }

  /// The band that holds a quarter row.
  func band(holding row: Int) -> SoftBand {
    let index = row >> SoftBand.shift
    return painting.withLock { painting in
      if let band = painting.bands[index] { return band }
      let band = paint(index, painting.painters, painting.rows)
      painting.bands[index] = band
      return band
    }
  }

  private func paint(_ index: Int, _ painters: [any RowPainter], _ rows: ChannelRows) -> SoftBand {
    let channels = content.channels
    let stride = quarter * channels.count
    var isBlank = [Bool](repeating: false, count: SoftBand.rows)
    let values = [Int16](unsafeUninitializedCapacity: stride * SoftBand.rows) { values, count in
      count = stride * SoftBand.rows
      guard let base = values.baseAddress else { return }
      for line in 0..<SoftBand.rows {
        let number = index << SoftBand.shift + line
        let row = PixelRow(
          red: rows[0], green: rows[1], blue: rows[2], alpha: rows[3],
          count: quarter, index: number, y: (Float(number) + 0.5) * 4, step: 4)
        let kept = base + line * stride
        if !content.isOpaque {
          isBlank[line] = !reach.contains(row.y)
          if isBlank[line] {
            kept.initialize(repeating: 0, count: stride)
            continue
          }
          row.fill(RGB(0))
          rows[3].update(repeating: 0, count: quarter)
        }
        for painter in painters { painter.paint(row) }
        if !content.isOpaque {
          isBlank[line] = rows.isBlank(width: quarter)
          if isBlank[line] {
            kept.initialize(repeating: 0, count: stride)
            continue
          }
        }
        for (place, channel) in channels.enumerated() {
          t2v_keep_row(kept + place * quarter, rows[channel], Int32(quarter))
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
