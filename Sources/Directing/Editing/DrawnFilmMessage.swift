/// A message about a film of drawn scenes, in the words that the readers know: its scenes are called by what is seen in them ("the
/// forest part"), its title by its words, and "it" is the title where nothing else can be meant.
enum DrawnFilmMessage {
  /// The message in those words; as it is for a film of other clips.
  static func plain(_ message: String, film: Film) -> String {
    guard film.firstShot != nil, message.utf8.count <= 400 else {
      let asks = ClauseCues(message).starts("add", "put", "play", "use", "give it", "加", "配", "来")
      guard film.bedSegment != nil || asks, message.utf8.count <= 400,
        ParsedText(message).quotations().isEmpty
      else { return message }
      return clauses(of: message).map { namingMusic($0.words) + $0.mark }.joined()
    }
    var message = turned(spelledOut(message))
    message =
      ParsedText(message).quotations().isEmpty
      ? clauses(of: message).map { namingMusic($0.words) + $0.mark }.joined() : namingMusic(message)
    message = namingTitle(message, film: film) ?? message
    message = voiceBehindColon(message) ?? message
    message = addingScene(message, count: film.videoSegments.count) ?? message
    return wishForScene(namingScenes(pointing(message, film: film), film: film))
  }

  // MARK: Short forms

  /// What is said in a word or two, as it is said in full.
  private static let shortForms: [(forms: [String], full: String)] = [
    (["square", "make it square", "square one", "正方"], "square format"),
    (["portrait", "make it portrait"], "portrait mode"),
    (["landscape", "make it landscape"], "landscape mode"),
    (
      [
        "back to colour", "back to color", "in colour again", "in color again", "colour again", "color again",
      ],
      "make it in colour"
    ),
    (["变回彩色", "恢复颜色", "改回彩色", "要彩色的"], "恢复彩色"),
    (
      [
        "back to normal", "normal style", "normal look", "the original look", "original style", "no style",
        "恢复原样", "原来的风格",
      ],
      "make it natural style"
    ),
    (["make it look old", "make it old", "look old", "old school look", "变旧一点", "做旧"], "vintage look"),
    (["for instagram", "for insta", "for ig", "发朋友圈", "发抖音"], "portrait mode"),
    (
      ["bring the music back", "music back", "put the music back", "music back on", "把音乐加回来", "音乐加回来"],
      "add music"
    ),
    (["darker sky", "a darker sky"], "make it darker"),
    (["brighter sky", "a brighter sky"], "make it brighter"),
    (["cut it in half", "halve it", "half the length", "make it half as long"], "make it half as long"),
    (["warmer colours", "warmer colors", "warm colours", "warm colors"], "make it warmer"),
    (["cooler colours", "cooler colors", "cool colours", "cool colors", "colder colours"], "make it cooler"),
  ]

  private static func spelledOut(_ message: String) -> String {
    let message = withoutStart(message)
    let polite: Set<String> = [
      "please", "pls", "ok", "okay", "now", "then", "and", "hmm", "actually", "just",
    ]
    let words = message.lowercased().split { " ,.!。！，".contains($0) }.map(String.init).filter {
      !polite.contains($0)
    }
    let bare = words.joined(separator: " ")
    return shortForms.first { $0.forms.contains(bare) }?.full ?? message
  }

  /// "use jazz", "piano please": with a film there, the name of a music is a wish for it.
  static func namingMusic(_ message: String) -> String {
    let text = ParsedText(message)
    guard (1...6).contains(text.pieces.count), Style.wish(in: message) == nil else { return message }
    var named: Int?
    for (index, piece) in text.pieces.enumerated() {
      let isKind = piece.meanings.contains {
        switch $0 {
        case .genre, .mood: true
        default: false
        }
      }
      if isKind {
        if piece.has(.musicNoun) || named != nil { return message }
        named = index
      } else {
        let isSmall =
          piece.has(.filler) || piece.has(.article) || piece.has(.edit(.useMusic)) || piece.has(.edit(.add))
          || piece.has(.edit(.change)) || piece.kind == .mark || piece.has(.command)
          || [
            "play", "to", "some", "bit", "of", "please", "for", "try", "instead", "go", "with", "under",
            "underneath", "it", "behind",
          ]
          .contains(piece.text)
          || piece.meanings.contains { if case .feeling = $0 { true } else { false } }
        guard isSmall else { return message }
      }
    }
    guard let named else { return message }
    let end = text.tokens[text.pieces[named].tokens.upperBound - 1].range.upperBound
    var scalars = Array(message.unicodeScalars)
    scalars.insert(
      contentsOf: Array((text.pieces[named].kind == .han ? "音乐" : " music").unicodeScalars), at: end)
    return String(String.UnicodeScalarView(scalars))
  }

