/// Whether the words of an English clause name a part of the interface, or a place on the screen.
enum InterfaceParts {
  private static let strongPartsAndTimeline = EnglishGUIWords.strongParts.union(["timeline"])

  /// Where something is done, after a preposition.
  static let used: Set<String> = [
    "timeline", "editor", "preview", "mixer", "viewer", "pane", "mouse", "account", "billing", "player",
    "interface", "keyboard", "shortcut", "shortcuts", "hotkey",
  ]

  /// What has its place on the screen: "the preview on the right".
  static let placed: Set<String> = ["preview", "timeline", "player", "canvas", "viewer"]

  static let placedSides: Set<String> = ["left", "right", "top", "bottom", "side", "below"]

  /// How many words may stand between the preposition and the part that is used.
  static let useReach = 6

  /// What the words of ``EnglishGUIWords/pages`` name.
  static let pageNouns: Set<String> = [
    "page", "section", "screen", "window", "view", "area", "panel", "tab", "box", "field", "bar",
  ]

  /// The sides and corners of a screen.
  static let sides: Set<String> = [
    "top", "upper", "bottom", "lower", "left", "right", "top-right", "top-left", "bottom-right",
    "bottom-left",
    "upper-right", "upper-left",
  ]

  /// What stands before a side.
  static let placings: Set<String> = ["in", "at", "on", "from"]

  /// What is done at a side of the screen, or the corner where it is done.
  static let saved: Set<String> = ["export", "download", "save", "corner"]

  private static let pictured: Set<String> = ["logo", "title", "text", "watermark", "caption", "subtitle"]

  static func says(_ words: [ReplyWord], _ any: Set<String>) -> Bool {
    words.contains { any.contains($0.text) }
  }

  static func hasPart(_ words: some Collection<ReplyWord>, _ parts: Set<String>) -> Bool {
    var previousWasPart = false
    for word in words {
      // "a panel of judges", "a menu of dishes"
      if previousWasPart, word.text == "of" { return false }
      if parts.contains(word.text) { previousWasPart = true } else if previousWasPart { return true }
    }
    return previousWasPart
  }

  static func isInPicture(_ words: [ReplyWord]) -> Bool {
    for (index, word) in words.enumerated() where EnglishGUIWords.pictures.contains(word.text) && index > 0 {
      if ["the", "of", "each", "every", "opening", "first", "last", "final"].contains(words[index - 1].text),
        !says(words, strongPartsAndTimeline) || says(words, ["judges"])
      {
        return true
      }
    }
    return false
  }

  static func locatesOnScreen(_ words: [ReplyWord]) -> Bool {
    for (index, word) in words.enumerated() where index > 0 {
      if sides.contains(word.text), words[..<index].suffix(2).contains(where: { placings.contains($0.text) })
      {
        return true
      }
    }
    return false
  }

  /// Whether something is done in, with or through a part of the interface.
  static func usesInterface(_ words: [ReplyWord]) -> Bool {
    for (index, word) in words.enumerated()
    where EnglishGUIWords.prepositions.contains(word.text) && index > 0 {
      let object = words[(index + 1)...].prefix(useReach)
      if hasPart(object, EnglishGUIWords.strongParts)
        || isNamedPage(object)
        || object.contains(where: { used.contains($0.text) })
        || isNamedKey(object)
      {
        return true
      }
    }
    return locatesOnScreen(words) && says(words, saved) && !says(words, pictured)
  }

