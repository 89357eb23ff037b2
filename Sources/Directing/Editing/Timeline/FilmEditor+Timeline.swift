extension FilmEditor {
  /// Carries out a change of the timeline on a film that has pictures.
  func apply(_ edit: TimelineEdit, to film: Film) -> (Film, EditSummary) {
    switch edit {
    case .keep(let span, let choice): return keep(span, of: choice, in: film)
    case .cut(let span, let choice): return cut(span, of: choice, in: film)
    case .split(let point, let choice): return split(at: point, of: choice, in: film)
    case .delete(let choice): return delete(choice, in: film)
    case .duplicate(let choice, let times): return duplicate(choice, times: times + 1, in: film)
    case .repeatClips(let times, let choice): return duplicate(choice, times: times, in: film)
    case .move(let from, let to): return move(from, to: to, in: film)
    case .swap(let first, let second): return swap(first, second, in: film)
    case .join: return join(film)
    case .retime(let change, let choice): return retime(change, of: choice, in: film)
    case .playIn(let length, let choice): return play(choice, in: length, of: film)
    case .reverse(let choice): return reverse(choice, in: film)
    case .boomerang(let choice): return boomerang(choice, in: film)
    case .freeze(let point, let length, let choice):
      return freeze(at: point, for: length, of: choice, in: film)
    case .reshape(let ratio, let fit): return reshape(ratio, fit: fit, in: film)
    case .fit(let fit, let choice): return setFit(fit, of: choice, in: film)
    case .crop(let crop, let choice): return self.crop(to: crop, of: choice, in: film)
    case .rotate(let degrees, let choice): return rotate(by: degrees, choice, in: film)
    case .tilt(let degrees, let choice): return tilt(by: degrees, choice, in: film)
    case .flip(let isVertical, let choice): return flip(choice, isVertical: isVertical, in: film)
    case .moveOver(let move, let choice): return setMove(move, of: choice, in: film)
    case .resolution(let side): return setResolution(side, of: film)
    case .adjust(let setting, let choice): return adjust(setting, of: choice, in: film)
    case .resetLook(let choice): return resetLook(of: choice, in: film)
    case .transition(let plan, let into): return setTransition(plan, into: into, in: film)
    case .fadePicture(let coming, let going, let isWhite):
      return fadePicture(inMS: coming, outMS: going, isWhite: isWhite, in: film)
    case .addOverlay(let item, let plan, let span): return addOverlay(item, plan, span, in: film)
    case .styleOverlay(let place, let size, let opacity):
      return styleOverlay(place: place, size: size, opacity: opacity, in: film)
    case .keyOverlay(let key): return keyOverlay(key, in: film)
    case .removeOverlay: return removeOverlay(in: film)
    case .setSubtitles(let cues): return setSubtitles(cues, in: film)
    case .removeSubtitles: return removeSubtitles(in: film)
    case .still(let point): return setStill(at: point, of: film)
    case .timeTitle(let point, let length): return timeTitle(at: point, for: length, in: film)
    case .useMusic(let item): return useMusic(item, in: film)
    case .timeMusic(let from, let until): return timeMusic(from: from, until: until, in: film)
    case .startMusicAt(let moment): return startMusic(at: moment, in: film)
    case .replaceSound(let item): return replaceSound(with: item, in: film)
    case .clipVolume(let change, let choice): return setClipVolume(change, of: choice, in: film)
    case .duck(let ducks): return duck(ducks, in: film)
    case .fadeSound(let coming, let going, let isMusic):
      return fadeSound(inMS: coming, outMS: going, isMusic: isMusic, in: film)
    case .speak(let text): return (film, EditSummary(refusal: Self.noVoice(for: text)))
    case .addVoice(let item, let text): return addVoice(item, reading: text, in: film)
    case .timeVoice(let moment): return timeVoice(at: moment, in: film)
    case .removeVoice: return removeVoice(in: film)
    case .insert(let item, let place): return insert(item, at: place, in: film)
    case .replaceClip(let item, let choice): return replaceClip(choice, with: item, in: film)
    }
  }

  // MARK: Which clips

  /// The places of the clips that a choice names; nil if there is no such clip.
  func indices(_ choice: ClipChoice, in film: Film) -> [Int]? {
    let count = film.videoSegments.count
    switch choice {
    case .all: return Array(0..<count)
    case .clip(let number): return index(number, count: count).map { [$0] }
    }
  }

  func index(_ number: Int, count: Int) -> Int? {
    let index = number < 0 ? count + number : number
    return (0..<count).contains(index) ? index : nil
  }

  func missing(_ choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard case .clip(let number) = choice else { return (film, EditSummary(refusal: Self.noFilm)) }
    return noClip(number, in: film)
  }

  func noClip(_ number: Int, in film: Film) -> (Film, EditSummary) {
    let count = film.videoSegments.count
    let place = number < 0 ? -number : number + 1
    return (
      film,
      EditSummary(
        refusal: Bilingual(
          "There is no clip \(place): the film has \(count). Nothing was changed.",
          "没有第 \(place) 段：影片共有 \(count) 段，没有改动。"))
    )
  }

  func refuse(_ film: Film, _ english: String, _ chinese: String) -> (Film, EditSummary) {
    (film, EditSummary(refusal: Bilingual(english, chinese)))
  }

  // MARK: What is told

  /// "Brightness of clip 2".
  func subject(_ words: Bilingual, _ choice: ClipChoice, in film: Film) -> Bilingual {
    let count = film.videoSegments.count
    guard count > 1, case .clip(let number) = choice, let index = index(number, count: count) else {
      return words
    }
    return Bilingual("\(words.english) of clip \(index + 1)", "第 \(index + 1) 段的\(words.chinese)")
  }

  /// `Clip 2 “beach.mp4” (5 s)`
  func name(_ segment: Film.Segment, _ index: Int) -> Bilingual {
    let name = segment.metadata.name ?? "\(index + 1)"
    let length = Wording.seconds(segment.durationMS)
    return Bilingual("“\(name)” (\(length.english))", "“\(name)”（\(length.chinese)）")
  }

  /// What became of the length of the film, if anything.
  func lengthFact(_ before: Film, _ after: Film) -> [EditSummary.Fact] {
    before.pictureMS == after.pictureMS
      ? []
      : [
        .init(
          Wording.length, before: Wording.seconds(before.pictureMS), after: Wording.seconds(after.pictureMS))
      ]
  }

  /// Changes the clips of a choice one by one, and tells it once.
  func change(
    _ choice: ClipChoice, of film: Film, subject words: Bilingual, tell: (Film.Segment) -> Bilingual,
    _ body: (inout Film.Segment) -> Void
  ) -> (Film, EditSummary) {
    guard let chosen = indices(choice, in: film) else { return missing(choice, in: film) }
    var edited = film
    edited.editVideo { segments in
      for index in chosen { body(&segments[index]) }
    }
    guard edited != film,
      let first = chosen.first(where: { edited.videoSegments[$0] != film.videoSegments[$0] })
    else { return (film, EditSummary(refusal: Self.asItIs)) }
    let fact = EditSummary.Fact(
      subject(words, choice, in: film), before: tell(film.videoSegments[first]),
      after: tell(edited.videoSegments[first]))
    return (edited, EditSummary(facts: [fact]))
  }
}
