extension FilmEditor {
  func retime(_ change: Change, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard let chosen = indices(choice, in: film) else { return missing(choice, in: film) }
    let moving = chosen.filter { !film.videoSegments[$0].isStill }
    guard let first = moving.first else { return (film, EditSummary(refusal: Self.still)) }
    var edited = film
    edited.editSequence { segments in
      for index in moving { segments[index].retime(change) }
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    guard edited.pictureMS <= Director.longestMS else { return (film, EditSummary(refusal: Self.tooLong)) }
    guard edited.videoSegments.allSatisfy({ $0.durationMS >= 200 }) else {
      return (film, EditSummary(refusal: Self.tooShort))
    }
    func speed(_ film: Film) -> Bilingual {
      Wording.plain("\(Wording.factor(film.videoSegments[first].clip?.rate ?? 1))×")
    }
    let fact = EditSummary.Fact(
      subject(Wording.speed, choice, in: film), before: speed(film), after: speed(edited))
    return (edited, EditSummary(facts: [fact] + lengthFact(film, edited)))
  }

  static let still = Bilingual(
    "This is a still picture: it has no speed and no direction. Nothing was changed; you can zoom in on it slowly.",
    "这是静止的图片，没有速度和方向可言，没有改动；可以让画面缓慢放大。")

  func reverse(_ choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard let chosen = indices(choice, in: film) else { return missing(choice, in: film) }
    let moving = chosen.filter { !film.videoSegments[$0].isStill }
    guard let first = moving.first else { return (film, EditSummary(refusal: Self.still)) }
    var edited = film
    edited.editSequence { segments in
      for index in moving {
        var plan = segments[index].clip ?? ClipPlan()
        plan.isReversed = plan.isReversed == true ? nil : true
        segments[index].clip = plan == ClipPlan() ? nil : plan
      }
      // A film that runs backwards ends with its first clip.
      if choice == .all { segments.reverse() }
    }
    func direction(_ film: Film, _ index: Int) -> Bilingual {
      film.videoSegments[index].clip?.isReversed == true
        ? Bilingual("backwards", "倒放") : Bilingual("forwards", "正放")
    }
    let after = choice == .all ? film.videoSegments.count - 1 - first : first
    return (
      edited,
      EditSummary(facts: [
        .init(
          subject(Bilingual("Direction", "播放方向"), choice, in: film), before: direction(film, first),
          after: direction(edited, after))
      ])
    )
  }

  func freeze(at point: TimePoint, for length: Int, of choice: ClipChoice, in film: Film) -> (
    Film, EditSummary
  ) {
    let length = min(60_000, max(200, length))
    let clips = film.placedClips
    guard film.pictureMS + length <= Director.longestMS else {
      return (film, EditSummary(refusal: Self.tooLong))
    }
    let moment: Int
    switch choice {
    case .all: moment = point.moment(in: film.pictureMS)
    case .clip(let number):
      guard let index = index(number, count: clips.count) else { return noClip(number, in: film) }
      moment =
        clips[index].startMS
        + min(clips[index].segment.durationMS, point.moment(in: clips[index].segment.durationMS))
    }
    guard
      let index = clips.firstIndex(where: {
        moment >= $0.startMS && moment <= $0.startMS + $0.segment.durationMS
      })
    else {
      let words = Wording.seconds(film.pictureMS)
      return refuse(
        film, "That moment is not in the film, which is \(words.english) long. Nothing was changed.",
        "影片只有\(words.chinese)，没有那个时刻，没有改动。")
    }
    let (start, segment) = clips[index]
    let offset = moment - start
    // The picture that is seen last before the moment, for the end is where no picture is any more.
    let frame = 1000 / max(1, film.canvas.framesPerSecond) + 1
    var still = segment.part(max(0, min(offset, segment.durationMS) - frame)..<segment.durationMS)
    var plan = still.clip ?? ClipPlan()
    if plan.isReversed == true {
      plan.inMS = plan.start + (Double(still.durationMS) * plan.rate).nearestInt
      plan.isReversed = nil
    }
    plan.isFrozen = true
    still.clip = segment.isStill ? nil : plan
    still.durationMS = length
    still.transition = TransitionPlan(kind: .cut, durationMS: 0)
    still.fade = nil
    still.metadata.volume = still.shot == nil ? 0 : still.metadata.volume
    var edited = film
    edited.editSequence { segments in
      var pieces: [Film.Segment] = []
      if offset >= Film.shortestClipMS { pieces.append(segment.part(0..<min(offset, segment.durationMS))) }
      pieces.append(still)
      if segment.durationMS - offset >= Film.shortestClipMS {
        var rest = segment.part(max(0, offset)..<segment.durationMS)
        rest.transition = TransitionPlan(kind: .cut, durationMS: 0)
        pieces.append(rest)
      }
      segments.replaceSubrange(index...index, with: pieces)
    }
    let at = Wording.number(Double(moment) / 1000)
    let words = Bilingual("Freeze frame at \(at) s", "定格（第 \(at) 秒）")
    return (
      edited,
      EditSummary(
        facts: [.init(words, before: nil, after: Wording.seconds(length))] + lengthFact(film, edited))
    )
  }
}

extension Film.Segment {
  /// Whether nothing in it moves: an image.
  var isStill: Bool { media != nil && source?.kind == .image }

  /// Lets it play at another speed; it becomes shorter or longer by that.
  mutating func retime(_ change: Change) {
    var plan = clip ?? ClipPlan()
    guard plan.isFrozen != true else { return }
    let old = plan.rate
    let new = min(10, max(0.1, change.applied(to: old)))
    plan.speed = new == 1 ? nil : new
    clip = plan == ClipPlan() ? nil : plan
    durationMS = (Double(durationMS) * old / new).nearestInt
  }
}
