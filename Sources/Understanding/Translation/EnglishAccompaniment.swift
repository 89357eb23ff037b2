/// What stands beside an instruction in English: what leads up to it, and what goes on with it.
enum EnglishAccompaniment {
  static func isLeadIn(_ words: [ReplyWord], clause: ReplyClause, text: ReplyText) -> Bool {
    guard let first = words.first else { return false }
    if first.text == "to", words.count > 1 { return words.count <= 14 }
    if EnglishGUIWords.conditions.contains(first.text)
      || (first.text == "now" && words.count > 1 && words[1].text == "that")
    {
      return true
    }
    if first.text == "for", words.count <= 7 { return true }
    if [
      "next", "finally", "then", "first", "lastly", "alternatively", "otherwise", "afterwards", "instead",
      "from", "step", "meanwhile", "additionally", "also", "plus", "moreover", "furthermore", "besides",
      "optionally",
    ].contains(first.text), words.count <= 3 {
      return true
    }
    // "in the meantime"
    if first.text == "in", words.count <= 4, words.last?.text == "meantime" { return true }
    if first.text == "on", words.count <= 4,
      words.contains(where: {
        ["phone", "mobile", "desktop", "computer", "mac", "pc", "tablet", "ios", "android"].contains($0.text)
      })
    {
      return true
    }
    if ["in", "on", "at", "under", "inside", "from"].contains(first.text), words.count <= 8,
      InterfaceParts.hasPart(words, EnglishGUIWords.strongParts)
        || words.contains(where: { EnglishGUIWords.locations.contains($0.text) }),
      !InterfaceParts.isInPicture(words)
    {
      return true
    }
    // A label: "**Export**:", "Volume —"
    let verbless = !words.contains {
      EnglishGUIWords.finiteVerbs.contains($0.text) || EnglishGUIWords.contentOpeners.contains($0.text)
    }
    if words.count <= 4, verbless, first.isLabel {
      let next = clause.range.upperBound
      let mark = text.characters[next...].first { !$0.isWhitespace && $0 != "*" }
      return mark == ":" || mark == "—" || mark == "–" || mark == "-"
        || text.characters[clause.range].last == "*" || text.characters[clause.range].contains(":")
    }
    return false
  }

  private static let units: Set<String> = [
    "mb", "gb", "kb", "minute", "minutes", "credits", "days", "hours", "%",
  ]

  /// "it will be kept for 7 days", "about 15 MB", "currently 40%": a number is news.
  static func tellsFact(_ words: [ReplyWord]) -> Bool {
    guard let first = words.first else { return false }
    let counts = words.contains { $0.text.utf8.contains { (0x30...0x39).contains($0) } }
    return (counts || InterfaceParts.says(words, ["take", "takes", "cost", "costs"]))
      && (InterfaceParts.says(words, units) || ["currently", "now", "presently"].contains(first.text)
        || InterfaceParts.says(words, ["will", "take", "takes", "cost", "costs"])
        || words.prefix(4).contains { $0.text == "now" })
  }

  /// "the Effects panel, where I've applied a film grain"
  static func reportsWhere(_ words: [ReplyWord]) -> Bool {
    words.count > 3 && ["where", "which"].contains(words[0].text)
      && ["i", "i've", "we", "we've"].contains(words[1].text)
  }

  private static let alternatives: Set<String> = [
    "wait", "paste", "attach", "provide", "give", "name", "leave", "keep", "skip", "mention", "specify",
  ]

  /// "…, or wait until tomorrow", "…, or paste a link here": what needs no interface, instead of what does.
  static func isAlternative(_ words: [ReplyWord], _ clause: ReplyClause) -> Bool {
    guard let first = words.first, alternatives.contains(first.text) else { return false }
    return clause.separator.lowercased().split { !$0.isLetter }.contains("or")
      && !InterfaceParts.hasPart(words, EnglishGUIWords.strongParts)
  }

  static func continues(_ first: String, words: [ReplyWord], all: [ReplyWord]) -> Bool {
    // "so it is now 20 seconds" is news, "so you can move it" is not.
    if all[0].text == "so", all.count > 1,
      ["it", "the", "they", "this", "that", "there", "everything", "i", "we", "each", "both", "now"].contains(
        all[1].text)
    {
      return false
    }
    if ["where", "which", "so"].contains(all[0].text) { return true }
    if all[0].text == "your" || all[0].text == "the" || all[0].text == "it" || all[0].text == "it'll" {
      return all.prefix(5).contains { ["will", "it'll", "starts", "begins", "downloads"].contains($0.text) }
        && !tellsFact(all)
    }
    if ["it's", "they're"].contains(all[0].text) {
      return all.contains { EnglishGUIWords.locations.contains($0.text) }
    }
    // "press Delete, and type a new one"
    if first == "type", words.count > 1, ["a", "the", "your", "in", "it", "new"].contains(words[1].text) {
      return true
    }
    // "Upload your own clip" can be done here too.
    if first == "upload", words.count > 1, ["your", "another", "a"].contains(words[1].text),
      InterfaceParts.says(words, ["own", "another", "different", "new"]), !InterfaceParts.usesInterface(words)
    {
      return false
    }
    return EnglishGUIWords.continuers.contains(first) && !EnglishGUIWords.contentOpeners.contains(all[0].text)
  }

  /// The action of a clause that goes on with an instruction.
  static func follow(_ clause: ReplyClause, _ text: ReplyText) -> GUIAction? {
    guard let first = EnglishInstruction.strip(clause.words).first?.text else { return nil }
    if ["move", "slide", "reorder"].contains(first) {
      return EditRequest.english(clause: clause, text: text).map { .edit($0) }
    }
    if ["select", "choose", "pick"].contains(first) {
      let spoken = text.spoken(clause.range)
      return ["save as", "save video", "export", "download"].contains { spoken.holds($0) } ? .export : nil
    }
    return ["export", "download"].contains(first) ? .export : nil
  }
}
