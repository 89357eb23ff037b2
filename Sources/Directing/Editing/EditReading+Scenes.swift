/// Which of several scenes a clause is about, and another one in its place.
extension EditReading {
  /// "the second scene", "shot 2", "第二个镜头", "最后一个镜头".
  func shotNumber() -> Int? {
    let pieces = clause.text.pieces
    let ordinals = ["first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "final": -1]
    let count = film.videoSegments.count
    for index in pieces.indices where pieces[index].has(.sceneMarker) {
      var number: Int?
      if index > 0 {
        let before = clause.words(before: index, count: 1)
        number = ordinals.first { before.hasSuffix($0.key) || before.hasPrefix($0.key + " ") }?.value
      }
      // "each scene 3 seconds" has no number.
      if number == nil, index + 1 < pieces.count,
        !settings.lengths.contains(where: { $0.piece == index + 1 }),
        let value = pieces[index + 1].number
      {
        number = Int(min(value, 99)) - 1
      }
      if number == nil, index > 1 {
        var cursor = index - 1
        while cursor > 0, pieces[cursor].has(.measure) { cursor -= 1 }
        // 第一个镜头: 一个 is one phrase of the vocabulary.
        if index > 1, pieces[index - 2].text == "第", pieces[index - 1].text == "一" { number = 0 }
        if cursor > 0, pieces[cursor - 1].text == "第", let value = pieces[cursor].number {
          number = Int(min(value, 99)) - 1
        }
        if pieces[cursor].text == "最" || cursor > 0 && pieces[cursor - 1].text == "最" { number = -1 }
      }
      if let number, number < max(1, count) { return number }
      if let number { return number }
    }
    // "second scene" is one phrase of the vocabulary.
    if let piece = pieces.first(where: { $0.text == "second" && $0.tokens.count == 2 }), piece.has(.filler) {
      return 1
    }
    return nil
  }

  /// "make the second shot a city at night", "第二个镜头换成雪山": another scene in the place of one; nil if the clause is no such
  /// wish.
  func newShot() -> EditRequest? {
    guard let shot = shotNumber(), !clause.settings.title.isMentioned, !clause.settings.music.isMentioned
    else { return nil }
    let wishes = clause.verbs.filter { [.change, .replace, .make].contains($0.verb) }
    let pieces = clause.text.pieces
    guard let marker = pieces.lastIndex(where: { $0.has(.sceneMarker) }),
      let verb = wishes.last, sketch.comparisons.isEmpty,
      !pieces.contains(where: { $0.meanings.contains { if case .more = $0 { true } else { false } } })
    else { return nil }
    var start = max(marker, clause.language == .chinese ? verb.piece : marker) + 1
    let links: Set<String> = ["to", "into", "with", "by", "for", "be", "show", "a", "an", "the", "成", "为"]
    while start < pieces.count,
      pieces[start].number != nil && pieces[start - 1].has(.sceneMarker) || links.contains(pieces[start].text)
        || pieces[start].kind == .mark
    { start += 1 }
    guard start < pieces.count else { return nil }
    let scene = SceneReader.read(clause.text, in: start..<pieces.count)
    // "make the second shot snowy" changes what is there.
    let isPlace = scene.mentions.contains { $0.kind.isGround }
    guard isPlace || wishes.contains(where: { $0.verb == .replace }) && scene.namesScene else { return nil }
    let words = clause.text.words(start..<pieces.count)
    return .inShot(shot, .newScene(director.storyboard(for: words, defaults: .init(canvas: film.canvas))))
  }
}
