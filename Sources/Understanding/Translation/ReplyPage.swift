/// Lays out what stays of a reply: keeps lines, lists and tables whole when pieces of them go.
struct ReplyPage: Sendable {
  private var output: [GUITranslator.Output] = []
  /// Text to show that follows the last output.
  private var pending = ""
  private var done: Set<GUIAction> = []

  private var line = PageLine()

  // Between lines.
  private var anythingShown = false
  private var blanks = ""
  private var droppedSinceShown = false
  private var held: [HeldLine] = []
  private var droppedSinceHeld = false
  /// The last thing said was an instruction: "Choose MP4" goes on with it.
  private var instructing = false
  /// An instruction ended in a colon: the list of choices goes with it.
  private var droppingChoices = false
  private var numbering = ListNumbering()
  private var inFence = false
  private var table: TablePlace?

  /// See ``SentenceContext/readsAll``.
  private let readsAll: Bool

  init(readsAll: Bool) { self.readsAll = readsAll }

  mutating func takeOutput() -> [GUITranslator.Output] {
    closeText()
    defer { output = [] }
    return output
  }

  mutating func add(_ segment: ReplySegmenter.Segment) {
    switch segment {
    case .sentence(let text): addSentence(text)
    case .line(let text): addLine(text)
    case .passage(let text): addPassage(text)
    case .newline: endLine()
    }
  }

  mutating func end() {
    if line.isDropped, !line.isShown { drop() }
    if droppedSinceHeld { held = [] }
    let unfinished = line.isHeld
    if !held.isEmpty {
      show("", asItem: true)
      if unfinished { trimLineEnd() }
    }
    if !droppedSinceShown { emit(blanks + (line.isBlank ? line.prefix : "")) }
  }

  // MARK: Sentences

  private mutating func addSentence(_ text: String) {
    table = nil
    var body = text[...]
    if line.isAtStart {
      let marker = LineMarker(of: text)
      body = text.dropFirst(marker.length)
      line.isItem = marker.isItem
      line.prefix = numbering.renumbered(String(text.prefix(marker.length)), marker: marker)
      if !body.isEmpty, !marker.isItem {
        numbering.paragraph()
        droppingChoices = false
      }
      line.isAtStart = false
    }
    if line.isItem { line.isBlank = false }
    let start = PlainText.endOfSpaces(of: body)
    let gap = String(body[..<start])
    var sentence = String(body[start...])
    guard !sentence.isEmpty else { return }
    line.isBlank = false
    if line.isShown, !line.followsDrop, let cheer = SentenceShape.leadingEmoji(of: sentence) {
      emit(gap + cheer.emoji)
      sentence = cheer.rest
      guard !sentence.isEmpty else { return }
      addBody(sentence, gap: cheer.gap)
    } else {
      addBody(sentence, gap: gap)
    }
  }

  private mutating func addBody(_ sentence: String, gap: String) {
    let context = SentenceContext(
      followsInstruction: instructing, followsDrop: line.followsDrop, inList: line.isItem,
      isChoice: droppingChoices && line.isItem, readsAll: readsAll)
    let translated = SentenceTranslator.translate(sentence, context: context)
    for action in translated.actions { perform(action) }
    instructing = translated.isInstruction
    guard let kept = translated.text else {
      line.isDropped = true
      line.followsDrop = true
      if translated.isInstruction, SentenceShape.announces(sentence) { droppingChoices = true }
      return
    }
    line.followsDrop = false
    showInLine(line.isShown ? gap + kept : kept)
  }

  private mutating func showInLine(_ text: String) {
    if line.isShown {
      emit(text)
    } else if SentenceShape.isBoldHeading(text), !line.isItem {
      hold(line.prefix + text, isHeading: true)
    } else if SentenceShape.announces(text), !line.isItem {
      hold(line.prefix + text, isHeading: false)
    } else {
      show(line.prefix + text, asItem: line.isItem)
      line.isShown = true
    }
  }

  // MARK: Whole lines

  private mutating func addLine(_ text: String) {
    line.isBlank = false
    line.isAtStart = false
    instructing = false
    let trimmed = text.trimmingSpaces()
    if ReplySegmenter.isFence(text) {
      inFence.toggle()
    } else if !inFence, trimmed.hasPrefix("|") {
      addRow(text)
      return
    }
    table = nil
    if !inFence, !ReplySegmenter.isFence(text), trimmed.hasPrefix("#"), !line.isShown {
      addHeading(text)
      return
    }
    if line.isShown {
      emit(text)
    } else {
      show(text, asItem: true)
      line.isShown = true
    }
  }

