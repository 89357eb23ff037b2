extension FilmEditor {
  func setTransition(_ plan: TransitionPlan, into: Int?, in film: Film) -> (Film, EditSummary) {
    let segments = film.videoSegments
    guard segments.count > 1 else {
      return refuse(
        film,
        "A transition needs two clips and the film has one; split it or add another clip first. Nothing was changed.",
        "转场需要两段画面，而影片只有一段；请先分割或再添加一段，没有改动。")
    }
    let targets: [Int]
    if let into {
      guard let index = index(into, count: segments.count), index > 0 else { return noClip(into, in: film) }
      targets = [index]
    } else {
      targets = Array(1..<segments.count)
    }
    var edited = film
    edited.editVideo { segments in
      for index in targets {
        var plan = plan
        let room = min(segments[index - 1].durationMS, segments[index].durationMS) / 2
        plan.durationMS = plan.kind == .cut ? 0 : min(max(40, plan.durationMS), max(40, room))
        segments[index].transition = plan
      }
    }
    guard edited != film, let first = targets.first else { return (film, EditSummary(refusal: Self.asItIs)) }
    func told(_ film: Film) -> [Bilingual] {
      let clips = film.videoSegments
      return targets.map { Self.name(of: clips[$0], after: clips[$0 - 1]) }
    }
    guard told(film) != told(edited) else { return (film, EditSummary(refusal: Self.asItIs)) }
    let words =
      targets.count == 1 && segments.count > 2
      ? Bilingual("Transition into clip \(first + 1)", "第 \(first + 1) 段前的转场")
      : Bilingual("Transition", "转场")
    return (
      edited,
      EditSummary(facts: [
        .init(
          words, before: Self.name(of: segments[first], after: segments[first - 1]),
          after: Self.name(of: edited.videoSegments[first], after: edited.videoSegments[first - 1]))
      ])
    )
  }

  private static func name(of segment: Film.Segment, after before: Film.Segment) -> Bilingual {
    guard let plan = segment.transition else {
      return segment.shot != nil && before.shot != nil
        ? Bilingual("short dissolve", "短叠化") : Bilingual("cut", "直接切换")
    }
    let names =
      switch plan.kind {
      case .cut: Bilingual("cut", "直接切换")
      case .crossfade: Bilingual("cross-fade", "叠化")
      case .wipeLeft: Bilingual("wipe to the left", "向左擦除")
      case .wipeRight: Bilingual("wipe to the right", "向右擦除")
      case .wipeUp: Bilingual("wipe upwards", "向上擦除")
      case .wipeDown: Bilingual("wipe downwards", "向下擦除")
      case .slideLeft: Bilingual("slide to the left", "向左推移")
      case .slideRight: Bilingual("slide to the right", "向右推移")
      case .circle: Bilingual("opening circle", "圆形展开")
      case .dipToBlack: Bilingual("dip to black", "黑场过渡")
      case .dipToWhite: Bilingual("dip to white", "白场过渡")
      }
    guard plan.kind != .cut else { return names }
    let length = Wording.seconds(plan.durationMS)
    return Bilingual("\(names.english), \(length.english)", "\(names.chinese)，\(length.chinese)")
  }

  func fadePicture(inMS: Int?, outMS: Int?, isWhite: Bool, in film: Film) -> (Film, EditSummary) {
    var edited = film
    let half = film.pictureMS / 2
    edited.editVideo { segments in
      if let inMS, !segments.isEmpty { segments[0].setFade(inMS: min(inMS, half), isWhite: isWhite) }
      if let outMS, let last = segments.indices.last {
        segments[last].setFade(outMS: min(outMS, half), isWhite: isWhite)
      }
    }
    // The sound comes and goes with the picture.
    edited.fadeSound(inMS: inMS.map { min($0, half) }, outMS: outMS.map { min($0, half) })
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    var facts: [EditSummary.Fact] = []
    func tell(_ words: Bilingual, _ before: Int?, _ after: Int?) {
      guard before != after else { return }
      func length(_ value: Int?) -> Bilingual { value.map(Wording.seconds) ?? Bilingual("none", "无") }
      facts.append(.init(words, before: length(before), after: length(after)))
    }
    tell(
      isWhite ? Bilingual("Fade in from white", "从白场淡入") : Bilingual("Fade in", "淡入"),
      film.videoSegments.first?.fade?.inMS, edited.videoSegments.first?.fade?.inMS)
    tell(
      isWhite ? Bilingual("Fade out to white", "淡出到白场") : Bilingual("Fade out", "淡出"),
      film.videoSegments.last?.fade?.outMS, edited.videoSegments.last?.fade?.outMS)
    return (edited, EditSummary(facts: facts))
  }
}

extension Film.Segment {
  fileprivate mutating func setFade(inMS: Int? = nil, outMS: Int? = nil, isWhite: Bool) {
    var plan = fade ?? FadePlan()
    if let inMS { plan.inMS = inMS > 0 ? inMS : nil }
    if let outMS { plan.outMS = outMS > 0 ? outMS : nil }
    plan.isWhite = isWhite ? true : nil
    fade = plan.inMS == nil && plan.outMS == nil ? nil : plan
  }
}