  /// "The Export button is in the top right corner", "The panel on the right lets you adjust the volume".
  static func isWhereabouts(_ words: [ReplyWord]) -> Bool {
    guard let first = words.first,
      ["the", "your", "an", "a", "this", "there's", "there", "look", "it's", "that", "another", "its"]
        .contains(first.text) || first.isLabel
    else { return false }
    guard !isInPicture(words) else { return false }
    if isReachable(words) || isPageThatShows(words) || isPlacedPart(words) || isShownInPart(words) {
      return true
    }
    guard let part = words.prefix(7).firstIndex(where: { EnglishGUIWords.strongParts.contains($0.text) })
    else {
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
    // "a download button will appear next to the title"
    if part > 0, EnglishGUIWords.functions.contains(words[part - 1].text),
      EnglishGUIWords.controls.contains(words[part].text),
      after.prefix(3).contains(where: { appearing.contains($0.text) })
    {
      return true
    }
    let lets = after.contains { ["lets", "allows", "gives", "you", "located", "you'll"].contains($0.text) }
    if lets { return true }
    guard
      let verb = after.firstIndex(where: { ["is", "sits", "appears", "are", "can"].contains($0.text) })
        ?? (first.text.hasPrefix("there") ? part : nil)
    else { return false }
    return words[verb...].contains { EnglishGUIWords.locations.contains($0.text) }
  }

  static let keyNouns: Set<String> = ["key", "keys"]

  /// "the M key", "the arrow keys"
  private static func isNamedKey(_ words: some Collection<ReplyWord>) -> Bool {
    zip(words, words.dropFirst()).contains { pair in
      keyNouns.contains(pair.1.text)
        && ((pair.0.text.count == 1 && pair.0.isLabel) || pair.0.text == "arrow"
          || EnglishGUIWords.keys.contains(pair.0.text))
    }
  }

  /// "the Pricing page", "your account section"
  private static func isNamedPage(_ words: some Collection<ReplyWord>) -> Bool {
    zip(words, words.dropFirst()).contains { pair in
      pageNouns.contains(pair.1.text)
        && (EnglishGUIWords.pages.contains(pair.0.text) || pair.0.text == "\u{1}")
    }
  }

  /// "Your balance page shows what you have left"
  private static func isPageThatShows(_ words: [ReplyWord]) -> Bool {
    guard words.count > 3, ["your", "the"].contains(words[0].text), isNamedPage(words[1...3]) else {
      return false
    }
    return says(words, ["shows", "displays", "lists", "has", "lets"])
  }

  /// "The preview on the right updates automatically"
  private static func isPlacedPart(_ words: [ReplyWord]) -> Bool {
    guard words.count > 4, words[0].text == "the",
      let part = words.indices[1..<3].first(where: { index in
        placed.contains(words[index].text)
      }), part + 2 < words.count, ["on", "at", "in", "below", "above"].contains(words[part + 1].text)
    else { return false }
    return words[(part + 1)...].prefix(4).contains {
      placedSides.contains($0.text)
    }
  }

  private static let shownThings: Set<String> = [
    "breakdown", "details", "list", "summary", "changes", "settings", "options", "controls", "tracks",
    "clips",
    "layers", "history", "progress", "effects", "versions", "properties", "everything",
  ]
  private static let showingParts: Set<String> = [
    "sidebar", "panel", "tab", "toolbar", "inspector", "timeline", "editor", "interface", "pane",
  ]

  /// "The full breakdown is visible in the right sidebar"
  private static func isShownInPart(_ words: [ReplyWord]) -> Bool {
    guard
      let state = words.firstIndex(where: {
        ["visible", "shown", "displayed", "listed", "viewable", "reflected"].contains($0.text)
      }), state > 1, state + 1 < words.count, says(Array(words[..<state]), shownThings),
      ["in", "on", "at", "within", "inside"].contains(words[state + 1].text)
    else { return false }
    return words[(state + 2)...].prefix(5).contains { showingParts.contains($0.text) }
  }

  private static let appearing: Set<String> = [
    "appear", "appears", "pop", "pops", "show", "activate", "light",
  ]

  private static let reachable: Set<String> = [
    "available", "found", "located", "accessible", "accessed", "reached", "listed", "done",
  ]

  /// "Export is available from the File menu", "All effects can be found in the left sidebar".
  private static func isReachable(_ words: [ReplyWord]) -> Bool {
    guard let state = words.firstIndex(where: { reachable.contains($0.text) }), state > 0,
      ["is", "are", "be"].contains(words[state - 1].text)
    else { return false }
    return usesInterface(Array(words[(state - 1)...]))
  }
}
