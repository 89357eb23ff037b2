/// Lays out what stays of a reply: keeps lines, lists and tables whole when pieces of them go.
struct ReplyPage: Sendable {
  /// A line that announces what comes next and is shown with the first piece of it that stays.
  private struct Held {
    var blanks: String
    var text: String
    var isHeading: Bool
  }

  private var output: [GUITranslator.Output] = []
  /// Text to show that follows the last output.
  private var pending = ""
  private var done: Set<GUIAction> = []

  // The line being laid out.
  private var prefix = ""
  private var atLineStart = true
  private var lineIsItem = false
  private var lineIsBlank = true
  private var lineShown = false
  private var lineHeld = false
  private var lineDropped = false
  /// The last sentence of this line went, so that a connective after it has nothing to connect to.
  private var followsDrop = false

  // Between lines.
  private var anythingShown = false
  private var blanks = ""
  private var droppedSinceShown = false
  private var held: [Held] = []
  private var droppedSinceHeld = false
  /// The last thing said was an instruction: "Choose MP4" goes on with it.
  private var instructing = false
  /// An instruction ended in a colon: the list of choices goes with it.
  private var droppingChoices = false
  private var numbering = ListNumbering()
  private var inFence = false

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
    if lineDropped, !lineShown { drop() }
    if droppedSinceHeld { held = [] }
    let unfinished = lineHeld
    if !held.isEmpty {
      show("", asItem: true)
      if unfinished { trimLineEnd() }
    }
    if !droppedSinceShown { emit(blanks + (lineIsBlank ? prefix : "")) }
  }

  // MARK: Sentences

  private mutating func addSentence(_ text: String) {
    var body = text[...]
    if atLineStart {
      let marker = LineMarker(of: text)
      body = text.dropFirst(marker.length)
      lineIsItem = marker.isItem
      prefix = numbering.renumbered(String(text.prefix(marker.length)), marker: marker)
      if !body.isEmpty, !marker.isItem {
        numbering.paragraph()
        droppingChoices = false
      }
      atLineStart = false
    }
    if lineIsItem { lineIsBlank = false }
    let start = PlainText.endOfSpaces(of: body)
    let gap = String(body[..<start])
    var sentence = String(body[start...])
    guard !sentence.isEmpty else { return }
    lineIsBlank = false
    if lineShown, !followsDrop, let cheer = Self.leadingEmoji(sentence) {
      emit(gap + cheer.emoji)
      sentence = cheer.rest
      guard !sentence.isEmpty else { return }
      addBody(sentence, gap: cheer.gap)
    } else {
      addBody(sentence, gap: gap)
    }
  }

  /// Emoji after a full stop belong to the sentence before, unless they point at what comes.
  private static func leadingEmoji(_ sentence: String) -> (emoji: String, gap: String, rest: String)? {
    // Nothing in ASCII is one by itself.
    guard sentence.utf8.first.map({ $0 >= 0x80 }) == true else { return nil }
    let emoji = sentence.prefix { LineMarker.isEmoji($0) }
    guard !emoji.isEmpty, !emoji.contains(where: LineMarker.points) else {
      return nil
    }
    let gap = sentence.dropFirst(emoji.count).prefix { $0.isWhitespace }
    return (String(emoji), String(gap), String(sentence.dropFirst(emoji.count + gap.count)))
  }

  private mutating func addBody(_ sentence: String, gap: String) {
    let context = SentenceContext(
      followsInstruction: instructing, followsDrop: followsDrop, inList: lineIsItem,
      isChoice: droppingChoices && lineIsItem, readsAll: readsAll)
    let translated = SentenceTranslator.translate(sentence, context: context)
    for action in translated.actions { perform(action) }
    instructing = translated.isInstruction
    guard let kept = translated.text else {
      lineDropped = true
      followsDrop = true
      if translated.isInstruction, Self.announces(sentence) { droppingChoices = true }
      return
    }
    followsDrop = false
    showInLine(lineShown ? gap + kept : kept)
  }

  private static func announces(_ text: String) -> Bool {
    if let last = PlainText.lastLetter(of: text) { return last == UInt8(ascii: ":") }
    let last = text.last { !$0.isWhitespace && $0 != "*" && $0 != "_" }
    return last == ":" || last == "："
  }

  /// A line that is bold from end to end heads what follows. Without a full stop in it, no text can follow it on
  /// its line.
  private static func isBoldHeading(_ text: String) -> Bool {
    guard text.utf8.starts(with: [0x2A, 0x2A]), text.count > 4, text.hasPrefix("**"), text.hasSuffix("**")
    else { return false }
    let inner = text.dropFirst(2).dropLast(2)
    return !inner.contains { "*.!?。！？…".contains($0) }
  }

  private mutating func showInLine(_ text: String) {
    if lineShown {
      emit(text)
    } else if Self.isBoldHeading(text), !lineIsItem {
      hold(prefix + text, isHeading: true)
    } else if Self.announces(text), !lineIsItem {
      hold(prefix + text, isHeading: false)
    } else {
      show(prefix + text, asItem: lineIsItem)
      lineShown = true
    }
  }

  // MARK: Whole lines

  private mutating func addLine(_ text: String) {
    lineIsBlank = false
    atLineStart = false
    instructing = false
    let trimmed = text.trimmingSpaces()
    if ReplySegmenter.isFence(text) {
      inFence.toggle()
    } else if !inFence, trimmed.hasPrefix("|") {
      addRow(text)
      return
    } else if !inFence, trimmed.hasPrefix("#"), !lineShown {
      addHeading(text)
      return
    }
    if lineShown {
      emit(text)
    } else {
      show(text, asItem: true)
      lineShown = true
    }
  }

  private mutating func addPassage(_ text: String) {
    lineIsBlank = false
    atLineStart = false
    instructing = false
    followsDrop = false
    if lineShown {
      emit(text)
    } else {
      show(text, asItem: true)
      lineShown = true
    }
  }

  private mutating func addRow(_ text: String) {
    let row = TableRow.translate(text, readsAll: readsAll)
    for action in row.actions { perform(action) }
    if let kept = row.text {
      show(kept, asItem: true)
      lineShown = true
    } else {
      lineDropped = true
    }
  }

  private mutating func addHeading(_ text: String) {
    numbering.paragraph()
    // Longer than any heading: not read.
    guard text.utf8.count <= 2_000 else {
      show(text, asItem: true)
      lineShown = true
      return
    }
    let marks = text.prefix { $0 == "#" || $0 == " " }
    let translated = SentenceTranslator.translate(
      String(text.dropFirst(marks.count)), context: SentenceContext(readsAll: readsAll))
    for action in translated.actions { perform(action) }
    if translated.text == nil { lineDropped = true } else { hold(text, isHeading: true) }
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
    held.append(Held(blanks: settledBlanks(), text: text, isHeading: isHeading))
    droppedSinceHeld = false
    droppedSinceShown = false
    lineHeld = true
  }

  private mutating func discardHeld(where goes: (Held) -> Bool) {
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
    if lineIsItem { numbering.dropped() }
  }

  // MARK: The ends of lines

  private mutating func endLine() {
    if lineShown {
      emit("\n")
    } else if lineDropped {
      drop()
    } else if lineIsBlank {
      blanks += prefix + "\n"
      instructing = false
    } else if !lineHeld {
      show(prefix + "\n", asItem: true)
    }
    prefix = ""
    atLineStart = true
    lineIsItem = false
    lineIsBlank = true
    lineShown = false
    lineHeld = false
    lineDropped = false
    followsDrop = false
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
