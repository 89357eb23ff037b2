/// Tells instructions for a graphical interface from content, in English.
///
/// An instruction is an imperative ("Click …") or an offer to the user ("You can drag …") whose verb operates an
/// interface, or any verb done in a part of one ("adjust the volume in the audio panel"), or a sentence that says
/// where a part of it is ("The Export button is in the top right corner"). The same words in the third person, in
/// the picture or in a report are content.
enum EnglishInstruction {

  /// The verbs that may begin an instruction, for finding where clauses begin.
  static let verbs = pointers.union(pressers).union(navigators).union(previewers).union(editors).union(savers)

  /// Reads one clause.
  static func meaning(of clause: ReplyClause, in text: ReplyText, isLast: Bool, endsWithColon: Bool)
    -> ClauseMeaning
  {
    let all = clause.words
    guard !all.isEmpty else { return .fragment }
    let words = strip(all)
    let addressed =
      words.count < all.count
      && all.prefix(all.count - words.count).contains {
        ["you", "you'll", "users", "feel", "sure"].contains($0.text)
      }
    let spoken = text.spoken(clause.range)
    if listsContent(clause, words, text) { return .content }
    if let first = words.first, isInstruction(words, first: first, addressed: addressed, all: all, text: text)
    {
      return .instruction(action(of: clause, words: words, spoken: spoken, text: text))
    }
    if isWhereabouts(all) { return .instruction(action(of: clause, words: all, spoken: spoken, text: text)) }
    if !isLast || endsWithColon, isLeadIn(all, clause: clause, text: text) { return .leadIn }
    if let first = words.first, continues(first.text, words: words, all: all) {
      return .continuation(follow(clause, text))
    }
    if let first = all.first?.text,
      contentOpeners.contains(first) || all.contains(where: { finiteVerbs.contains($0.text) })
    {
      return .content
    }
    return .fragment
  }

  /// "You'll see three tracks in the timeline: video, …" tells what is there.
  private static func listsContent(_ clause: ReplyClause, _ words: [ReplyWord], _ text: ReplyText) -> Bool {
    guard let first = words.first, ["see", "notice", "find", "have"].contains(first.text),
      !hasPart(words, strongParts)
    else { return false }
    return text.characters[clause.range.upperBound...].first == ":"
  }

  static func strip(_ words: [ReplyWord]) -> [ReplyWord] {
    var rest = words[...]
    var again = true
    while again, rest.count > 1 {
      again = false
      for opening in openingsByWord[rest.first?.text ?? ""] ?? [] where rest.count > opening.count {
        if zip(opening, rest).allSatisfy({ $0 == $1.text }) {
          rest = rest.dropFirst(opening.count)
          again = true
          break
        }
      }
    }
    return Array(rest)
  }

  // MARK: Instructions

