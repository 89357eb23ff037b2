/// Whether an English clause tells or offers the user to operate the interface, by its verb and the verb's object.
struct EnglishImperative {
  private typealias Lists = EnglishGUIWords

  static let handlingVerbs: Set<String> = [
    "unmute", "pause", "refresh", "reload", "maximize", "maximise", "minimize", "minimise", "collapse",
    "zoom",
  ]
  static let handledParts: Set<String> = [
    "player", "page", "preview", "window", "timeline", "browser", "editor",
  ]
  static let grabVerbs: Set<String> = ["grab", "pull", "stretch", "nudge", "hold", "resize"]
  static let grips: Set<String> = ["edge", "edges", "handle", "handles", "end", "corner"]
  private static let gripped: Set<String> = [
    "clip", "clip's", "its", "track", "segment", "timeline", "layer", "title",
  ]

  /// The words after what addresses the user ("you can", "please"); at least one.
  let words: [ReplyWord]
  /// Whether such words stood before.
  let addressed: Bool
  let text: ReplyText

  private var first: ReplyWord { words[0] }
  private var verb: String { words[0].text }
  private var next: ReplyWord? { words.count > 1 ? words[1] : nil }
  private var inPicture: Bool { InterfaceParts.isInPicture(words) }
  private var strong: Bool { !inPicture && InterfaceParts.hasPart(words.dropFirst(), Lists.strongParts) }
  private var weak: Bool { !inPicture && InterfaceParts.hasPart(words.dropFirst(), Lists.weakParts) }

  /// Whether the clause is an instruction.
  var isInstruction: Bool {
    guard !words.isEmpty else { return false }
    if Lists.pointers.contains(verb) { return points }
    if isMenuPath || isNamedControl || grabs || handlesPart || findsFilm { return true }
    if Lists.pressers.contains(verb) { return presses }
    if Lists.previewers.contains(verb) { return previews }
    if Lists.navigators.contains(verb) { return navigates }
    if Lists.editors.contains(verb) || Lists.savers.contains(verb), !inPicture {
      return InterfaceParts.usesInterface(words) || isDoneByHand
    }
    return isOffer
  }

  /// "Choose File > Export", "under Profile → Billing".
  private var isMenuPath: Bool {
    guard text.hasPathSign, words.count > 1, let last = words.last else { return false }
    let imperative =
      addressed || Lists.navigators.contains(verb) || Lists.editors.contains(verb)
      || Lists.savers.contains(verb)
    guard imperative else { return false }
    let between = String(text.characters[first.range.upperBound..<last.range.lowerBound])
    return [" > ", " → ", " › ", " » "].contains { between.holds($0) }
  }

  /// "Smash that Export button", "give the Play button a click": whatever is done to a control that is named.
  private var isNamedControl: Bool {
    guard !inPicture, !Lists.contentOpeners.contains(verb),
      !words.contains(where: { Lists.reporters.contains($0.text) })
    else { return false }
    guard
      let part = words.indices.dropFirst(2).first(where: { index in
        Lists.controls.contains(words[index].text) && Lists.functions.contains(words[index - 1].text)
      })
    else { return false }
    let determiner = words[1..<part].firstIndex { ["the", "that", "your", "this"].contains($0.text) }
    // The third person tells of someone in the picture: "hits the red button".
    guard !verb.hasSuffix("s") || verb == "press" else { return false }
    return determiner.map { $0 <= 3 && part - $0 <= 3 } == true && !Lists.prepositions.contains(verb)
      && !Lists.conditions.contains(verb) && !words[..<part].contains { Lists.finiteVerbs.contains($0.text) }
  }

  static let findingVerbs: Set<String> = ["find", "locate", "access", "get"]
  static let found: Set<String> = [
    "video", "film", "movie", "file", "files", "project", "projects", "export", "exports", "clip", "clips",
    "result",
    "version", "versions", "it", "them", "draft", "render",
  ]

  /// "You can find your video under "My Projects"": a place with a name of its own is one of the interface.
  private var findsFilm: Bool {
    guard addressed, !inPicture, Self.findingVerbs.contains(verb), words.count > 3,
      let place = words.dropFirst(2).firstIndex(where: { ["under", "in", "from"].contains($0.text) }),
      place + 1 < words.count, words.count - place <= 4,
      words[1..<place].contains(where: { Self.found.contains($0.text) })
    else { return false }
    return words[place + 1].text == "\u{1}"
      || (words[place + 1].text == "my" && words[place + 1].isLabel && place + 2 < words.count
        && words[place + 2].isLabel)
  }

  /// "unmute the player", "refresh the page"
  private var handlesPart: Bool {
    Self.handlingVerbs.contains(verb) && words.count > 2 && ["the", "your"].contains(words[1].text)
      && Self.handledParts.contains(words[2].text)
  }

  /// "grab the clip's edge", "pull the right handle inward"
  private var grabs: Bool {
    Self.grabVerbs.contains(verb) && !inPicture && InterfaceParts.says(words, Self.grips)
      && InterfaceParts.says(words, Self.gripped)
  }

