extension FilmEditor {
  /// What a span is of: the film, or a clip with its place in the film.
  private func stretch(_ choice: ClipChoice, in film: Film) -> Range<Int>? {
    switch choice {
    case .all: return 0..<film.pictureMS
    case .clip(let number):
      let clips = film.placedClips
      guard let index = index(number, count: clips.count) else { return nil }
      return clips[index].startMS..<clips[index].startMS + clips[index].segment.durationMS
    }
  }

  private func outside(_ film: Film, _ length: Int) -> (Film, EditSummary) {
    let words = Wording.seconds(length)
    return refuse(
      film, "There is nothing there: it is \(words.english) long. Nothing was changed.",
      "那里没有内容：总长\(words.chinese)，没有改动。")
  }

  func cut(_ span: TimeSpan, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard let whole = stretch(choice, in: film) else { return missing(choice, in: film) }
    guard let part = span.range(in: whole.count) else { return outside(film, whole.count) }
    guard film.pictureMS - part.count >= 200 else {
      return refuse(
        film, "That would leave nothing of the film; say “start over” to empty the timeline.",
        "那样影片就什么都不剩了；要清空时间线请说“重新开始”。")
    }
    var edited = film
    edited.remove(whole.lowerBound + part.lowerBound..<whole.lowerBound + part.upperBound)
    let gone = Bilingual(
      "\(Wording.number(Double(part.lowerBound) / 1000))–\(Wording.number(Double(part.upperBound) / 1000)) s",
      "\(Wording.number(Double(part.lowerBound) / 1000))–\(Wording.number(Double(part.upperBound) / 1000)) 秒")
    let words = subject(Bilingual("Part", "片段"), choice, in: film)
    return (edited, EditSummary(facts: [.init(words, before: gone, after: nil)] + lengthFact(film, edited)))
  }

  func keep(_ span: TimeSpan, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard let whole = stretch(choice, in: film) else { return missing(choice, in: film) }
    guard let part = span.range(in: whole.count) else { return outside(film, whole.count) }
    guard part.count < whole.count else { return (film, EditSummary(refusal: Self.asItIs)) }
    guard part.count >= 200 else { return (film, EditSummary(refusal: Self.tooShort)) }
    var edited = film
    if part.upperBound < whole.count {
      edited.remove(whole.lowerBound + part.upperBound..<whole.upperBound)
    }
    if part.lowerBound > 0 { edited.remove(whole.lowerBound..<whole.lowerBound + part.lowerBound) }
    if case .clip = choice {
      let words = subject(Wording.length, choice, in: film)
      let fact = EditSummary.Fact(
        words, before: Wording.seconds(whole.count), after: Wording.seconds(part.count))
      return (
        edited, EditSummary(facts: film.videoSegments.count > 1 ? [fact] + lengthFact(film, edited) : [fact])
      )
    }
    return (edited, EditSummary(facts: lengthFact(film, edited)))
  }

  func split(at point: TimePoint, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard let whole = stretch(choice, in: film) else { return missing(choice, in: film) }
    let moment = whole.lowerBound + point.moment(in: whole.count)
    let clips = film.placedClips
    guard
      let index = clips.firstIndex(where: {
        moment - $0.startMS >= 100 && $0.startMS + $0.segment.durationMS - moment >= 100
      })
    else {
      return refuse(
        film,
        "There is nothing to split there: that moment is no part of a clip, or too near its end. Nothing was changed.",
        "那里没有可以分割的片段，或太靠近片段的两端，没有改动。")
    }
    let (start, segment) = clips[index]
    var edited = film
    edited.editSequence { segments in
      var second = segment.part(moment - start..<segment.durationMS)
      second.transition = TransitionPlan(kind: .cut, durationMS: 0)
      segments[index] = segment.part(0..<moment - start)
      segments.insert(second, at: index + 1)
    }
    let parts = edited.videoSegments[index...index + 1].map { Wording.seconds($0.durationMS) }
    let words = Bilingual("Clip \(index + 1)", "第 \(index + 1) 段")
    return (
      edited,
      EditSummary(facts: [
        .init(
          words, before: Wording.seconds(segment.durationMS),
          after: Bilingual(
            parts.map(\.english).joined(separator: " + "), parts.map(\.chinese).joined(separator: " + ")))
      ])
    )
  }

  func delete(_ choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard case .clip(let number) = choice else {
      return refuse(
        film, "Which clip? Say “delete the second clip”, or “start over” to empty the timeline.",
        "要删除哪一段？请说“删除第二段”，或说“重新开始”清空时间线。")
    }
    let clips = film.placedClips
    guard let index = index(number, count: clips.count) else { return noClip(number, in: film) }
    guard clips.count > 1 else {
      return refuse(
        film, "The film has only this clip; say “start over” to empty the timeline. Nothing was changed.",
        "影片只有这一段；要清空时间线请说“重新开始”，没有改动。")
    }
    var edited = film
    edited.remove(clips[index].startMS..<clips[index].startMS + clips[index].segment.durationMS)
    let words = Bilingual("Clip \(index + 1)", "第 \(index + 1) 段")
    return (
      edited,
      EditSummary(
        facts: [.init(words, before: name(clips[index].segment, index), after: nil)]
          + lengthFact(film, edited))
    )
  }

