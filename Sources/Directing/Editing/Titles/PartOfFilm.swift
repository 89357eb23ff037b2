/// The part of a film that a message has spoken of, where what comes next belongs to it: "slow down 5–8 s, and put Wow on
/// screen while that happens".
struct PartOfFilm {
  /// When it is seen in the film that the requests have made, in milliseconds.
  let range: Range<Int>
  /// Whether it is a picture that stands still; what is written then is written on it.
  var isFreeze = false
  /// Whether it was a clip before, rather than a stretch that the message speaks of.
  var isClip = false

  /// The part that the last of some requests is about; nil if that is the whole film.
  static func seen(after requests: [EditRequest], of film: Film) -> PartOfFilm? {
    let editor = FilmEditor()
    var current = film
    var part: PartOfFilm?
    var isSplit = false
    for request in requests {
      let before = current
      current = editor.apply(request, to: current).0
      if case .timeline(.split) = request {
        isSplit = true
        continue
      }
      part = Self.part(of: request, before: before, after: current)
      if !isSplit, part?.isFreeze == false { part?.isClip = true }
    }
    return part
  }

  private static func part(of request: EditRequest, before: Film, after: Film) -> PartOfFilm? {
    if case .timeline(.freeze(let point, let length, let choice)) = request {
      let clips = before.placedClips
      var (start, whole) = (0, before.pictureMS)
      if case .clip(let number) = choice {
        let index = number < 0 ? clips.count + number : number
        guard clips.indices.contains(index) else { return nil }
        (start, whole) = (clips[index].startMS, clips[index].segment.durationMS)
      }
      let moment = start + min(whole, point.moment(in: whole))
      return PartOfFilm(
        range: moment..<min(max(moment + 1, after.pictureMS), moment + length), isFreeze: true)
    }
    if case .timeline(.addOverlay(_, _, let span?)) = request, let range = span.range(in: after.pictureMS) {
      return PartOfFilm(range: range)
    }
    if case .timeline(.move) = request { return nil }
    if case .timeline(.cut) = request { return nil }
    let clips = after.placedClips
    guard clips.count > 1, let number = request.clip(of: clips.count), clips.indices.contains(number) else {
      return nil
    }
    let start = clips[number].startMS
    return PartOfFilm(range: start..<start + clips[number].segment.durationMS)
  }
}

extension TitleSentence.Item {
  /// The title while a part of the film is seen, where it is said that it belongs there, and not when it is to be seen.
  func during(_ part: PartOfFilm?) -> TitleSentence.Item {
    let isMeant =
      part?.isFreeze == true && isWritten || details.contains(.meanwhile) || details.contains(.onIt)
    let isPlaced = details.contains { detail in
      if case .length = detail { false } else { detail.isOfTime }
    }
    guard let part, isMeant, !isPlaced else { return self }
    var item = self
    let start = TitleDetail.moment(.at(part.range.lowerBound))
    // On a clip it is seen as long as a title is anyway.
    let isOnClip = part.isClip && !details.contains(.meanwhile)
    let hasLength = details.contains { if case .length = $0 { true } else { false } }
    item.clauses[0].append(
      hasLength || isOnClip ? start : .span(.between(part.range.lowerBound, part.range.upperBound)))
    return item
  }
}
