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

  /// Lets clips play faster or slower, pictures that stand shorter or longer, so that together they last a length.
  func play(_ choice: ClipChoice, in length: Int, of film: Film) -> (Film, EditSummary) {
    guard let chosen = indices(choice, in: film) else { return missing(choice, in: film) }
    let old = chosen.map { film.videoSegments[$0].durationMS }
    let total = old.reduce(0, +)
    guard length >= 200 * chosen.count else { return (film, EditSummary(refusal: Self.tooShort)) }
    guard film.pictureMS - total + length <= Director.longestMS else {
      return (film, EditSummary(refusal: Self.tooLong))
    }
    guard length != total, total > 0 else { return (film, EditSummary(refusal: Self.asItIs)) }
    let factor = Double(total) / Double(length)
    let moving = chosen.filter {
      !film.videoSegments[$0].isStill && film.videoSegments[$0].clip?.isFrozen != true
    }
    guard moving.allSatisfy({ (0.1...10).contains((film.videoSegments[$0].clip?.rate ?? 1) * factor) }) else {
      return refuse(
        film, "That is further than clips can be sped up or slowed down (0.1× to 10×). Nothing was changed.",
        "超出了可调的速度范围（0.1 到 10 倍），没有改动。")
    }
    var edited = film
    edited.editSequence { segments in
      // Ends are rounded, not lengths, so the parts add up to the whole.
      var reached = 0
      var placed = 0
      for (index, duration) in zip(chosen, old) {
        reached += duration
        let end = (Double(length) * Double(reached) / Double(total)).nearestInt
        if moving.contains(index) { segments[index].retime(.times(factor)) }
        segments[index].durationMS = end - placed
        placed = end
      }
    }
    var facts: [EditSummary.Fact] = []
    if let first = moving.first {
      func speed(_ film: Film) -> Bilingual {
        Wording.plain("\(Wording.factor(film.videoSegments[first].clip?.rate ?? 1))×")
      }
      facts.append(
        .init(subject(Wording.speed, choice, in: film), before: speed(film), after: speed(edited)))
    }
    return (edited, EditSummary(facts: facts + lengthFact(film, edited)))
  }

  /// Lets clips play on backwards when they have come to their end.
  func boomerang(_ choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard let chosen = indices(choice, in: film), let last = chosen.last else {
      return missing(choice, in: film)
    }
    let clips = chosen.map { film.videoSegments[$0] }
    guard clips.contains(where: { !$0.isStill }) else { return (film, EditSummary(refusal: Self.still)) }
    let length = clips.reduce(0) { $0 + $1.durationMS }
    guard film.pictureMS + length <= Director.longestMS else {
      return (film, EditSummary(refusal: Self.tooLong))
    }
    let back = clips.reversed().map { clip in
      var clip = clip
      if !clip.isStill {
        var plan = clip.clip ?? ClipPlan()
        plan.isReversed = plan.isReversed == true ? nil : true
        clip.clip = plan == ClipPlan() ? nil : plan
      }
      // It turns where it is; nothing leads into that.
      clip.transition = TransitionPlan(kind: .cut, durationMS: 0)
      clip.fade = nil
      clip.sound?.fadeInMS = nil
      clip.sound?.fadeOutMS = nil
      return clip
    }
    var edited = film
    edited.editSequence { $0.insert(contentsOf: back, at: last + 1) }
    let words = subject(Bilingual("Direction", "播放方向"), choice, in: film)
    return (
      edited,
      EditSummary(
        facts: [
          .init(
            words, before: Bilingual("forwards", "正放"), after: Bilingual("forwards, then backwards", "正放再倒放"))
        ] + lengthFact(film, edited))
    )
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
