extension EditReading {
  /// What it asks of the length of the film.
  func lengthRequests() -> [EditRequest] {
    // "显示4秒" is about something that is seen, not about the film.
    if clause.words.contains("显示") || clause.words.contains("停留") { return [] }
    // How long a new title is seen is the title's own.
    if settings.title.text != nil, verbs.contains(.add) { return [] }
    let comparison = sketch.comparisons.first { $0.property == .length && $0.of == nil }
    if let length = settings.lengths.last {
      let ms = length.milliseconds
      if verbs.contains(.mute) { return [] }
      if length.isOfEach, film.videoSegments.count > 1 {
        return film.videoSegments.indices.map { .inShot($0, .setLength(ms: ms)) }
      }
      if let comparison { return [.lengthen(byMS: comparison.factor > 1 ? ms : -ms)] }
      let isTarget =
        clause.text.pieces[..<length.piece].contains { $0.text == "to" } || clause.words.contains("到")
        || clause.words.contains("为") || clause.words.contains("成") || clause.words.contains("至")
      if verbs.contains(.remove) && !isTarget { return [.lengthen(byMS: -ms)] }
      if isTarget { return [.setLength(ms: ms)] }
      if clause.words.contains(/\b(more|extra|additional|further) (sec|min)/) { return [.lengthen(byMS: ms)] }
      if verbs.contains(.shorten) || verbs.contains(.decrease) {
        let isBy = language == .chinese || clause.text.pieces.contains { $0.text == "by" || $0.text == "off" }
        return [isBy ? .lengthen(byMS: -ms) : .setLength(ms: ms)]
      }
      if verbs.contains(.extend) || verbs.contains(.increase) || verbs.contains(.add) {
        return [.lengthen(byMS: ms)]
      }
      return [.setLength(ms: ms)]
    }
    if settings.title.isMentioned { return [] }
    if let comparison { return [.changeLength(times: comparison.factor)] }
    if verbs.contains(.shorten) { return [.changeLength(times: 0.667)] }
    if verbs.contains(.extend) { return [.changeLength(times: 1.5)] }
    return []
  }
}
