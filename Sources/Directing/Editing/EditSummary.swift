/// What an edit changed, told before → after, or why it changed nothing.
public struct EditSummary: Sendable, Equatable {
  /// One change.
  public struct Fact: Sendable, Equatable {
    /// What changed: "Title", "Length".
    public var subject: Bilingual
    /// What it was; nil: there was none.
    public var before: Bilingual?
    /// What it is; nil: there is none any more.
    public var after: Bilingual?

    /// Makes a fact.
    public init(_ subject: Bilingual, before: Bilingual?, after: Bilingual?) {
      self.subject = subject
      self.before = before
      self.after = after
    }

    /// "Length: 10 s → 15 s", "Music added: Lo-fi (35%)", "Title removed: “Dawn”".
    public func text(in language: Language) -> String {
      let subject = subject.text(in: language)
      let colon = language == .english ? ": " : "："
      switch (before?.text(in: language), after?.text(in: language)) {
      case (let before?, let after?): return subject + colon + before + " → " + after
      case (nil, let after?):
        return (language == .english ? "\(subject) added" : "已添加\(subject)") + colon + after
      case (let before?, nil):
        return (language == .english ? "\(subject) removed" : "已移除\(subject)") + colon + before
      case (nil, nil): return subject
      }
    }
  }

  /// What changed, in order.
  public var facts: [Fact] = []
  /// Why nothing changed; nil if something did, or there was nothing to do.
  public var refusal: Bilingual?
  /// What else is worth telling, such as what is drawn in place of a word.
  public var notes: [Bilingual] = []

  /// Whether the request was carried out.
  public var isDone: Bool { refusal == nil }

  /// Makes a summary.
  public init(facts: [Fact] = [], refusal: Bilingual? = nil, notes: [Bilingual] = []) {
    self.facts = facts
    self.refusal = refusal
    self.notes = notes
  }

  /// Both as one. A fact that goes on where the one before it ended is told with it: “Title added: “X” (0–5 s)” rather than
  /// “Title added: “X” (0–3 s); Title: “X” (0–3 s) → “X” (0–5 s)”.
  public func followed(by next: EditSummary) -> EditSummary {
    var both = self
    for fact in next.facts {
      if let index = both.facts.lastIndex(where: { $0.subject == fact.subject }),
        both.facts[index].after == fact.before,
        both.facts[index].after != nil || both.facts[index].before != nil
      {
        both.facts[index].after = fact.after
        if both.facts[index].before == fact.after { both.facts.remove(at: index) }
      } else {
        both.facts.append(fact)
      }
    }
    both.notes += next.notes
    return both
  }

  /// Summaries of requests carried out one behind the other, with those that tell more of the same put together.
  public static func together(_ summaries: [EditSummary]) -> [EditSummary] {
    summaries.reduce(into: []) { told, next in
      if let last = told.last, last.isDone, next.isDone,
        let subject = last.facts.first?.subject, subject == Wording.title,
        !next.facts.isEmpty, next.facts.allSatisfy({ Wording.isOfTitle($0.subject) })
      {
        told[told.count - 1] = last.followed(by: next)
      } else {
        told.append(next)
      }
    }
  }

  /// All of it as one line or more of prose; empty if there is nothing to tell.
  public func sentence(in language: Language) -> String {
    let stop = language == .english ? "." : "。"
    var parts: [String] = []
    if let refusal { parts.append(refusal.text(in: language)) }
    if !facts.isEmpty {
      parts.append(
        facts.map { $0.text(in: language) }.joined(separator: language == .english ? "; " : "；") + stop)
    }
    parts += notes.map { $0.text(in: language) }
    return parts.joined(separator: language == .english ? " " : "")
  }
}
