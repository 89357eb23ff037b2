/// The studio's own draft: a film as tracks of segments, in the short keys of the wire (`t`, `tt`, `sg`, `d`, `m`).
///
/// A segment carries what is needed to make it (`shot`, `music`, `title`, or `media` for an upload) beside the
/// metadata that any client reads, so a draft alone is enough to render the film.
public struct Film: Codable, Sendable, Equatable {
  /// The canvas and frame rate.
  public var canvas: Canvas
  /// The tracks, in the order they are listed.
  public var tracks: [Track]
  /// The moment that stands for the film in a still, in milliseconds; nil: one is chosen when it is made.
  public var stillMS: Int?

  /// Makes a film of its parts.
  public init(canvas: Canvas = .portrait, tracks: [Track] = []) {
    self.canvas = canvas
    self.tracks = tracks
  }

  /// One track of segments of one type.
  public struct Track: Codable, Sendable, Equatable {
    /// The type of a track, numbered as on the wire.
    public enum Kind: Int, Codable, Sendable {
      case video = 0
      case audio = 1
      case text = 7
    }

    /// What its segments are.
    public var kind: Kind
    /// Its segments; one follows another unless it has a start of its own.
    public var segments: [Segment]

    /// Makes a track.
    public init(kind: Kind, segments: [Segment]) {
      self.kind = kind
      self.segments = segments
    }

    enum CodingKeys: String, CodingKey {
      case kind = "tt"
      case segments = "sg"
    }
  }

  /// A stretch of a track.
  public struct Segment: Codable, Sendable, Equatable {
    /// When it starts, in milliseconds from the start of the film; nil: where the one before it ends.
    public var startMS: Int?
    /// Its length in milliseconds.
    public var durationMS: Int
    /// What any client may read.
    public var metadata: Metadata
    /// The shot to draw, on a video track.
    public var shot: Shot?
    /// The bed to synthesise, on an audio track.
    public var music: MusicPlan?
    /// The text to set, on a text track.
    public var title: TitlePlan?
    /// The SHA-256 (hexadecimal) of an uploaded file in the studio's media folder.
    public var media: String?
    /// What is known of that file.
    public var source: MediaFacts?
    /// Which part of the source is played, and how.
    public var clip: ClipPlan?
    /// How the picture stands on the canvas.
    public var framing: FramingPlan?
    /// What is done to its colours.
    public var look: LookPlan?
    /// How the picture comes and goes.
    public var fade: FadePlan?
    /// How it follows the segment before it.
    public var transition: TransitionPlan?
    /// Where it stands above the film; such a segment is no part of the film's own sequence.
    public var overlay: OverlayPlan?
    /// How its sound is heard.
    public var sound: SoundPlan?
    /// What a video model made its footage from; nil for uploads and drawn scenes.
    public var generated: GeneratedPlan?

    /// Makes a segment.
    public init(
      startMS: Int? = nil, durationMS: Int, metadata: Metadata, shot: Shot? = nil, music: MusicPlan? = nil,
      title: TitlePlan? = nil, media: String? = nil, source: MediaFacts? = nil
    ) {
      self.startMS = startMS
      self.durationMS = durationMS
      self.metadata = metadata
      self.shot = shot
      self.music = music
      self.title = title
      self.media = media
      self.source = source
    }

    enum CodingKeys: String, CodingKey {
      case startMS = "s"
      case durationMS = "d"
      case metadata = "m"
      case shot, music, title, media, source, clip, look, fade, transition, overlay, sound
      case framing = "frame"
      case generated = "gen"
    }
  }

  /// The part of a segment that every client understands.
  public struct Metadata: Codable, Sendable, Equatable {
    /// A name for lists.
    public var name: String?
    /// The text of a text segment.
    public var text: String?
    /// Loudness, 0 to 1, of an audio segment.
    public var volume: Double?

    /// Makes metadata.
    public init(name: String? = nil, text: String? = nil, volume: Double? = nil) {
      self.name = name
      self.text = text
      self.volume = volume
    }
  }

  /// The length of the longest track, in milliseconds.
  public var durationMS: Int { tracks.map(\.durationMS).max() ?? 0 }

  /// A day: no moment of a film lies behind it.
  public static let longestMS = 86_400_000

  enum CodingKeys: String, CodingKey {
    case canvas
    case tracks = "t"
    case stillMS = "still"
  }
}

extension Film.Track {
  /// Each segment with its start, in milliseconds from the start of the film.
  public var placedSegments: [(startMS: Int, segment: Film.Segment)] {
    var end = 0
    return segments.map { segment in
      // A draft from outside may name any number: nothing here can pass the range of integers.
      let start = min(Film.longestMS, max(-Film.longestMS, segment.startMS ?? end))
      var segment = segment
      segment.durationMS = min(Film.longestMS, max(0, segment.durationMS))
      end = start + segment.durationMS
      return (start, segment)
    }
  }

  /// When the last segment ends, in milliseconds.
  public var durationMS: Int {
    min(Film.longestMS, max(0, placedSegments.map { $0.startMS + $0.segment.durationMS }.max() ?? 0))
  }

  /// Whether its pictures stand above the film rather than being its sequence.
  public var isOverlay: Bool { kind == .video && segments.contains { $0.overlay != nil } }
}

extension Film {
  /// The film of a storyboard: its shots on one video track, then the music, then the title.
  public init(_ storyboard: Storyboard) {
    let length = storyboard.durationMS
    var tracks = [
      Track(
        kind: .video,
        segments: storyboard.shots.map {
          Segment(durationMS: $0.durationMS, metadata: Metadata(name: $0.name), shot: $0)
        })
    ]
    if let music = storyboard.music {
      let metadata = Metadata(name: music.mood.displayName, volume: 0.35)
      tracks.append(
        Track(kind: .audio, segments: [Segment(durationMS: length, metadata: metadata, music: music)]))
    }
    let opening = storyboard.title.map { Storyboard.LaterTitle(startMS: 0, plan: $0) }
    let titles = (opening.map { [$0] } ?? []) + storyboard.laterTitles
    if !titles.isEmpty {
      tracks.append(
        Track(
          kind: .text,
          segments: titles.map { title in
            Segment(
              startMS: title.startMS, durationMS: min(length - title.startMS, title.plan.durationMS),
              metadata: Metadata(text: title.plan.text), title: title.plan)
          }))
    }
    self.init(canvas: storyboard.canvas, tracks: tracks)
  }
}