  private static func isInstruction(
    _ words: [ReplyWord], first: ReplyWord, addressed: Bool, all: [ReplyWord], text: ReplyText
  ) -> Bool {
    let verb = first.text
    let next = words.count > 1 ? words[1] : nil
    let inPicture = isInPicture(words)
    let strong = !inPicture && hasPart(words.dropFirst(), strongParts)
    let weak = !inPicture && hasPart(words.dropFirst(), weakParts)
    if pointers.contains(verb) {
      guard let next else { return true }
      if verb.hasSuffix("ing"), !strong, !next.isLabel, !["the", "on", "it", "any"].contains(next.text) {
        return false
      }
      if words.dropFirst().prefix(3).contains(where: { bodily.contains($0.text) }), !strong { return false }
      return determiners.contains(next.text) || next.isLabel || strong || addressed
        || [
          "clip", "clips", "title", "music", "handles", "edges", "files", "media", "photos", "videos",
          "images", "footage", "download", "export",
        ].contains(next.text)
    }
    if pressers.contains(verb) {
      guard let next else { return false }
      if next.isLabel && next.text != "the" { return true }
      if [
        "play", "export", "enter", "space", "spacebar", "download", "save", "render", "undo", "ctrl", "cmd",
        "\u{1}", "escape", "esc", "delete",
      ].contains(next.text) {
        return true
      }
      if verb == "drop" || verb == "slide" {
        return strong
          || (weak && says(words, ["timeline", "track", "tracks", "area", "canvas", "here", "library"]))
          || says(words, ["files"])
      }
      return strong || (says(words, ["play", "export", "download"]) && next.text == "the")
    }
    if previewers.contains(verb) {
      guard let next else { return addressed }
      if inPicture { return false }
      return [
        "it", "the", "your", "this", "them", "now", "\u{1}", "in", "back", "everything", "video", "result",
        "changes", "how", "and", "before", "through",
      ].contains(next.text)
        && (addressed || words.count <= 14)
    }
    if navigators.contains(verb) {
      if inPicture { return false }
      // "Choose File > Export"
      if words.count > 1, let last = words.last,
        String(text.characters[first.range.upperBound..<last.range.lowerBound]).contains(" > ")
      {
        return true
      }
      if strong { return !isChoosingContent(words) }
      let places = [
        "open", "go", "navigate", "head", "switch", "visit", "return", "jump", "access", "enter", "launch",
        "opening", "browse", "hop", "pop",
      ]
      if weak {
        if places.contains(verb) {
          return says(
            words,
            [
              "page", "window", "timeline", "player", "editor", "library", "account", "billing",
              "subscription", "section", "profile", "pricing", "ui", "app", "area", "view", "pane", "wallet",
              "workspace", "corner", "preview",
            ])
        }
        return says(
          words,
          [
            "timeline", "player", "editor", "library", "account", "billing", "corner", "mouse", "cursor",
            "keyboard", "window", "handles", "pane", "page",
          ])
          && (addressed
            || [
              "use", "using", "see", "check", "view", "look", "find", "watch", "select", "review", "keep",
              "inspect", "get", "choose",
            ].contains(verb))
      }
      // "Go to File > Export", "Open Settings"
      if places.contains(verb),
        words.dropFirst().contains(where: {
          $0.isLabel
            && ["file", "export", "media", "audio", "text", "effects", "projects", "project", "home", "edit"]
              .contains($0.text)
        })
      {
        return true
      }
      return locatesOnScreen(words)
        && (addressed || ["find", "see", "use", "look", "select", "choose"].contains(verb))
    }
    if editors.contains(verb) || savers.contains(verb) {
      if inPicture { return false }
      if usesInterface(words) { return true }
      // "You can drag…" hides behind another verb: "move it by dragging".
      return words.contains {
        ["dragging", "clicking", "tapping", "pressing", "double-clicking", "right-clicking", "scrolling"]
          .contains($0.text)
      }
    }
    if addressed
      || ["in", "on", "at", "under", "from", "inside", "using", "with", "through", "via"].contains(verb)
    {
      // "In the right panel you can adjust the volume."
      if let you = words.firstIndex(where: { $0.text == "you" || $0.text == "you'll" }), you > 0, !inPicture,
        hasPart(words[..<you], strongParts) || hasPart(words[..<you], ["timeline", "editor", "library"])
      {
        return true
      }
    }
    // "it can be adjusted in the audio panel"
    if words.contains(where: { $0.text == "be" }),
      words.contains(where: { ["can", "could", "may"].contains($0.text) }), !inPicture, usesInterface(words)
    {
      return true
    }
    if ["by"].contains(verb),
      words.contains(where: {
        ["dragging", "clicking", "tapping", "pressing", "double-clicking", "opening"].contains($0.text)
      })
    {
      return true
    }
    return false
  }

  private static func says(_ words: [ReplyWord], _ any: Set<String>) -> Bool {
    words.contains { any.contains($0.text) }
  }

  private static func hasPart(_ words: some Collection<ReplyWord>, _ parts: Set<String>) -> Bool {
    var previousWasPart = false
    for word in words {
      // "a panel of judges", "a menu of dishes"
      if previousWasPart, word.text == "of" { return false }
      if parts.contains(word.text) { previousWasPart = true } else if previousWasPart { return true }
    }
    return previousWasPart
  }

