extension FilmEditor {
  /// Brings the film to a length: drawn shots and photos shrink and stretch in proportion; a film that holds an uploaded video
  /// is cut at its end, and grows by its shots and photos alone. Music keeps to the new length, and the title stays within it.
  func setLength(_ length: Int, of film: Film) -> (Film, EditSummary) {
    let before = film.pictureMS
    if length < before, length >= 500, film.videoSegments.contains(where: { $0.source?.kind == .video }) {
      return cut(.after(length), of: .all, in: film)
    }
    guard length <= Director.longestMS else { return (film, EditSummary(refusal: Self.tooLong)) }
    guard length != before else { return (film, EditSummary(refusal: Self.asItIs)) }
    let segments = film.videoSegments
    guard length >= max(500, segments.count * 200) else { return (film, EditSummary(refusal: Self.tooShort)) }
    // An uploaded clip has no more pictures than it has: it can be cut short, and shots and photos around it stretch.
    func stretches(_ segment: Film.Segment) -> Bool { segment.shot != nil || segment.source?.kind == .image }
    let drawn = segments.indices.filter { stretches(segments[$0]) }
    let uploaded = segments.filter { !stretches($0) }.reduce(0) { $0 + $1.durationMS }
    let stretched: [Int]
    if !drawn.isEmpty, length - uploaded >= drawn.count * 200 {
      stretched = drawn
    } else if length < before {
      stretched = Array(segments.indices)
    } else {
      return (
        film,
        EditSummary(
          refusal: Bilingual(
            "Uploaded clips can't be made longer than they are; nothing was changed. What I can do: “slow it down to \(Wording.number(Double(length) / 1000)) seconds”, “loop it”, “freeze the last frame for 2 seconds”.",
            "上传的片段不能比原来更长，没有改动。可以做的是：“放慢到\(Wording.number(Double(length) / 1000))秒”“循环两次”“定格最后一帧2秒”。"))
      )
    }
    let target = stretched.count == segments.count ? length : length - uploaded
    let sum = stretched.reduce(0) { $0 + segments[$1].durationMS }
    guard sum > 0 else { return (film, EditSummary(refusal: Self.tooShort)) }
    var edited = film
    edited.editVideo { segments in
      // Ends are rounded, not lengths, so the parts add up to the whole.
      var reached = 0
      var placed = 0
      for index in stretched {
        reached += segments[index].durationMS
        let end = (Double(target) * Double(reached) / Double(sum)).nearestInt
        segments[index].setDuration(max(200, end - placed))
        placed = end
      }
      for index in segments.indices { segments[index].startMS = nil }
    }
    edited.fitToPictures()
    return (
      edited,
      EditSummary(facts: [
        .init(Wording.length, before: Wording.seconds(before), after: Wording.seconds(edited.pictureMS))
      ])
    )
  }

  /// Sets the length of one shot; the film grows or shrinks with it.
  func setLength(_ length: Int, ofShot index: Int, in film: Film) -> (Film, EditSummary) {
    let old = film.videoSegments[index]
    guard length >= 200 else { return (film, EditSummary(refusal: Self.tooShort)) }
    guard film.pictureMS - old.durationMS + length <= Director.longestMS else {
      return (film, EditSummary(refusal: Self.tooLong))
    }
    guard length != old.durationMS else { return (film, EditSummary(refusal: Self.asItIs)) }
    var edited = film
    edited.editVideo { $0[index].setDuration(length) }
    edited.fitToPictures()
    let subject =
      old.shot == nil
      ? Bilingual("Length of clip \(index + 1)", "第 \(index + 1) 段的时长")
      : Bilingual("Length of scene \(index + 1)", "第 \(index + 1) 个镜头的时长")
    return (
      edited,
      EditSummary(facts: [
        .init(subject, before: Wording.seconds(old.durationMS), after: Wording.seconds(length)),
        .init(
          Wording.length, before: Wording.seconds(film.pictureMS), after: Wording.seconds(edited.pictureMS)),
      ])
    )
  }

  static func howShort(_ film: Film) -> Bilingual {
    let length = Wording.number((Double(film.pictureMS) / 1500).rounded())
    return Bilingual(
      "How short is it to be? Say “make it \(length) seconds” (its end is cut off), “speed it up to \(length) seconds” (all of it stays) or “cut from 3 to 5 seconds”. Nothing was changed.",
      "要多短？请说“改成\(length)秒”（剪掉结尾）、“加速到\(length)秒”（内容全保留）或“剪掉3到5秒”。影片没有改动。")
  }

  static let tooShort = Bilingual(
    "That is too short to show anything; nothing was changed.", "太短了，什么也看不到，没有改动。")
}

extension Film.Segment {
  /// Sets the length of the segment and of the shot in it.
  mutating func setDuration(_ milliseconds: Int) {
    // A part of a shot stretches with the shot.
    if let shot, clip != nil, durationMS > 0 {
      let factor = Double(milliseconds) / Double(durationMS)
      self.shot?.durationMS = max(200, (Double(shot.durationMS) * factor).nearestInt)
      if let start = clip?.inMS { clip?.inMS = (Double(start) * factor).nearestInt }
    } else {
      shot?.durationMS = milliseconds
    }
    durationMS = milliseconds
  }
}

extension Film {
  /// Edits the segments of the first video track.
  mutating func editVideo(_ change: (inout [Segment]) -> Void) {
    guard let index = sequenceTrack else { return }
    change(&tracks[index].segments)
  }

  /// What is left of a bed at least, in milliseconds.
  private static let shortestBedMS = 200

  /// Brings music and titles to the length of the pictures.
  package mutating func fitToPictures() {
    let length = pictureMS
    for track in tracks.indices where tracks[track].kind != .video || tracks[track].isOverlay {
      let isAudio = tracks[track].kind == .audio
      var kept: [Segment] = []
      for (start, segment) in tracks[track].placedSegments {
        var segment = segment
        if isAudio, segment.isBed, tracks[track].segments.count == 1 {
          // A bed that begins later waits for a film that is long enough, so one that is shortened too far has a last moment
          // of it.
          let first = min(max(0, segment.sound?.fromMS ?? 0), max(0, length - Self.shortestBedMS))
          let last = min(length, max(first + Self.shortestBedMS, segment.sound?.untilMS ?? length))
          segment.startMS = first > 0 ? first : nil
          segment.durationMS = last - first
        } else if start + segment.durationMS > length {
          let moved = isAudio || segment.isSubtitle ? start : max(0, min(start, length - segment.durationMS))
          guard moved < length else { continue }
          if segment.startMS != nil || moved != start { segment.startMS = moved }
          segment.durationMS = min(segment.durationMS, length - moved)
        }
        if let title = segment.title, title.durationMS != segment.durationMS {
          segment.title?.durationMS = max(200, segment.durationMS)
        }
        kept.append(segment)
      }
      tracks[track].segments = kept
    }
    let hasPictures = tracks.contains { $0.kind == .video && !$0.segments.isEmpty }
    tracks.removeAll { $0.segments.isEmpty && ($0.kind != .video || hasPictures) }
  }
}