  /// click, tap, drag, hover.
  private var points: Bool {
    guard let next else { return true }
    if verb.hasSuffix("ing"), !strong, !next.isLabel,
      !["the", "on", "it", "any", "over", "your"].contains(next.text)
    {
      return false
    }
    if words.dropFirst().prefix(3).contains(where: { Lists.bodily.contains($0.text) }), !strong {
      return false
    }
    return Lists.determiners.contains(next.text) || next.isLabel || strong || addressed
      || Lists.pointedAt.contains(next.text)
  }

  /// press, hit, drop.
  private var presses: Bool {
    guard let next else { return false }
    if next.isLabel && next.text != "the" { return true }
    if Lists.keys.contains(next.text) { return true }
    let object = words.dropFirst().prefix(3)
    if ["the", "your"].contains(next.text), object.contains(where: { Lists.keyNames.contains($0.text) }) {
      return true
    }
    if text.characters[first.range.upperBound...].prefix(8).contains(where: { "▶►⏵⏯".contains($0) }) {
      return true
    }
    if verb == "drop" || verb == "slide" {
      return strong
        || (weak
          && InterfaceParts.says(words, ["timeline", "track", "tracks", "area", "canvas", "here", "library"]))
        || InterfaceParts.says(words, ["files"])
    }
    return strong || (InterfaceParts.says(words, ["play", "export", "download"]) && next.text == "the")
  }

  /// preview, play, scrub.
  private var previews: Bool {
    guard let next else { return addressed }
    if inPicture { return false }
    return Lists.previewed.contains(next.text) && (addressed || words.count <= 14)
  }

  /// open, go to, switch to, find, use.
  private var navigates: Bool {
    if inPicture { return false }
    if strong { return !isChoosingContent }
    if weak, navigatesToWeakPart { return true }
    if weak { return addressed && isDoneByHand }
    // "Go to File > Export", "Open Settings"
    if Lists.places.contains(verb),
      words.dropFirst().contains(where: { $0.isLabel && Lists.menus.contains($0.text) })
    {
      return true
    }
    if addressed, isDoneByHand { return true }
    // "use Ctrl+Z"
    if verb == "use", let next, next.text.hasPrefix("ctrl") || next.text.hasPrefix("cmd") { return true }
    // "check it out by pressing play"
    if Lists.viewers.contains(verb), InterfaceParts.says(words, ["by"]), isDoneByHand { return true }
    return InterfaceParts.locatesOnScreen(words)
      && (addressed || ["find", "see", "use", "look", "select", "choose"].contains(verb))
  }

  private var navigatesToWeakPart: Bool {
    if Lists.places.contains(verb) { return InterfaceParts.says(words, Lists.destinations) }
    return InterfaceParts.says(words, Lists.viewedParts) && (addressed || Lists.viewers.contains(verb))
  }

  /// "by dragging", "with a click": done with the mouse, whatever the verb.
  private var isDoneByHand: Bool {
    words.contains { Lists.gerunds.contains($0.text) }
      || zip(words, words.dropFirst()).contains { pair in
        ["a", "one", "single", "the"].contains(pair.0.text) && ["click", "tap"].contains(pair.1.text)
      }
  }

  /// Clauses that begin with no verb of the interface: "In the right panel you can …", "it can be adjusted in …",
  /// "you can compare them using the toggle".
  private var isOffer: Bool {
    guard !inPicture else { return false }
    if addressed, !Lists.speech.contains(verb), InterfaceParts.usesInterface(words) || isDoneByHand {
      return true
    }
    if addressed
      || ["in", "on", "at", "under", "from", "inside", "using", "with", "through", "via"].contains(verb)
    {
      if let you = words.firstIndex(where: { $0.text == "you" || $0.text == "you'll" }), you > 0,
        InterfaceParts.hasPart(words[..<you], Lists.strongParts)
          || InterfaceParts.hasPart(words[..<you], ["timeline", "editor", "library"])
          || (words[..<you].contains { Lists.locations.contains($0.text) } && namesControl(words[you...]))
      {
        return true
      }
    }
    // "it can be adjusted in the audio panel", "it's ready to export from the top menu"
    let offers =
      (InterfaceParts.says(words, ["be"]) && InterfaceParts.says(words, ["can", "could", "may"]))
      || (InterfaceParts.says(words, ["ready", "available", "possible"])
        && InterfaceParts.says(words, ["to", "for", "from"])
        && words.contains { Lists.savers.contains($0.text) || Lists.editors.contains($0.text) })
    if offers, InterfaceParts.usesInterface(words) || isDoneByHand { return true }
    return ["by", "via", "with"].contains(verb) && isDoneByHand
      && (next.map { Lists.gerunds.contains($0.text) } ?? false)
  }

  /// "On the left you can see the media panel": a part with the name of a control.
  private func namesControl(_ words: ArraySlice<ReplyWord>) -> Bool {
    words.indices.dropFirst().contains { index in
      Lists.controls.contains(words[index].text) && Lists.functions.contains(words[index - 1].text)
    }
  }

  /// "Choose a style from the menu of looks I listed" is still content; "pick a mood" too.
  private var isChoosingContent: Bool {
    guard ["keep", "bring", "get", "see", "notice", "pull"].contains(verb) else { return false }
    return !words.contains { Lists.locations.contains($0.text) || $0.text == "up" }
  }
}