  private static func isInPicture(_ words: [ReplyWord]) -> Bool {
    for (index, word) in words.enumerated() where pictures.contains(word.text) && index > 0 {
      if ["the", "of", "each", "every", "opening", "first", "last", "final"].contains(words[index - 1].text),
        !says(words, strongParts.union(["timeline"])) || says(words, ["judges"])
      {
        return true
      }
    }
    return false
  }

  /// "Choose a style from the menu of looks I listed" is still content; "pick a mood" too.
  private static func isChoosingContent(_ words: [ReplyWord]) -> Bool {
    guard ["keep", "bring", "get", "see", "notice", "pull"].contains(words[0].text) else { return false }
    return !words.contains { locations.contains($0.text) }
  }

  private static func locatesOnScreen(_ words: [ReplyWord]) -> Bool {
    for (index, word) in words.enumerated() where index > 0 {
      if [
        "top", "upper", "bottom", "lower", "left", "right", "top-right", "top-left", "bottom-right",
        "bottom-left", "upper-right", "upper-left",
      ].contains(word.text),
        words[..<index].suffix(2).contains(where: { ["in", "at", "on", "from"].contains($0.text) })
      {
        return true
      }
    }
    return false
  }

  /// Whether something is done in, with or through a part of the interface.
  private static func usesInterface(_ words: [ReplyWord]) -> Bool {
    for (index, word) in words.enumerated() where prepositions.contains(word.text) && index > 0 {
      let object = words[(index + 1)...].prefix(6)
      if hasPart(object, strongParts)
        || object.contains(where: {
          ["timeline", "editor", "mouse", "account", "billing", "player", "interface", "keyboard"].contains(
            $0.text)
        })
      {
        return true
      }
    }
    return locatesOnScreen(words) && says(words, ["export", "download", "save", "corner"])
      && !says(words, ["logo", "title", "text", "watermark", "caption", "subtitle"])
  }

  /// "The Export button is in the top right corner", "The panel on the right lets you adjust the volume".
  private static func isWhereabouts(_ words: [ReplyWord]) -> Bool {
    guard let first = words.first,
      ["the", "your", "an", "a", "this", "there's", "there", "look", "it's", "that", "another", "its"]
        .contains(first.text) || first.isLabel
    else { return false }
    guard !isInPicture(words) else { return false }
    guard let part = words.prefix(7).firstIndex(where: { strongParts.contains($0.text) }) else {
      return false
    }
    let after = words[(part + 1)...]
    if after.first?.text == "of",
      !after.prefix(4).contains(where: {
        ["editor", "screen", "interface", "page", "timeline"].contains($0.text)
      })
    {
      return false
    }
    let before = words[..<part]
    if before.contains(where: {
      ["i", "added", "moved", "is", "has", "was", "been", "with", "shows"].contains($0.text)
    }), first.text != "there" {
      return false
    }
    let lets = after.contains { ["lets", "allows", "gives", "you", "located", "you'll"].contains($0.text) }
    if lets { return true }
    guard
      let verb = after.firstIndex(where: { ["is", "sits", "appears", "are", "can"].contains($0.text) })
        ?? (first.text.hasPrefix("there") ? part : nil)
    else { return false }
    return words[verb...].contains { locations.contains($0.text) }
  }

  // MARK: Beside instructions

  private static func isLeadIn(_ words: [ReplyWord], clause: ReplyClause, text: ReplyText) -> Bool {
    guard let first = words.first else { return false }
    if first.text == "to", words.count > 1 { return words.count <= 14 }
    if conditions.contains(first.text) || (first.text == "now" && words.count > 1 && words[1].text == "that")
    {
      return true
    }
    if first.text == "for", words.count <= 7 { return true }
    if [
      "next", "finally", "then", "first", "lastly", "alternatively", "otherwise", "afterwards", "instead",
      "from", "step",
    ].contains(first.text), words.count <= 3 {
      return true
    }
    if ["in", "on", "at", "under", "inside", "from"].contains(first.text), words.count <= 8,
      hasPart(words, strongParts) || words.contains(where: { locations.contains($0.text) }),
      !isInPicture(words)
    {
      return true
    }
    // A label: "**Export**:", "Volume —"
    let verbless = !words.contains { finiteVerbs.contains($0.text) || contentOpeners.contains($0.text) }
    if words.count <= 4, verbless, first.isLabel {
      let next = clause.range.upperBound
      let mark = text.characters[next...].first { !$0.isWhitespace && $0 != "*" }
      return mark == ":" || mark == "—" || mark == "–" || mark == "-"
        || text.characters[clause.range].last == "*" || text.characters[clause.range].contains(":")
    }
    return false
  }

