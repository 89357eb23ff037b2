/// Puts together the clauses that stay of a sentence, so that it reads as if the others had never been there.
enum SentenceJoiner {
  static func join(_ clauses: [ReplyClause], goes: [Bool], text: ReplyText) -> String {
    var joined = ""
    var removedSeparator: String?
    var removedBefore = false
    let lastKept = goes.lastIndex(of: false)
    for (index, clause) in clauses.enumerated() {
      if goes[index] {
        if removedSeparator == nil { removedSeparator = clause.separator }
        removedBefore = true
        continue
      }
      var body = String(text.characters[clause.range])
      // "I lowered the music and, if you open …"
      if index == lastKept, index + 1 < goes.count {
        for word in [" and", " but", " or", " so"] where body.hasSuffix(word) {
          body.removeLast(word.count)
        }
      }
      if joined.isEmpty {
        let opening = index == 0 ? clause.separator : ""
        joined = opening + (removedBefore ? capitalised(withoutConnective(body)) : body)
      } else {
        if removedBefore { body = withoutConnective(body) }
        joined += separator(of: clause, after: removedSeparator) + body
      }
      removedSeparator = nil
      removedBefore = false
    }
    if let last = clauses.last, let end = trailing(after: last, in: text, cut: goes[clauses.count - 1]) {
      if let mark = joined.last, ".!?。！？…".contains(mark), end.first == mark { return joined }
      // An emoji ended what stays.
      if goes[clauses.count - 1], let kept = goes.lastIndex(of: false), kept + 1 < clauses.count,
        clauses[kept + 1].separator.allSatisfy(\.isWhitespace), joined.last.map(LineMarker.isEmoji) == true
      {
        return joined
      }
      joined += end
    }
    return joined
  }

  /// What ends the sentence: taken over from a clause that went, if it is a mark that can end another.
  private static func trailing(after last: ReplyClause, in text: ReplyText, cut: Bool) -> String? {
    let tail = text.characters[last.range.upperBound...]
    guard cut else { return String(tail) }
    // The end mark belongs to the range of the last clause: find it there.
    let body = text.characters[last.range]
    let marks = body.reversed().prefix { ".!?。！？…*_)）\"”’".contains($0) }
    let mark = marks.first { ".!?。！？…".contains($0) }
    let isChinese = text.isChinese
    guard let mark else {
      // A sentence that had no end, as in a list, gets none.
      return String(tail)
    }
    if mark == "?" { return "." }
    if mark == "？" { return "。" }
    _ = isChinese
    return String(mark)
  }

  private static func separator(of clause: ReplyClause, after removed: String?) -> String {
    guard let removed else { return clause.separator }
    let own = clause.separator
    let lower = own.lowercased()
    if lower.contains("but") || (lower.contains("and") && removed.contains(",")) { return own }
    if removed.contains(where: { "—–;；:：.。!！".contains($0) }) {
      let mark = removed.prefix { !$0.isLetter }
      return String(mark)
    }
    if own.contains("，") || removed.contains("，") { return "，" }
    if lower.contains("or") || lower.contains("then") || lower.isEmpty {
      return removed.contains(",") || own.contains(",") ? "; " : " and "
    }
    return own
  }

  private static let connectives = [
    "or, alternatively, ", "or alternatively, ", "and then ", "or else ", "alternatively, ", "otherwise, ",
    "after that, ", "and ", "or ", "then ", "but ", "so ", "then, ", "also, ", "还有", "或者，", "或者", "然后", "接着",
    "并且", "再", "或", "，",
  ]

  /// A clause without the word that tied it to one that went.
  static func withoutConnective(_ text: String) -> String {
    let lower = text.lowercased()
    for word in connectives where lower.hasPrefix(word) && text.count > word.count {
      return capitalisedIfNeeded(String(text.dropFirst(word.count)), like: text)
    }
    // "the Effects panel, where I've added grain": the report stands alone.
    for relative in ["where ", "which "] where lower.hasPrefix(relative) {
      let rest = lower.dropFirst(relative.count)
      if ["i ", "i'", "i’", "we ", "we'", "we’"].contains(where: { rest.hasPrefix($0) }) {
        return String(text.dropFirst(relative.count))
      }
    }
    return text
  }

  private static func capitalisedIfNeeded(_ text: String, like original: String) -> String {
    original.first?.isUppercase == true ? capitalised(text) : text
  }

  static func capitalised(_ text: String) -> String {
    guard let index = text.firstIndex(where: { $0.isLetter || $0.isNumber }), text[index].isLowercase else {
      return text
    }
    let word = text[index...].prefix { $0.isLetter || $0.isNumber }
    // "iPhone" keeps its shape.
    if word.dropFirst().contains(where: \.isUppercase) { return text }
    return text[..<index] + text[index].uppercased() + text[text.index(after: index)...]
  }
}