  /// Lets clips be seen so many times in all, one copy behind the other.
  func duplicate(_ choice: ClipChoice, times: Int, in film: Film) -> (Film, EditSummary) {
    guard let chosen = indices(choice, in: film), let first = chosen.first, let last = chosen.last else {
      return missing(choice, in: film)
    }
    guard times > 1 else { return (film, EditSummary(refusal: Self.asItIs)) }
    let copies = Array(film.videoSegments[first...last])
    let length = copies.reduce(0) { $0 + $1.durationMS }
    guard times <= 100, film.pictureMS + length * (times - 1) <= Director.longestMS else {
      return (film, EditSummary(refusal: Self.tooLong))
    }
    var edited = film
    edited.editSequence { segments in
      for _ in 1..<times { segments.insert(contentsOf: copies, at: last + 1) }
    }
    let words = subject(Bilingual("Plays", "播放次数"), choice, in: film)
    return (
      edited,
      EditSummary(
        facts: [.init(words, before: Wording.plain("1×"), after: Wording.plain("\(times)×"))]
          + lengthFact(film, edited))
    )
  }

  func move(_ from: Int, to: Int, in film: Film) -> (Film, EditSummary) {
    let segments = film.videoSegments
    guard let source = index(from, count: segments.count) else { return noClip(from, in: film) }
    guard let target = index(to, count: segments.count) else { return noClip(to, in: film) }
    guard source != target else { return (film, EditSummary(refusal: Self.asItIs)) }
    var edited = film
    edited.editSequence { segments in
      let clip = segments.remove(at: source)
      segments.insert(clip, at: target)
    }
    return (edited, EditSummary(facts: [orderFact(film, edited)]))
  }

  func swap(_ first: Int, _ second: Int, in film: Film) -> (Film, EditSummary) {
    let count = film.videoSegments.count
    guard let one = index(first, count: count) else { return noClip(first, in: film) }
    guard let other = index(second, count: count) else { return noClip(second, in: film) }
    guard one != other else { return (film, EditSummary(refusal: Self.asItIs)) }
    var edited = film
    edited.editSequence { $0.swapAt(one, other) }
    return (edited, EditSummary(facts: [orderFact(film, edited)]))
  }

  private func orderFact(_ before: Film, _ after: Film) -> EditSummary.Fact {
    // Clips of the same name are told by where they stood.
    let whole = before.videoSegments.enumerated().map { $1.metadata.name ?? "\($0 + 1)" }
    let isPlain = Set(whole).count == whole.count
    func names(_ clips: [Film.Segment]) -> Bilingual {
      var left = Array(before.videoSegments.enumerated())
      let names = clips.map { clip in
        let place =
          left.firstIndex { $0.element.isSameClip(as: clip) }.map { left.remove(at: $0).offset } ?? 0
        return isPlain ? "“\(whole[place])”" : "\(place + 1) “\(whole[place])”"
      }
      return Bilingual(names.joined(separator: ", "), names.joined(separator: "、"))
    }
    return .init(
      Bilingual("Order", "顺序"), before: names(before.videoSegments), after: names(after.videoSegments))
  }

  /// Joins neighbours of which one plays on where the other ends.
  func join(_ film: Film) -> (Film, EditSummary) {
    var edited = film
    edited.editSequence { segments in
      var joined: [Film.Segment] = []
      for segment in segments {
        guard let last = joined.last, let whole = last.joined(with: segment) else {
          joined.append(segment)
          continue
        }
        joined[joined.count - 1] = whole
      }
      segments = joined
    }
    let (before, after) = (film.videoSegments.count, edited.videoSegments.count)
    guard before != after else {
      return refuse(
        film,
        "The clips follow one another already, and none is the other half of its neighbour; nothing was changed.",
        "各段已经依次相接，没有可以还原成一段的相邻片段，没有改动。")
    }
    return (
      edited,
      EditSummary(facts: [
        .init(Bilingual("Clips", "片段数"), before: Wording.plain("\(before)"), after: Wording.plain("\(after)"))
      ])
    )
  }
}

extension Film.Segment {
  /// The clip that two halves of one clip were; nil if they are not.
  func joined(with next: Film.Segment) -> Film.Segment? {
    var whole = self
    whole.durationMS += next.durationMS
    if clip?.isReversed == true { whole.clip?.inMS = next.clip?.inMS }
    if whole.clip == ClipPlan() { whole.clip = nil }
    whole.fade?.outMS = next.fade?.outMS
    whole.sound?.fadeOutMS = next.sound?.fadeOutMS
    var (first, second) = (whole.part(0..<durationMS), whole.part(durationMS..<whole.durationMS))
    // How the second half followed, and where it was placed, is gone when they are one.
    (first.startMS, second.startMS, second.transition) = (startMS, next.startMS, next.transition)
    return first == self && second == next ? whole : nil
  }
}

extension Film.Segment {
  /// Whether it is the same clip at another place of the film: what leads into the first one goes.
  fileprivate func isSameClip(as other: Film.Segment) -> Bool {
    var (one, another) = (self, other)
    (one.transition, another.transition) = (nil, nil)
    (one.startMS, another.startMS) = (nil, nil)
    return one == another
  }
}
