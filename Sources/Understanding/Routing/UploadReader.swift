/// Decides whether the references of an utterance are files to upload, and what is left to say without them.
struct UploadReader {
  let characters: [Character]
  let references: [Reference]
  let clauses: [Clause]
  let readings: [Reading]
  let fileExists: (String) -> Bool

  /// The upload, or nil if no reference is one.
  func route(tokens: [Token]) -> Route? {
    let destinations = Set(
      readings.compactMap { reading in
        if case .action(.export) = reading.act {
          reading.destination
        } else if reading.act == .refusal {
          reading.destination
        } else {
          nil
        }
      })
    // A place for an export ("export it, to ~/x.mov") that stands in a clause of its own.
    let exports = readings.contains { $0.act == .action(.export) }
    var uploads: [Int] = []
    var acted = false
    for clause in clauses {
      // "upload intro.mp4 and outro.mp4": the verb holds for the names after it.
      let continues =
        acted && clause.tokens.allSatisfy { if case .reference = $0.kind { true } else { $0.kind == .mark } }
      let acts = continues || uploadActs(in: clause)
      acted = acts
      if acts, clause.tokens.contains(where: { $0.classes.contains(.negation) }) { return nil }
      for token in clause.tokens {
        guard case .reference(let number) = token.kind, !destinations.contains(number) else { continue }
        let reading = readings.first { $0.destination == number }
        if exports, reading?.act == .parameter { continue }
        if isUpload(references[number], acts: acts) { uploads.append(number) }
      }
    }
    guard !uploads.isEmpty else { return nil }
    return Route(
      .upload, paths: uploads.map { references[$0].value }, rest: rest(of: tokens, without: Set(uploads)))
  }

  private func isUpload(_ reference: Reference, acts: Bool) -> Bool {
    switch reference.kind {
    case .mediaPath, .mediaURL: true
    case .webPage: acts
    case .otherPath: acts || (isAlone(reference) && fileExists(reference.value))
    case .bareName:
      acts || (fileExists(reference.value) && (isAlone(reference) || reference.value.contains("/")))
    }
  }

  private func isAlone(_ reference: Reference) -> Bool {
    !characters[..<reference.range.lowerBound].contains { !$0.isWhitespace }
      && !characters[reference.range.upperBound...].contains { !$0.isWhitespace }
  }

  /// Whether a clause tells to upload: the verb, with nothing but words of requests before it.
  private func uploadActs(in clause: Clause) -> Bool {
    guard let verb = clause.tokens.firstIndex(where: { $0.classes.contains(.uploadVerb) }) else {
      return false
    }
    return clause.tokens[..<verb].allSatisfy { !$0.isUnknown && !$0.classes.contains(.indefinite) }
  }

  // MARK: The words around

  private static let roles: Set<String> = ["as", "作为", "当", "当作", "做", "como", "als", "comme"]
  /// "for me", "to you", "now": to whom and when it is handed over.
  private static let handing: Set<String> = [
    "for", "to", "me", "us", "you", "now", "here", "up", "then", "please", "给", "给我", "给你", "我", "你", "吧",
    "一下",
    "了", "上来", "上去", "吗",
  ]

  private static let edges: Set<Character> = [
    ",", ";", ":", "-", "–", "—", "&", "，", "、", "；", "：", "|", "\"", "+",
  ]

  /// What remains to be said once the files are up: the words between the references, without those that only
  /// hand them over ("upload", "here is my clip:", "thanks").
  private func rest(of tokens: [Token], without uploads: Set<Int>) -> String {
    var kept: [String] = []
    var group: [Token] = []
    func close() {
      if let text = words(of: group) { kept.append(text) }
      group = []
    }
    for token in tokens {
      if case .reference(let number) = token.kind, uploads.contains(number) {
        close()
      } else if token.kind == .mark, token.text != "\n", handsOver(group) {
        group = []
      } else {
        group.append(token)
      }
    }
    close()
    return kept.joined(separator: " ")
  }

  private func words(of group: [Token]) -> String? {
    var tokens = group[...]
    while let first = tokens.first, first.kind == .mark || first.classes.contains(.connector) {
      tokens = tokens.dropFirst()
    }
    while let last = tokens.last,
      last.classes.contains(.connector) || (last.kind == .mark && Self.edges.contains(Character(last.text)))
    {
      tokens = tokens.dropLast()
    }
    guard let first = tokens.first, let last = tokens.last, !handsOver(Array(tokens)) else { return nil }
    // Marks that are not tokens (emoji, a closing bracket) belong to the words before them.
    var end = last.range.upperBound
    let following = group.last?.range.upperBound ?? end
    if following > end, group.last?.kind == .mark { end = min(following, end) }
    while end < characters.count, !characters[end].isWhitespace,
      !references.contains(where: { $0.range.contains(end) }),
      !Self.edges.contains(characters[end])
    { end += 1 }
    return String(characters[first.range.lowerBound..<end]).trimmingSpaces()
  }

  private func handsOver(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind == .word }
    guard tokens.allSatisfy({ $0.kind == .word || $0.kind == .mark }) else { return false }
    guard !words.isEmpty else { return true }
    // "use a.png as the logo": what it is to be in the film.
    if Self.roles.contains(words[0].text) { return false }
    if words.allSatisfy({ Self.handing.contains($0.text) || $0.classes.contains(.social) }) { return true }
    let has = words.reduce(into: WordClass()) { $0.formUnion($1.classes) }
    let allowed: WordClass = [.glue, .uploadVerb, .material, .social, .connector]
    guard words.allSatisfy({ !$0.classes.isDisjoint(with: allowed) }) else { return false }
    if has.contains(.uploadVerb) { return true }
    if words.contains(where: { $0.text == "use" || $0.text == "用" || $0.text == "take" }) { return false }
    if words[0].text.hasPrefix("here")
      || has.contains(.material) && !words.contains(where: { $0.classes.contains(.question) })
    {
      return true
    }
    return words.allSatisfy { word in
      !word.classes.isDisjoint(with: [.social, .connector])
        || [
          "please", "pls", "plz", "this", "it", "also", "these", "请", "这个", "把", "bitte", "的", "to",
          "timeline",
        ].contains(word.text)
    }
  }
}
