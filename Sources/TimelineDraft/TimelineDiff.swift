/// What an edit changed on the timeline, told as a person would.
public struct TimelineDiff: Sendable, Equatable {
  /// One sentence a change, such as `Title added: "Paradise Found" (0-3s)`; none if nothing visible changed.
  public let changes: [String]

  /// Compares two timelines. Tracks of a kind are compared in their order; those of the same name are paired first.
  public init(from old: Timeline, to new: Timeline) {
    var changes: [String] = []
    for kind in [TimelineTrack.Kind.video, .audio, .text, .other] {
      var before = old.tracks.filter { $0.kind == kind }
      var added: [TimelineTrack] = []
      var pairs: [(TimelineTrack, TimelineTrack)] = []
      for track in new.tracks where track.kind == kind {
        if let index = before.firstIndex(where: { $0.name == track.name }) {
          pairs.append((before.remove(at: index), track))
        } else {
          added.append(track)
        }
      }
      while !before.isEmpty, !added.isEmpty { pairs.append((before.removeFirst(), added.removeFirst())) }
      changes += pairs.flatMap(Self.changes)
      changes += added.map { "\($0.kind.label) added: \(Self.entry($0))" }
      changes += before.map { "\($0.kind.label) removed: \(Self.name($0))" }
    }
    self.changes = changes
  }

  private static func changes(from old: TimelineTrack, to new: TimelineTrack) -> [String] {
    let label = new.kind.label
    var changes: [String] = []
    if old.name != new.name {
      changes.append("\(label) changed: \(name(old)) → \(name(new))")
    }
    let subject = new.name == nil ? label : "\(label) \(name(new))"
    if old.startMS != new.startMS || old.endMS != new.endMS {
      changes.append("\(subject): \(span(old)) → \(span(new))")
    }
    if old.volume != new.volume {
      changes.append("\(subject) volume: \(volume(old)) → \(volume(new))")
    }
    if old.segments.count != new.segments.count {
      changes.append("\(subject): \(pieces(old)) → \(pieces(new))")
    } else if changes.isEmpty, old.segments != new.segments {
      changes.append("\(subject): pieces moved or cut")
    }
    return changes
  }

  private static func entry(_ track: TimelineTrack) -> String {
    let facts = "\(name(track)) (\(span(track))"
    guard track.kind == .audio, let volume = track.volume else { return facts + ")" }
    return "\(facts), \(TimelineTrack.percent(volume)))"
  }

  /// The text of a title is quoted.
  private static func name(_ track: TimelineTrack) -> String {
    guard let name = track.name else { return "untitled" }
    return track.kind == .text ? "'\(name)'" : name
  }

  /// Such as `0–2.5 s`.
  private static func span(_ track: TimelineTrack) -> String {
    "\(TimelineTrack.seconds(track.startMS))–\(TimelineTrack.seconds(track.endMS)) s"
  }

  private static func volume(_ track: TimelineTrack) -> String {
    track.volume.map(TimelineTrack.percent) ?? "as it was"
  }

  private static func pieces(_ track: TimelineTrack) -> String {
    track.segments.count == 1 ? "1 piece" : "\(track.segments.count) pieces"
  }
}
