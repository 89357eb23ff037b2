/// Decides what stays of one sentence of a reply.
enum SentenceTranslator {
  struct Result {
    /// What stays; nil when nothing does.
    var text: String?
    var actions: [GUIAction] = []
    /// Whether an instruction was the last thing said.
    var isInstruction = false
  }

  static func translate(_ sentence: String, context: SentenceContext) -> Result {
    if context.isNeutral, !context.readsAll, !InstructionHints.mayInstruct(sentence) {
      return Result(text: sentence)
    }
    let withoutAsides = AsideRemover.remove(from: sentence, readsAll: context.readsAll)
    let text = ReplyText(withoutAsides.text)
    let clauses = ClauseCutter.clauses(of: text)
    guard !clauses.isEmpty else {
      if withoutAsides.text.isEmpty, !sentence.isEmpty {
        return Result(actions: withoutAsides.actions, isInstruction: true)
      }
      return Result(
        text: withoutAsides.text.contains { $0.isLetter || $0.isNumber } || !context.followsDrop
          ? withoutAsides.text : nil)
    }
    let fate = fates(of: clauses, in: text, context: context)
    var result = Result(actions: withoutAsides.actions + fate.actions)
    let goes = fate.goes
    if !goes.contains(true) {
      result.text =
        context.followsDrop ? SentenceJoiner.withoutConnective(withoutAsides.text) : withoutAsides.text
      return result
    }
    result.isInstruction = goes.last ?? false
    result.text =
      goes.allSatisfy { $0 } ? currentState(in: text) : SentenceJoiner.join(clauses, goes: goes, text: text)
    return result
  }

  /// "Open Settings to change the frame rate (currently 24 fps).": how things stand is news, wherever it is told.
  private static func currentState(in text: ReplyText) -> String? {
    guard let open = text.plainCodes.firstIndex(of: 0x28),
      let close = text.plainCodes[open...].firstIndex(of: 0x29), close > open + 1
    else { return nil }
    let inner = (open + 1)..<close
    let words = text.words(in: inner)
    let isChinese = text.holdsHan(inner)
    let begins =
      isChinese
      ? ["目前", "当前", "现在"].contains { String(text.plain[inner]).hasPrefix($0) }
      : ["currently", "now"].contains(words.first?.text)
    guard begins, words.count > 1 || isChinese else { return nil }
    return SentenceJoiner.capitalised(String(text.characters[inner])) + (isChinese ? "。" : ".")
  }

  /// Which clauses go, and what they would have done.
  private static func fates(
    of clauses: [ReplyClause], in text: ReplyText, context: SentenceContext
  ) -> (goes: [Bool], actions: [GUIAction]) {
    let endsWithColon = text.endsWithColon
    var meanings: [ClauseMeaning] = []
    for (index, clause) in clauses.enumerated() {
      let isLast = index == clauses.count - 1
      if text.links.contains(where: { $0.overlaps(clause.range) })
        || (index > 0 && isWording(clause, after: clauses[index - 1], in: text))
      {
        meanings.append(.content)
      } else if text.holdsHan(clause.range) {
        meanings.append(ChineseInstruction.meaning(of: clause, in: text, isLast: isLast))
      } else {
        meanings.append(
          EnglishInstruction.meaning(of: clause, in: text, isLast: isLast, endsWithColon: endsWithColon))
      }
    }
    openDoors(&meanings, clauses, text)
    var goes = [Bool](repeating: false, count: clauses.count)
    var actions: [GUIAction] = []
    var instructed = context.followsInstruction && (context.inList || context.followsDrop)
    for (index, meaning) in meanings.enumerated() {
      switch meaning {
      case .instruction(let action):
        goes[index] = true
        // What the words before name says more than where it is done.
        let named =
          action == nil || action == .state ? announced(before: index, clauses, meanings, text) : nil
        if let action = named ?? action { actions.append(action) }
        instructed = true
      case .continuation(let action):
        goes[index] = instructed
        if instructed, let action { actions.append(action) }
      case .fragment:
        // "click the colour, font and size controls": the rest of the list.
        let isApart =
          clauses[index].separator.contains { ";；。.—–!！".contains($0) }
          || (index > 0 && lists(after: clauses[index - 1], clauses[index]))
        goes[index] = context.isChoice || (instructed && index > 0 && goes[index - 1] && !isApart)
        if !goes[index] { instructed = false }
      case .content:
        instructed = false
      case .leadIn:
        break
      }
    }
    // "Select the clip, then choose a font from the menu": a first step goes with the next.
    for index in meanings.indices.dropLast().reversed() {
      // Not "upload a file, or click Export": either will do.
      let isEither = clauses[index + 1].separator.lowercased().split { !$0.isLetter }.contains("or")
      if case .continuation = meanings[index], goes[index + 1], !goes[index], !isEither { goes[index] = true }
    }
    // A lead-in goes with the clause it leads to.
    for index in meanings.indices.reversed() where meanings[index] == .leadIn {
      goes[index] = index + 1 < goes.count ? goes[index + 1] : (index > 0 && goes[index - 1])
    }
    return (goes, actions)
  }

