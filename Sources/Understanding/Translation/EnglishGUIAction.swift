/// What an English instruction would have done.
enum EnglishGUIAction {
  static func action(of clause: ReplyClause, words: [ReplyWord], spoken: String, text: ReplyText)
    -> GUIAction?
  {
    if let first = words.first, EnglishGUIWords.previewers.contains(first.text), putsOff(words, in: text) {
      return .summary
    }
    let has: (Set<String>) -> Bool = { any in clause.words.contains { any.contains($0.text) } }
    func mentions(_ names: String...) -> Bool { names.contains { spoken.holds($0) } }
    let verb = words.first?.text ?? ""
    if ["grab", "pull", "stretch", "nudge"].contains(verb) || has(["pulling", "stretching"]),
      has(["edge", "edges", "handle", "handles", "end", "corner"])
    {
      return EditRequest.english(clause: clause, text: text).map { .edit($0) }
    }
    // "You can close this tab" asks to see nothing.
    if verb == "close" { return nil }
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
      "your credits", "balance page", "your balance", "plans page", "payment", "credit balance",
      "credits page", "wallet", "credits panel", "credits tab", "recharge")
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
    let clicks =
      EnglishGUIWords.pointers.contains(verb) || verb == "select" || verb == "by"
      || EnglishGUIWords.pressers.contains(verb)
    // What is clicked counts, not where: "tap the CC icon in the player" previews nothing.
    let named = clicks ? object(of: words, in: text) : spoken
    // The menu of a right click plays nothing.
    let previews =
      verb != "right-click"
      && (["preview", "playback", "playhead", "▶", "►", "spacebar"].contains { named.contains($0) }
        || named.split { !$0.isLetter }.contains { $0.hasPrefix("play") || $0 == "replay" })
    if previews || EnglishGUIWords.previewers.contains(verb) { return .summary }
    if has(["timeline"]), !has(["panel", "tab", "window", "menu"]),
      ["see", "view", "check", "look", "find", "review", "watch", "inspect", "scrub", "scroll"].contains(verb)
    {
      return .summary
    }
    // "click on the timeline to see the details"
    if clicks, has(["timeline"]), has(["see", "view", "check", "review", "inspect", "watch"]),
      !has(["panel", "tab", "window", "menu"])
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
      "mixer", "gallery", "list", "bin", "home", "storyboard", "equalizer", "equaliser",
      "view", "browser",
    ]) {
      return .state
    }
    if [" > ", " → ", " › "].contains(where: { spoken.holds($0) }) { return .state }
    // "You can find it under "My Projects""
    return EnglishImperative.findingVerbs.contains(verb) && words.contains { $0.isLabel } ? .state : nil
  }

  /// "previewing the video before exporting": what comes later is not asked for yet.
  private static func putsOff(_ words: [ReplyWord], in text: ReplyText) -> Bool {
    guard let before = words.firstIndex(where: { $0.text == "before" }), before + 1 < words.count else {
      return false
    }
    let later = words[(before + 1)...]
    return later.count <= 4 && later.contains { EnglishGUIWords.savers.contains($0.text) }
      && !InterfaceParts.hasPart(later, EnglishGUIWords.strongParts)
  }

  /// What a verb is done to, in lower case: the words up to the preposition that says where.
  private static func object(of words: [ReplyWord], in text: ReplyText) -> String {
    guard let first = words.first else { return "" }
    let places: Set<String> = [
      "in", "at", "under", "inside", "within", "below", "above", "from", "next", "near", "on",
    ]
    let stop =
      words.indices.dropFirst(2).first { index in
        places.contains(words[index].text) || (words[index].text == "to" && index > 1)
      } ?? words.count
    let end = stop < words.count ? words[stop].range.lowerBound : text.characters.count
    let purpose = String(text.characters[first.range.lowerBound..<end]).lowercased()
    // "click the button to preview it": the purpose says what the button does.
    guard stop < words.count, words[stop].text == "to", let last = words.last else { return purpose }
    return purpose
      + String(text.characters[words[stop].range.lowerBound..<last.range.upperBound]).lowercased()
  }
}