  /// Without what only begins a sentence: "actually no, make it night"; and "stop the rain", "cut the last shot" as what they ask for.
  private static func withoutStart(_ message: String) -> String {
    let start =
      /^(?:(?:actually|wait|hmm+|nah|no|oh|ok|okay|well|so|sorry|um+|uh+)[, ]+)*(?:actually|wait|hmm+|nah|no|oh|ok|okay|well|sorry)(?: no)?, +/
      .ignoresCase()
    var rest = message
    if let match = rest.prefixMatch(of: start), match.range.upperBound < rest.endIndex {
      rest = String(rest[match.range.upperBound...])
    }
    let stop = #/(?:please )?stop the /#.ignoresCase()
    if let match = rest.prefixMatch(of: stop), !rest.lowercased().contains("music") {
      rest = "remove the " + rest[match.range.upperBound...]
    }
    let cut =
      /^(?:please )?(?:cut|lose|drop|scrap|ditch)(?: out)? ((?:the )?[\w ]*(?:shot|scene|part|clip)(?: \d+)?)$/
      .ignoresCase()
    if let match = rest.wholeMatch(of: cut) { rest = "delete \(match.1)" }
    return rest
  }

  // MARK: Titles and voices

  /// `change "Still" to "Silence"`: what changes is the title, which is called by its words. "put it at the top": nothing else
  /// stands at the top or in a corner of a drawn film.
  private static func namingTitle(_ message: String, film: Film) -> String? {
    guard let title = film.titleSegment?.title?.text else { return nil }
    let cues = ClauseCues(message)
    if let range = EditMessage.range(of: title, in: message) ?? message.range(ofHan: title) {
      let before = ClauseCues(String(message[..<range.lowerBound]))
      let changes =
        before.has("change", "replace", "swap", "rename", "turn", "make", "把", "将", "改")
        || message[..<range.lowerBound].allSatisfy { "“\"「『‘' ".contains($0) }
      let marks = "“”\"「」『』‘’' ,，"
      let rest = message[range.upperBound...].drop { marks.contains($0) }
      let links = ["to ", "with ", "into ", "for ", "改成", "换成", "改为", "变成", "替换成", "替换为"]
      if changes, before.tokens.count <= 6,
        let link = links.first(where: { rest.lowercased().hasPrefix($0) })
      {
        let words = rest.dropFirst(link.count)
        let text = EditMessage.unquoted(
          String(words.drop { $0 == " " }).trimmedEnd(of: " .。!！").replacing(" please", with: ""))
        guard !text.isEmpty, text.count <= 120 else { return nil }
        return link.first?.isASCII == true ? "change the title to “\(text)”" : "标题改成“\(text)”"
      }
    }
    guard cues.tokens.count <= 10, cues.quotations.isEmpty,
      cues.has(
        "at the top", "to the top", "at the bottom", "to the bottom", "on top", "in the corner", "corner",
        "higher up", "lower down", "top left", "top right", "bottom left", "bottom right"),
      let verb = ["put", "move", "place", "shift"].first(where: { cues.has(inOrder: $0, "it") }),
      let range = EditMessage.range(of: verb + " it", in: message)
    else { return nil }
    return message.replacingCharacters(in: range, with: verb + " the title")
  }

  /// "a voice over saying welcome home": the words stand behind a colon.
  private static func voiceBehindColon(_ message: String) -> String? {
    let cues = ClauseCues(message)
    guard cues.quotations.isEmpty, EditMessage.behindColon(message) == nil,
      cues.has("voice over", "voiceover", "narration", "narrator", "a voice", "配音", "旁白", "朗读")
    else { return nil }
    for link in ["that says", "which says", "who says", "saying", "that reads", "reading", "to say"] {
      if let range = EditMessage.range(of: link, in: message) {
        let text = message[range.upperBound...].drop { " :,".contains($0) }
        return text.isEmpty ? nil : "add a voice over: \(text)"
      }
    }
    for link in ["内容是", "说的是", "说", "念"] {
      if let range = message.range(ofHan: link), message[..<range.lowerBound].contains(/配音|旁白|朗读/) {
        let text = message[range.upperBound...].drop { " ：:，".contains($0) }
        return text.isEmpty ? nil : "加配音：\(text)"
      }
    }
    return nil
  }
}

extension String {
  /// Where a text stands, letter by letter, as it is between Han characters.
  fileprivate func range(ofHan text: String) -> Range<Index>? {
    guard text.unicodeScalars.contains(where: { $0.value > 0x2E80 }) else { return nil }
    return firstRange(of: text)
  }
}