  private mutating func addPassage(_ text: String) {
    line.isBlank = false
    line.isAtStart = false
    instructing = false
    table = nil
    line.followsDrop = false
    if line.isShown {
      emit(text)
    } else {
      show(text, asItem: true)
      line.isShown = true
    }
  }

  private mutating func addRow(_ text: String) {
    let before = table
    if before == .head, TableRow.isRule(text) {
      table = .body(followsInstruction: false)
      holdRow(text)
      return
    }
    let row = TableRow.translate(
      text, followsInstruction: before == .body(followsInstruction: true), readsAll: readsAll)
    for action in row.actions { perform(action) }
    table = before == nil ? .head : .body(followsInstruction: row.isInstruction)
    if let kept = row.text, before == nil, !line.isShown {
      holdRow(kept)
    } else if let kept = row.text {
      show(kept, asItem: true)
      line.isShown = true
    } else {
      line.isDropped = true
    }
  }

  private mutating func addHeading(_ text: String) {
    numbering.paragraph()
    // Longer than any heading: not read.
    guard text.utf8.count <= 2_000 else {
      show(text, asItem: true)
      line.isShown = true
      return
    }
    let marks = text.prefix { $0 == "#" || $0 == " " }
    let translated = SentenceTranslator.translate(
      String(text.dropFirst(marks.count)), context: SentenceContext(readsAll: readsAll))
    for action in translated.actions { perform(action) }
    if translated.text == nil { line.isDropped = true } else { hold(text, isHeading: true) }
  }

  // MARK: Showing and holding

  /// Shows text that stays, and before it what announced it.
  private mutating func show(_ text: String, asItem: Bool) {
    if droppedSinceHeld, !asItem { discardHeld { !$0.isHeading } }
    var before = ""
    for line in held { before += line.blanks + line.text + "\n" }
    held = []
    droppedSinceHeld = false
    let gap = settledBlanks()
    emit(before + gap + text)
    droppedSinceShown = false
    anythingShown = true
  }

  private mutating func hold(_ text: String, isHeading: Bool) {
    if droppedSinceHeld { discardHeld { isHeading || !$0.isHeading } }
    if isHeading || held.last?.isHeading == false, !held.isEmpty { show("", asItem: true) }
    held.append(HeldLine(blanks: settledBlanks(), text: text, isHeading: isHeading))
    droppedSinceHeld = false
    droppedSinceShown = false
    line.isHeld = true
  }

  /// The head of a table waits for the first row that stays.
  private mutating func holdRow(_ text: String) {
    if droppedSinceHeld { discardHeld { !$0.isHeading } }
    held.append(HeldLine(blanks: settledBlanks(), text: text, isHeading: false))
    droppedSinceHeld = false
    droppedSinceShown = false
    line.isHeld = true
  }

  private mutating func discardHeld(where goes: (HeldLine) -> Bool) {
    for line in held where goes(line) { blanks = line.blanks + blanks }
    held.removeAll(where: goes)
    droppedSinceShown = true
  }

  /// The blank lines before what is shown now: one where something went between them.
  private mutating func settledBlanks() -> String {
    defer { blanks = "" }
    guard droppedSinceShown else { return blanks }
    if !anythingShown, held.isEmpty { return "" }
    return blanks.contains("\n") ? "\n" : ""
  }

  private mutating func drop() {
    droppedSinceShown = true
    if !held.isEmpty { droppedSinceHeld = true }
    if line.isItem { numbering.dropped() }
  }

  // MARK: The ends of lines

  private mutating func endLine() {
    if line.isShown {
      emit("\n")
    } else if line.isDropped {
      drop()
    } else if line.isBlank {
      blanks += line.prefix + "\n"
      instructing = false
      table = nil
    } else if !line.isHeld {
      show(line.prefix + "\n", asItem: true)
    }
    line = PageLine()
  }

  private mutating func perform(_ action: GUIAction) {
    guard done.insert(action).inserted else { return }
    closeText()
    output.append(.action(action))
  }

  private mutating func emit(_ text: String) {
    guard !text.isEmpty else { return }
    pending += text
  }

  /// Joins the text shown so far into one piece, which ends before an action.
  private mutating func closeText() {
    guard !pending.isEmpty else { return }
    output.append(.text(pending))
    pending = ""
  }

  /// The reply ended on a held line, which has no line end of its own.
  private mutating func trimLineEnd() {
    if pending.hasSuffix("\n") { pending.removeLast() }
  }
}
