import Directing

extension Film {
  /// The segments that wait for footage, by their places: those that know what it is made from, and still hold the shot
  /// instead of it.
  var awaited: [(track: Int, segment: Int)] {
    places { $0.generated != nil && $0.shot != nil }
  }

  /// Whether a model's footage is on the timeline.
  var hasFootage: Bool { !places { $0.generated != nil && $0.media != nil }.isEmpty }

  /// Whether drawn scenes are on the timeline too.
  var hasDrawnScenes: Bool { !places { $0.shot != nil }.isEmpty }

  /// The film with its footage taken for the scenes that it shows, so that an edit can change them.
  var withScenes: Film {
    var film = self
    for place in places({ $0.generated != nil && $0.media != nil }) {
      film.change(place) { segment in
        segment.shot = segment.generated?.shot
        segment.media = nil
        segment.source = nil
      }
    }
    return film
  }

  /// This film, which an edit has made of ``withScenes``, with the footage of all scenes that are what they were. The
  /// others wait for footage of what they are now.
  func withFootage(of before: Film) -> Film {
    var film = self
    for place in before.places({ $0.generated != nil && $0.media != nil }) {
      guard film.tracks.indices.contains(place.track),
        film.tracks[place.track].segments.indices.contains(place.segment)
      else { continue }
      let old = before.tracks[place.track].segments[place.segment]
      film.change(place) { segment in
        guard let shot = segment.shot, let plan = old.generated else { return }
        if shot == plan.shot {
          segment.shot = nil
          segment.media = old.media
          segment.source = old.source
        } else {
          segment.generated?.first = plan.first ?? plan.shot
          segment.generated?.shot = shot
        }
      }
    }
    return film
  }

  /// The film in which scenes of these seeds wait for footage.
  func awaiting(_ plans: [UInt64: GeneratedPlan]) -> Film {
    var film = self
    for place in places({ $0.shot.map { plans[$0.seed] != nil } ?? false }) {
      film.change(place) { segment in
        guard let shot = segment.shot, var plan = plans[shot.seed] else { return }
        plan.shot = shot
        segment.generated = plan
      }
    }
    return film
  }

  /// The film with clips in the places that waited for them, in their order.
  func filled(with clips: [MediaItem]) -> Film {
    filled(with: Dictionary(uniqueKeysWithValues: clips.enumerated().map { ($0.offset, $0.element) }))
  }

  /// The film with the clips that there are in their places, and the studio's own drawing in the others.
  func drawnKeeping(_ clips: [Int: MediaItem]) -> Film { filled(with: clips).drawn }

  /// Fills places by their numbers. A clip that is shorter than its place is played as long as it is.
  private func filled(with clips: [Int: MediaItem]) -> Film {
    var film = self
    for (number, place) in awaited.enumerated() {
      guard let item = clips[number] else { continue }
      film.change(place) { segment in
        segment.shot = nil
        segment.media = item.hash
        segment.source = item.facts
        // Models make sizes of their own, a few pixels off the canvas's shape.
        if segment.framing == nil {
          var framing = FramingPlan()
          framing.fit = .fill
          segment.framing = framing
        }
        if let length = item.facts.durationMS, segment.clip == nil {
          segment.durationMS = min(segment.durationMS, max(200, length))
        }
      }
    }
    if film.tracks.map(\.durationMS) != tracks.map(\.durationMS) { film.fitToPictures() }
    return film
  }

  /// The film with the studio's own drawing in the places that waited for footage.
  var drawn: Film {
    var film = self
    for place in awaited { film.change(place) { $0.generated = nil } }
    return film
  }

  private func places(_ isMeant: (Segment) -> Bool) -> [(track: Int, segment: Int)] {
    tracks.indices.filter { tracks[$0].kind == .video }.flatMap { track in
      tracks[track].segments.indices.filter { isMeant(tracks[track].segments[$0]) }.map { (track, $0) }
    }
  }

  private mutating func change(_ place: (track: Int, segment: Int), _ body: (inout Segment) -> Void) {
    body(&tracks[place.track].segments[place.segment])
  }
}