  private static func continues(_ first: String, words: [ReplyWord], all: [ReplyWord]) -> Bool {
    if ["where", "which", "so"].contains(all[0].text) { return true }
    if all[0].text == "your" || all[0].text == "the" || all[0].text == "it" || all[0].text == "it'll" {
      return all.prefix(5).contains { ["will", "it'll", "starts", "begins", "downloads"].contains($0.text) }
    }
    if ["it's", "they're"].contains(all[0].text) { return all.contains { locations.contains($0.text) } }
    return continuers.contains(first) && !contentOpeners.contains(all[0].text)
  }

  /// The action of a clause that goes on with an instruction.
  private static func follow(_ clause: ReplyClause, _ text: ReplyText) -> GUIAction? {
    guard let first = strip(clause.words).first?.text else { return nil }
    if ["move", "slide", "reorder"].contains(first) {
      return EditRequest.english(clause: clause, text: text).map { .edit($0) }
    }
    return ["export", "download"].contains(first) ? .export : nil
  }

  // MARK: Actions

  private static func action(of clause: ReplyClause, words: [ReplyWord], spoken: String, text: ReplyText)
    -> GUIAction?
  {
    let has: (Set<String>) -> Bool = { any in clause.words.contains { any.contains($0.text) } }
    func mentions(_ names: String...) -> Bool { names.contains { spoken.contains($0) } }
    let verb = words.first?.text ?? ""
    let drags =
      has(["drag", "dragging", "drag-and-drop", "click-and-drag"]) || verb == "drop" || verb == "slide"
      || (["move", "reorder", "rearrange", "reposition", "trim", "place"].contains(verb) && has(["timeline"]))
    if drags {
      if has(["files", "file", "footage", "photos", "media"]),
        has(["upload", "library", "here", "area", "window", "panel"])
      {
        return nil
      }
      return EditRequest.english(clause: clause, text: text).map { .edit($0) }
    }
    if mentions(
      "billing", "subscription", "account", "top up", "top-up", "upgrade", "pricing", "buy credits",
      "your credits", "credit balance", "credits page", "wallet", "credits panel", "credits tab", "recharge")
    {
      return .credits
    }
    if mentions("export", "download")
      || (mentions("save")
        && mentions("save button", "save video", "save your video", "save the video", "save as", "save file"))
      || mentions("render button", "\"render\"", "**render**")
    {
      return .export
    }
    let clicks = pointers.contains(verb) || verb == "select" || verb == "by" || pressers.contains(verb)
    if mentions("preview", "playback", "playhead", "play button", "player") || previewers.contains(verb)
      || has(["play"])
    {
      return .summary
    }
    if has(["timeline"]), !has(["panel", "tab", "window", "menu"]),
      ["see", "view", "check", "look", "find", "review", "watch", "inspect", "scrub", "scroll"].contains(verb)
    {
      return .summary
    }
    if clicks {
      return has([
        "panel", "tab", "menu", "sidebar", "dropdown", "drop-down", "settings", "inspector", "library",
        "section",
      ]) ? .state : nil
    }
    if has([
      "panel", "panels", "tab", "tabs", "menu", "menus", "sidebar", "toolbar", "settings", "inspector",
      "library", "page", "editor", "timeline", "properties", "window", "workspace", "dashboard", "section",
      "preferences", "pane", "dialog", "media", "dropdown", "drop-down", "project", "projects", "area",
      "view",
    ]) {
      return .state
    }
    return nil
  }
}
