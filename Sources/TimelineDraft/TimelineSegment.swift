import RawJSON

/// A stretch of a track.
public struct TimelineSegment: Sendable, Equatable {
  /// When it starts, in milliseconds from the start of the film, 0 or more.
  public var startMS: Int
  /// Its length in milliseconds, 0 or more.
  public var durationMS: Int
  /// What it is called; of a text segment, what it says.
  public var name: String?
  /// Its loudness, 0 to 1 and above, where the draft gives one.
  public var volume: Double?

  /// Makes a segment.
  public init(startMS: Int, durationMS: Int, name: String? = nil, volume: Double? = nil) {
    self.startMS = startMS
    self.durationMS = durationMS
    self.name = name
    self.volume = volume
  }

  /// When it ends, in milliseconds.
  public var endMS: Int { startMS + durationMS }

  /// No film is longer than this; larger numbers of a draft are cut to it, so that sums stay far from overflow.
  static let longestMS = 1_000_000_000_000.0

  /// Names that services give a segment's own start.
  private static let startKeys = ["s", "st", "start", "start_ms", "startMs", "start_time", "startTime"]

  /// Reads a segment that starts at `following` unless it says otherwise.
  init(_ value: JSONValue, kind: TimelineTrack.Kind, following: Int) {
    let metadata = value["m"]
    let ownStart = Self.startKeys.lazy.compactMap { Self.milliseconds(value[$0]) }.first
    startMS = ownStart ?? following
    durationMS = Self.milliseconds(value["d"]) ?? Self.milliseconds(metadata?["duration"]) ?? 0
    name = metadata.flatMap { Self.name(in: $0, kind: kind) }
    volume = metadata.flatMap(Self.volume) ?? Self.volume(in: value)
  }

  /// The name in a segment's or a track's metadata: the text of a text track, else a name or title.
  static func name(in metadata: JSONValue, kind: TimelineTrack.Kind) -> String? {
    let keys = kind == .text ? ["text", "title", "name"] : ["name", "title", "text"]
    return keys.lazy.compactMap { metadata[$0]?.string }.map(singleLine).first { !$0.isEmpty }
  }

  /// The volume in metadata as a fraction: up to 1 it is one already, above that it is a percentage.
  static func volume(in metadata: JSONValue) -> Double? {
    guard let volume = metadata["volume"]?.stringOrNumberText.flatMap(Double.init), volume.isFinite,
      volume >= 0
    else { return nil }
    return volume <= 1 ? volume : min(volume, 10_000) / 100
  }

  private static func milliseconds(_ value: JSONValue?) -> Int? {
    guard let number = value?.stringOrNumberText.flatMap(Double.init), !number.isNaN else { return nil }
    return Int(min(longestMS, max(0, number)).rounded())
  }

  /// A name on one line, cut to a length that fits a list.
  private static func singleLine(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    return words.count > 120 ? words.prefix(119) + "…" : words
  }
}
