/// A thing or a name that the studio has no picture for and nothing else beside it: "dragon", "Acme Corp 70% off". Whether it is to be
/// a new film, words in this one, or something in its picture, only the user knows.
struct UnknownSubject {
  /// What is asked; nothing is changed.
  let question: Bilingual

  private static let most = 8

  /// Reads a message about a film that there is; nil if it says what is to be done, or nothing that is unknown.
  init?(_ message: String, film: Film) {
    guard message.utf8.count <= 120 else { return nil }
    let clause = EditClause(message, language: .of(message))
    let cues = ClauseCues(message)
    guard (1...Self.most).contains(cues.tokens.count), cues.quotations.isEmpty, cues.times.isEmpty,
      clause.verbs.isEmpty, clause.phrases.isEmpty, !clause.isVagueWish, clause.sketch.comparisons.isEmpty,
      clause.sketch.mentions.isEmpty, clause.sketch.lights.isEmpty, !clause.settings.music.isMentioned,
      !clause.settings.title.isMentioned, clause.settings.lengths.isEmpty
    else { return nil }
    var unknown = false
    for piece in clause.text.pieces where piece.kind != .mark && piece.kind != .newline {
      if piece.has(.command) || piece.has(.negation) || piece.has(.filmWord)
        || EditMessage.verbs.contains(piece.text)
      {
        return nil
      }
      if EditClause.wordsOfEdits.contains(piece.text) || Self.pointers.contains(piece.text) { return nil }
      let isNamed =
        piece.meanings.isEmpty && piece.kind == .word && piece.text.utf8.count >= 3
        || piece.meanings.contains { if case .undrawable = $0 { true } else { false } }
      if isNamed { unknown = true }
      // Chinese that is not understood is no name.
      if piece.meanings.isEmpty, piece.kind == .han, !piece.isUsed { return nil }
    }
    let hasUnknown = unknown
    guard hasUnknown || clause.sketch.occasion != nil && film.firstShot == nil else { return nil }
    var words = message[...]
    while let last = words.last, last.isWhitespace || ",.!。！，".contains(last) { words.removeLast() }
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    for polite in [" please", " pls", " plz"] where words.lowercased().hasSuffix(polite) {
      words = words.dropLast(polite.count)
    }
    let text = String(words)
    if !hasUnknown {
      question = Bilingual(
        "What shall I do with “\(text)”? “add the title ‘\(text)’” sets it over this film; “a new video for \(text)” makes a new one."
          + " Nothing was changed.",
        "“\(text)”要怎么处理？“加标题‘\(text)’”会把它放在现有影片上；“新视频：\(text)”会做一部新影片。影片没有改动。")
      return
    }
    question = Bilingual(
      "What shall I do with “\(text)”? “add the title ‘\(text)’” sets it over this film; “a new video about \(text)” makes a new one"
        + " (I have no picture for it, so its name stands over moving colour). Nothing was changed.",
      "“\(text)”要怎么处理？“加标题‘\(text)’”会把它放在现有影片上；“新视频：\(text)”会做一部新影片（我没有它的画面，会用文字来表现）。影片没有改动。")
  }

  /// A message that is a quotation as a whole: footage is not replaced by it, and what it is to be is asked.
  init?(quoted message: String, film: Film) {
    let text = message.trimmed(of: " .。")
    guard film.firstShot == nil, text.count < 80, let quote = TitleSentenceReader(text).quotation(at: 0),
      quote.end == text.count,
      EditClause(quote.words, language: .of(quote.words)).sketch.mentions.isEmpty
    else { return nil }
    question = Bilingual(
      "What shall I do with “\(quote.words)”? “add the title ‘\(quote.words)’” sets it over this film; “a new video: \(quote.words)” makes"
        + " a new one. Nothing was changed.",
      "“\(quote.words)”要怎么处理？“加标题‘\(quote.words)’”会把它放在现有影片上；“新视频：\(quote.words)”会做一部新影片。影片没有改动。")
  }

  /// What stands for something that was named before.
  private static let pointers: Set<String> = [
    "it", "this", "that", "them", "those", "these", "one", "ones", "same", "again", "back", "there", "here",
  ]
}

extension EditRequest {
  /// Whether it is read from a number, a colour or a mood alone, which may stand in a name as well.
  var isOfLooseWord: Bool {
    switch self {
    case .setMusicVolume, .setTint, .setEnergy: true
    default: false
    }
  }
}
