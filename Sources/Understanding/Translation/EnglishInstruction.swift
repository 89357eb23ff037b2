/// Tells instructions for a graphical interface from content, in English.
///
/// An instruction is an imperative ("Click …") or an offer to the user ("You can drag …") whose verb operates an
/// interface, or any verb done in a part of one ("adjust the volume in the audio panel"), or a sentence that says
/// where a part of it is ("The Export button is in the top right corner"). The same words in the third person, in
/// the picture or in a report are content.
enum EnglishInstruction {

  /// The verbs that may begin an instruction, for finding where clauses begin.
  static let verbs = EnglishGUIWords.pointers.union(EnglishGUIWords.pressers).union(
    EnglishGUIWords.navigators
  ).union(EnglishGUIWords.previewers).union(EnglishGUIWords.editors).union(EnglishGUIWords.savers)

  /// Reads one clause.
  static func meaning(of clause: ReplyClause, in text: ReplyText, isLast: Bool, endsWithColon: Bool)
    -> ClauseMeaning
  {
    let all = clause.words
    guard !all.isEmpty else { return .fragment }
    if listsContent(clause, strip(all), text) { return .content }
    if let instruction = instruction(all, of: clause, in: text) { return instruction }
    // "Once you click Export, the video is rendered": what is told after it stands for itself.
    if let first = all.first, EnglishGUIWords.conditions.contains(first.text), all.count > 2,
      let instruction = instruction(Array(all.dropFirst()), of: clause, in: text)
    {
      return instruction
    }
    let words = strip(all)
    if !isLast || endsWithColon, EnglishAccompaniment.isLeadIn(all, clause: clause, text: text) {
      return .leadIn
    }
    if EnglishAccompaniment.isAlternative(words, clause) || EnglishAccompaniment.reportsWhere(all) {
      return .content
    }
    if offersMore(words, after: all, of: clause) { return .continuation(nil) }
    if let first = words.first, EnglishAccompaniment.continues(first.text, words: words, all: all) {
      return .continuation(EnglishAccompaniment.follow(clause, text))
    }
    if let first = all.first?.text,
      EnglishGUIWords.contentOpeners.contains(first)
        || words.first.map({ ["tell", "let", "ask", "describe", "reply", "say"].contains($0.text) }) == true
        || all.contains(where: { EnglishGUIWords.finiteVerbs.contains($0.text) })
    {
      return .content
    }
    return EnglishAccompaniment.tellsFact(all) || reportsMore(words, of: clause) ? .content : .fragment
  }

  private static func instruction(_ all: [ReplyWord], of clause: ReplyClause, in text: ReplyText)
    -> ClauseMeaning?
  {
    let words = strip(all)
    let openings = all.prefix(all.count - words.count)
    let addressed = openings.contains { ["you", "you'll", "users", "feel", "sure"].contains($0.text) }
    let isImperative = EnglishImperative(words: words, addressed: addressed, text: text).isInstruction
    guard isImperative || InterfaceParts.isWhereabouts(all) else { return nil }
    return .instruction(
      EnglishGUIAction.action(
        of: clause, words: isImperative ? words : all, spoken: text.spoken(clause.range), text: text))
  }

  /// "You'll see three tracks in the timeline: video, …" tells what is there.
  private static func listsContent(_ clause: ReplyClause, _ words: [ReplyWord], _ text: ReplyText) -> Bool {
    guard let first = words.first, ["see", "notice", "find", "have"].contains(first.text),
      !InterfaceParts.hasPart(words, EnglishGUIWords.strongParts)
    else { return false }
    // "and you'll see that the music now fades out"
    if words.count > 4, words[1].text == "that" { return true }
    return text.characters[clause.range.upperBound...].first == ":"
  }

  /// "open the Mixer, you can fine-tune it": what can be done behind the door.
  private static func offersMore(_ words: [ReplyWord], after all: [ReplyWord], of clause: ReplyClause) -> Bool
  {
    guard words.count < all.count, words.count <= 4, words.count > 1,
      ["you", "you'll"].contains(all[0].text), EnglishGUIWords.editors.contains(words[0].text)
    else { return false }
    return ["it", "them", "this", "that", "these"].contains(words[1].text)
      && !clause.separator.lowercased().split { !$0.isLetter }.contains("or")
  }

  private static let irregularPasts: Set<String> = [
    "made", "cut", "put", "kept", "gave", "left", "sped", "brought", "took", "chose", "built", "split", "set",
    "gone", "got", "held", "drew", "wrote", "swapped",
  ]

  /// "…, which you can preview here, and lowered the music to 30%": a report goes on behind an instruction.
  private static func reportsMore(_ words: [ReplyWord], of clause: ReplyClause) -> Bool {
    guard words.count > 2, clause.separator.lowercased().contains("and") else { return false }
    let verb = words[0].text
    return (verb.hasSuffix("ed") || irregularPasts.contains(verb)) && words[0].text != "need"
      && !EnglishGUIWords.prepositions.contains(words[1].text)
      && !InterfaceParts.hasPart(words, EnglishGUIWords.strongParts)
  }

  static func strip(_ words: [ReplyWord]) -> [ReplyWord] {
    var rest = words[...]
    var again = true
    while again, rest.count > 1 {
      again = false
      for opening in EnglishGUIWords.openingsByWord[rest.first?.text ?? ""] ?? []
      where rest.count > opening.count {
        if zip(opening, rest).allSatisfy({ $0 == $1.text }) {
          rest = rest.dropFirst(opening.count)
          again = true
          break
        }
      }
    }
    return Array(rest)
  }
}
