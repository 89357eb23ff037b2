import RawJSON

/// A track of a draft: its kind and its segments, at least one.
public struct TimelineTrack: Sendable, Equatable {
  /// The kinds that the wire numbers (`tt`).
  public enum Kind: String, Sendable {
    /// `tt` 0.
    case video
    /// `tt` 1.
    case audio
    /// `tt` 7.
    case text
    /// A type that WIRE.md does not name.
    case other

    /// The word for it on the timeline.
    public var label: String {
      switch self {
      case .video: "Video"
      case .audio: "BGM"
      case .text: "Title"
      case .other: "Other"
      }
    }
  }

  /// What its segments are.
  public var kind: Kind
  /// Its segments in the draft's order.
  public var segments: [TimelineSegment]
  /// The loudness of the track, 0 to 1 and above, where the draft gives one.
  public var volume: Double?
  private var ownName: String?

  /// Makes a track of segments.
  public init(kind: Kind, segments: [TimelineSegment], name: String? = nil, volume: Double? = nil) {
    self.kind = kind
    self.segments = segments
    self.volume = volume ?? segments.lazy.compactMap(\.volume).first
    ownName = name
  }

  /// Reads a track; nil if it has no segments.
  init?(_ value: JSONValue) {
    let kind: Kind =
      switch value["tt"]?.stringOrNumberText.flatMap(Double.init) {
      case 0: .video
      case 1: .audio
      case 7: .text
      default: .other
      }
    var end = 0
    var segments: [TimelineSegment] = []
    for element in value["sg"]?.elements ?? [] where element.kind == .object {
      let segment = TimelineSegment(element, kind: kind, following: end)
      end = min(segment.endMS, Int(TimelineSegment.longestMS))
      segments.append(segment)
    }
    guard !segments.isEmpty else { return nil }
    let metadata = value["m"]
    self.init(
      kind: kind, segments: segments, name: metadata.flatMap { TimelineSegment.name(in: $0, kind: kind) },
      volume: metadata.flatMap(TimelineSegment.volume))
  }

  /// When its first segment starts, in milliseconds.
  public var startMS: Int { segments.map(\.startMS).min() ?? 0 }

  /// When its last segment ends, in milliseconds.
  public var endMS: Int { segments.map(\.endMS).max() ?? 0 }

  /// Its name: its segments' names, each once, at most three of them; else the track's own.
  public var name: String? { joinedName { $0 } }

  /// Its name as it stands on the timeline: the text of a title in quotes.
  public var displayName: String? { joinedName { kind == .text ? "\"\($0)\"" : $0 } }

  /// The track's entry of the summary line, such as `BGM: Lo-fi (0-10s, 35%)`.
  public var summary: String {
    var facts = span
    if kind == .audio, let volume { facts += ", \(Self.percent(volume))" }
    return "\(kind.label)\(displayName.map { ": \($0)" } ?? "") (\(facts))"
  }

  /// Its start and end, such as `0-2.5s`.
  public var span: String { "\(Self.seconds(startMS))-\(Self.seconds(endMS))s" }

  /// Milliseconds as seconds without needless zeros: `90`, `2.5`, `0.25`.
  public static func seconds(_ milliseconds: Int) -> String {
    let hundredths = (milliseconds + 5) / 10
    guard hundredths % 100 != 0 else { return "\(hundredths / 100)" }
    let fraction = hundredths % 100
    let digits = fraction % 10 == 0 ? "\(fraction / 10)" : (fraction < 10 ? "0\(fraction)" : "\(fraction)")
    return "\(hundredths / 100).\(digits)"
  }

  /// A volume as a percentage: `35%`.
  public static func percent(_ volume: Double) -> String { "\(Int((volume * 100).rounded()))%" }

  /// The track with other texts in place of its names.
  func renamed(_ rename: (String) -> String) -> TimelineTrack {
    var track = self
    track.ownName = ownName.map(rename)
    for index in segments.indices { track.segments[index].name = segments[index].name.map(rename) }
    return track
  }

  private func joinedName(_ shown: (String) -> String) -> String? {
    var names: [String] = []
    var seen: Set<String> = []
    for name in segments.lazy.compactMap(\.name) where seen.insert(name).inserted { names.append(name) }
    guard !names.isEmpty else { return ownName.map(shown) }
    let joined = names.prefix(3).map(shown).joined(separator: ", ")
    return names.count > 3 ? "\(joined) and \(names.count - 3) more" : joined
  }
}