  /// "Check the timeline to see the new tracks: 1 video, 2 audio": what is seen stands after the colon. What is chosen
  /// there ("pick one: 720p, 1080p") does not.
  private static func lists(after instruction: ReplyClause, _ clause: ReplyClause) -> Bool {
    clause.separator.contains { $0 == ":" || $0 == "：" }
      && instruction.words.contains {
        ["see", "view", "check", "find", "review", "notice"].contains($0.text)
      }
      && !instruction.words.contains { ["choose", "select", "pick", "click", "set"].contains($0.text) }
  }

  /// "In the Effects tab, you can pick a filter": what can be done in a part of the interface is done there.
  private static func openDoors(
    _ meanings: inout [ClauseMeaning], _ clauses: [ReplyClause], _ text: ReplyText
  ) {
    for index in meanings.indices.dropLast() where meanings[index] == .leadIn {
      let words = clauses[index].words
      guard let first = words.first,
        ["in", "on", "at", "under", "inside", "from", "using", "with"].contains(first.text),
        InterfaceParts.hasPart(words.dropFirst(), EnglishGUIWords.strongParts),
        !InterfaceParts.isInPicture(words),
        let next = clauses[index + 1].words.first,
        next.text == "you" || next.text == "you'll" || EnglishInstruction.verbs.contains(next.text)
      else { continue }
      if case .instruction = meanings[index + 1] { continue }
      let spoken = text.spoken(clauses[index].range)
      meanings[index + 1] = .instruction(
        EnglishGUIAction.action(of: clauses[index], words: words, spoken: spoken, text: text))
    }
  }

  private static let wordings: Set<String> = [
    "text", "title", "caption", "subtitle", "headline", "words", "line", "sign", "says", "reads", "saying",
    "reading",
    "message", "slogan", "voice-over", "voiceover", "narration", "lyrics", "label", "tagline", "cta",
    "written",
    "narrator", "speech", "bubble", "overlay", "heading", "chorus", "quote",
  ]

  /// "MIA: Push the button!" in a script. "TIP:" and "EXPORT:" speak for nobody.
  private static func isSpeaker(_ clause: ReplyClause, in text: ReplyText) -> Bool {
    guard let name = clause.words.first, clause.words.count == 1, name.range.count > 2 else { return false }
    return name.range.allSatisfy { text.traits[$0].contains(.uppercase) }
      && !["tip", "hint", "note", "next", "todo", "step", "then"].contains(name.text)
      && !EnglishGUIWords.functions.contains(name.text)
  }

  /// "It ends with the text: Click the link in bio": what the film says is content, whatever it says.
  private static func isWording(_ clause: ReplyClause, after before: ReplyClause, in text: ReplyText) -> Bool
  {
    guard clause.separator.contains(where: { $0 == ":" || $0 == "：" }) else { return false }
    if let last = before.words.last, wordings.contains(last.text) { return true }
    if isSpeaker(before, in: text) { return true }
    let lead = text.characters[before.range]
    let isSaid = ["是", "为", "写着", "改成", "改为", "变为", "说", "内容", "文案", "字幕", "标题", "旁白", "台词", "文字"].contains {
      String(lead).hasSuffix($0)
    }
    return isSaid
      && ["文字", "文案", "字幕", "标题", "旁白", "台词", "标语", "写着", "口播"].contains { String(lead).contains($0) }
  }

  /// "**Export**: click the button in the corner": the words before say what the button does.
  private static func announced(
    before index: Int, _ clauses: [ReplyClause], _ meanings: [ClauseMeaning], _ text: ReplyText
  ) -> GUIAction? {
    guard index > 0, meanings[index - 1] == .leadIn else { return nil }
    let words = text.spoken(clauses[index - 1].range)
    guard !["before", "after", "once", "when", "as"].contains(clauses[index - 1].words.first?.text ?? "")
    else { return nil }
    if ["export", "download", "导出", "下载"].contains(where: { words.holds($0) }) { return .export }
    if ["preview", "预览", "play"].contains(where: { words.holds($0) }) { return .summary }
    if ["billing", "account", "credits", "top up", "充值", "积分"].contains(where: { words.holds($0) }) {
      return .credits
    }
    return nil
  }
}
