extension Film.Segment {
  /// Whether it is a title, and no line of subtitles.
  public var isTitle: Bool { title.map { !$0.isSubtitle } ?? false }
  /// Whether it is a line of subtitles.
  public var isSubtitle: Bool { title?.isSubtitle ?? false }
  /// Whether it is the bed of the film: as long as the pictures, whatever becomes of them.
  var isBed: Bool { music != nil || sound?.role == .music }

  /// A part of the segment, in milliseconds from its start.
  func part(_ range: Range<Int>) -> Film.Segment {
    guard range != 0..<durationMS else { return self }
    var part = self
    part.durationMS = range.count
    var plan = clip ?? ClipPlan()
    let skipped = plan.isReversed == true ? durationMS - range.upperBound : range.lowerBound
    if plan.isFrozen != true {
      let start = plan.start + (Double(skipped) * plan.rate).nearestInt
      plan.inMS = start > 0 ? start : nil
    }
    if shot != nil || source?.kind != .image, music == nil, title == nil {
      part.clip = plan == ClipPlan() ? nil : plan
    }
    if range.lowerBound > 0 {
      part.startMS = startMS.map { $0 + range.lowerBound }
      part.transition = nil
      part.fade?.inMS = nil
      part.sound?.fadeInMS = nil
    }
    if range.upperBound < durationMS {
      part.fade?.outMS = nil
      part.sound?.fadeOutMS = nil
    }
    part.title?.durationMS = max(200, part.durationMS)
    return part
  }
}

extension Film {
  /// What is shorter than this is no clip, in milliseconds.
  static let shortestClipMS = 40

  /// Where each clip of the sequence starts, with the clip.
  var placedClips: [(startMS: Int, segment: Segment)] {
    sequenceTrack.map { tracks[$0].placedSegments } ?? []
  }

  /// Takes a stretch out of every track; what follows moves up. A bed stays whole.
  mutating func remove(_ range: Range<Int>) {
    for track in tracks.indices
    where tracks[track].kind == .video || !tracks[track].segments.contains(where: \.isBed) {
      var kept: [Segment] = []
      for (start, segment) in tracks[track].placedSegments {
        let end = start + segment.durationMS
        let isPlaced = tracks[track].kind != .video || tracks[track].isOverlay || segment.startMS != nil
        var first = true
        for piece in [
          start..<min(end, max(start, range.lowerBound)), max(start, min(end, range.upperBound))..<end,
        ] {
          guard piece.count >= Self.shortestClipMS else { continue }
          var part = segment.part(piece.lowerBound - start..<piece.upperBound - start)
          let moved = piece.lowerBound >= range.upperBound ? piece.lowerBound - range.count : piece.lowerBound
          part.startMS = isPlaced && (first || tracks[track].kind != .video) ? moved : nil
          // What was one clip must not dissolve into itself.
          if piece.lowerBound > start, tracks[track].kind == .video, part.overlay == nil {
            part.transition = TransitionPlan(kind: .cut, durationMS: 0)
          }
          kept.append(part)
          first = false
        }
      }
      tracks[track].segments = kept
    }
    tracks.removeAll { $0.segments.isEmpty }
    editFirst(.audio, where: \.isBed) { bed in
      // A bed that begins or ends at a moment of the pictures keeps to it.
      func moved(_ moment: Int?) -> Int? {
        moment.map { $0 - min(max(0, $0 - range.lowerBound), range.count) }
      }
      guard let plan = bed.sound, plan.fromMS != nil || plan.untilMS != nil else { return }
      bed.editSound { ($0.fromMS, $0.untilMS) = (moved(plan.fromMS), moved(plan.untilMS)) }
    }
    removeLeadingTransition()
    fitToPictures()
  }

  /// Changes the clips of the sequence, and lets them follow one another.
  mutating func editSequence(_ change: (inout [Segment]) -> Void) {
    guard let track = sequenceTrack else { return }
    change(&tracks[track].segments)
    for index in tracks[track].segments.indices { tracks[track].segments[index].startMS = nil }
    removeLeadingTransition()
    fitToPictures()
  }

  /// Nothing leads into the first clip.
  private mutating func removeLeadingTransition() {
    guard let track = sequenceTrack, !tracks[track].segments.isEmpty else { return }
    tracks[track].segments[0].transition = nil
  }
}
