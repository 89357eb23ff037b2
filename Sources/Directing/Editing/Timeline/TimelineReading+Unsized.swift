/// Parts of the film whose length is not told: "mute the ending", "slow motion in the middle", 剪掉开头. How much of the film
/// that is only the user knows, so it is asked for rather than done to all of it.
extension TimelineReading {
  private enum Place {
    case start, middle, end

    /// The part with a length, by which the example tells how to say it.
    var sized: Bilingual {
      switch self {
      case .start: Bilingual("the first 3 seconds", "前3秒")
      case .middle: Bilingual("the middle 3 seconds", "中间3秒")
      case .end: Bilingual("the last 3 seconds", "最后3秒")
      }
    }
  }

  private static let places: [String: Place] = [
    "start": .start, "beginning": .start, "intro": .start, "opening": .start, "middle": .middle, "end": .end,
    "ending": .end, "outro": .end,
  ]
  private static let hanPlaces: [(String, Place)] = [
    ("开头", .start), ("片头", .start), ("开场", .start), ("结尾", .end), ("片尾", .end), ("末尾", .end), ("中段", .middle),
    ("中间", .middle),
  ]
  private static let determiners: Set<String> = ["the", "its", "that", "my", "this"]
  private static let parts: Set<String> = ["part", "bit", "section", "piece", "stretch", "portion"]
  /// What such a word only describes: "the opening shot", "the intro music".
  private static let owners: Set<String> = [
    "clip", "clips", "shot", "scene", "video", "photo", "picture", "title", "card", "credits", "credit",
    "logo",
    "screen", "frame", "word", "words", "line", "text", "caption", "sound", "audio", "voice", "transition",
    "fade",
  ]

  /// The part that the clause names without its length, with the words that name it; nil if there is none.
  private var unsized: (place: Place, words: String)? {
    guard hasFootage, cues.times.isEmpty, cues.shareOfFilm == nil, cues.quotations.isEmpty, !isOfMusic,
      !isOfTitle, !cues.namesWholeFilm || cues.has("of the video", "of the film", "of the clip")
    else { return nil }
    let tokens = cues.tokens.map(\.text)
    for (index, word) in tokens.enumerated() {
      guard let place = Self.places[word] else { continue }
      var (first, last) = (index, index)
      if last + 1 < tokens.count, Self.parts.contains(tokens[last + 1]) { last += 1 }
      if last + 1 < tokens.count, Self.owners.contains(tokens[last + 1]) { continue }
      // "the ending", "the boring start": a word of judgement may stand between.
      guard
        let article = [1, 2].first(where: { $0 <= index && Self.determiners.contains(tokens[index - $0]) })
      else { continue }
      first = index - article
      return (place, tokens[first...last].joined(separator: " "))
    }
    guard let (word, place) = Self.hanPlaces.first(where: { cues.han.contains($0.0) }) else { return nil }
    let tails = ["那部分", "的部分", "部分", "那段", "那一段", "一段"]
    return (place, word + (tails.first { cues.han.contains(word + $0) } ?? ""))
  }

  /// Asks how long the part is that is to be cut; nil if the clause cuts none.
  func cutOfUnsized() -> [EditRequest]? {
    guard hasCutVerb || cues.removes, cues.choice == .all, let unsized,
      !cues.has("split", "分割", "切开", "分成")
    else { return nil }
    return ask(unsized)
  }

  /// Asks how long the part is, in place of requests that would change all of the film.
  func asksForSize(_ requests: [EditRequest]) -> [EditRequest]? {
    guard !requests.isEmpty, requests.allSatisfy(\.wouldChangeAll), let unsized else { return nil }
    return ask(unsized)
  }

  private func ask(_ part: (place: Place, words: String)) -> [EditRequest] {
    let said = cues.words.lowercased().trimmed(of: " .!?。！？，,")
    let sized = part.place.sized
    let isEnglish = part.words.utf8.first.map { $0 < 128 } ?? true
    let example =
      said.contains(part.words)
      ? said.replacing(part.words, with: isEnglish ? sized.english : sized.chinese, maxReplacements: 1)
      : isEnglish ? "cut \(sized.english)" : "剪掉\(sized.chinese)"
    return [
      .answer(
        Bilingual(
          "How long is “\(part.words)”? Say it with its length, such as “\(example)”. Nothing was changed.",
          "“\(part.words)”有多长？请说出长度，例如“\(example)”。影片没有改动。"))
    ]
  }
}

extension EditRequest {
  /// Whether it changes how all clips of the film run, look or sound.
  fileprivate var wouldChangeAll: Bool {
    guard case .timeline(let edit) = self else { return false }
    switch edit {
    case .retime, .reverse, .boomerang, .adjust, .clipVolume, .repeatClips: return true
    default: return false
    }
  }
}
