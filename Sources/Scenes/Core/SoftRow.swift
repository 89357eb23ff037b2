/// A quarter row of soft layers: red, green, blue, coverage.
final class SoftRow {
  /// Its number; one that no row has while there is nothing in it.
  var number = Int.min
  /// Whether a row of a veil holds nothing at all, as most do above and below a bank of fog.
  var isBlank = false
  private let rows: ChannelRows

  init(width: Int) { rows = ChannelRows(4, width: width) }

  subscript(channel: Int) -> UnsafeMutablePointer<Float> { rows[channel] }

  func extendEnds(of channels: Range<Int>, width: Int) { rows.extendEnds(of: channels, width: width) }

  func isBlank(width: Int) -> Bool { rows.isBlank(width: width) }
}
