/// Messages about voices that read aloud.
extension EditParser {
  /// The requests of a message that has words read aloud, and of what is said before and behind it; nil if it has none.
  func voice(in message: String, of film: Film, media: [MediaItem]) -> [EditRequest]? {
    guard message.utf8.count <= 4000, !message.contains("-->") else { return nil }
    let reader = TitleSentenceReader(message)
    let scanner = reader.scanner
    /// What a part of the message asks for; nil unless all of it is understood as edits of the film.
    func read(_ part: String, of film: Film) -> [EditRequest]? {
      guard part.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
      let found = requests(in: part, film: film, media: media)
      return found.contains { $0.isNewScene || $0.isRefused || $0.isAnswer } ? nil : found
    }
    for start in reader.starts() {
      guard let (voice, rest) = sentence(from: start, reader, reads: { read($0, of: film) != nil }),
        let before = read(scanner.text(0..<start), of: film)
      else { continue }
      let edited = before.reduce(film) { FilmEditor().apply($1, to: $0).0 }
      guard let behind = read(rest, of: edited) else { continue }
      return before + voice.requests + behind
    }
    return nil
  }

  /// The sentence from a place on, and what follows it. What follows "then" or a quotation may be a request of its own; all
  /// else that stands behind its words belongs to them.
  private func sentence(
    from start: Int, _ reader: TitleSentenceReader, reads: (String) -> Bool
  ) -> (VoiceSentence, rest: String)? {
    let scanner = reader.scanner
    var index = start + 1
    while index < scanner.end {
      defer { index += 1 }
      guard let next = reader.separator(at: index) else { continue }
      let link = scanner.text(index..<next)
      let isQuoted = "\"”’」』".contains(scanner.characters[index - 1])
      let parts =
        [", and then ", ", then ", " and then ", ", and ", "; ", "\n", "，然后", "，再", "，并且", "，并", "；", "然后"]
        .contains(link.lowercased()) || isQuoted
      let rest = scanner.text(next..<scanner.end)
      guard parts, let voice = VoiceSentence(scanner.text(start..<index)),
        reader.opens(scanner.pastBlanks(next)),
        reads(rest)
      else { continue }
      return (voice, rest)
    }
    return VoiceSentence(scanner.text(start..<scanner.end)).map { ($0, "") }
  }
}
