/// The words of titles: where they are quoted, and where nothing but their capitals or their place tells them from the rest.
extension EditMessage {
  /// The message with the title called by its name where only its words are quoted: "write 'Day 1' at the top", "put “The
  /// End” in the corner", "打上“你好”".
  static func namingTitles(_ message: String) -> String {
    guard message.utf8.count <= 1000 else { return message }
    let clauses = betweenCommas(message)
    guard clauses.count < 12 else { return message }
    return clauses.map { clause in
      let words = clause
      let cues = ClauseCues(words)
      guard cues.quotations.count == 1, let quoted = cues.quotations.first, !isFile(quoted), !cues.removes,
        !cues.has(
          "title", "caption", "heading", "subtitle", "subtitles", "music", "song", "logo", "clip", "scene",
          "read", "narrate", "say", "voice", "voiceover", "aloud", "scenes", "shot", "change", "rename",
          "标题", "片名", "字幕", "音乐", "配音", "朗读", "旁白", "标志", "镜头", "场景", "片段")
      else { return words }
      for verb in ["write", "display", "type", "print", "put", "show", "add", "place"] {
        guard let range = range(of: verb, in: words),
          cues.tokens.prefix(4).contains(where: { $0.text == verb })
            || cues.has("and \(verb)", "then \(verb)"),
          isTitleBehind(words[range.upperBound...])
        else { continue }
        return words.replacingCharacters(in: range, with: "add the title")
      }
      for verb in [
        "打上", "打出", "写上", "写出", "写", "显示", "加上", "加一个", "加个", "来个", "放个", "加",
      ] {
        guard let range = words.firstRange(of: verb), isTitleBehind(words[range.upperBound...]) else {
          continue
        }
        return words.replacingCharacters(in: range, with: "加标题")
      }
      return words
    }
    .joined(separator: ",")
  }

  /// A message cut at the commas that stand in no quotation.
  private static func betweenCommas(_ message: String) -> [String] {
    let text = ParsedText(message)
    let quoted = text.quotations()
    var clauses: [String] = []
    var start = 0
    for (index, piece) in text.pieces.enumerated()
    where piece.isMark(",") && !quoted.contains(where: { $0.contains(index) }) {
      let place = text.tokens[piece.tokens.lowerBound].range.lowerBound
      // A comma of Chinese stays what it is.
      guard text.scalars[place] == "," else { continue }
      clauses.append(String(String.UnicodeScalarView(text.scalars[start..<place])))
      start = place + 1
    }
    return clauses + [String(String.UnicodeScalarView(text.scalars[start...]))]
  }

  /// The message with the words of a title between quotation marks, where only their capitals or their place behind the
  /// noun tell them from the rest: "add a title Sunny Days and make it blue".
  static func quotingTitles(_ message: String) -> String {
    guard message.utf8.count <= 1000, !message.contains(where: { "\"“”‘’「」『』".contains($0) }),
      message.contains(where: \.isLowercase)
    else { return message }
    let cues = ClauseCues(message)
    // "the title should say Lake Day"
    let said =
      /(?i:\b(?:the )?(?:title|caption|heading)(?: should| must| needs to| has to| to)? (?:says?|reads?|be))\s+(?=\p{Lu})/
    if let match = message.firstMatch(of: said),
      let words = titleWords(at: message[match.range.upperBound...])
    {
      return message[..<match.range.lowerBound] + "change the title to “" + words + "”"
        + message[match.range.upperBound...].dropFirst(words.count)
    }
    guard cues.quotations.isEmpty,
      cues.has(
        "add", "put", "write", "insert", "show", "set", "give", "with", "create", "display", "use", "saying",
        "says",
        "type", "stick") || cues.starts("title", "caption", "heading"),
      !cues.has("subtitles", "subtitle", "change the title", "rename")
    else { return message }
    if let bare = quotingBareWords(message) { return bare }
    let noun =
      /(?:[Tt]he |[Aa] |[Aa]dd |[Ss]ome )(?:[a-z]+ )?(?:title|caption|heading|words?|text)(?: card| screen| slide)?\s+(?:that says |that reads |which says |saying |reading |called |named )?/
    for match in message.matches(of: noun) {
      let rest = message[match.range.upperBound...]
      guard let words = titleWords(at: rest) else { continue }
      return message[..<match.range.upperBound] + "“" + words + "”" + rest.dropFirst(words.count)
    }
    return message
  }

  /// "write wow in yellow", "put Summer 24 at the bottom in white": nothing but writing can be meant, with "write", or where words
  /// with capitals are put somewhere on the picture.
  private static func quotingBareWords(_ message: String) -> String? {
    if let said = quotingSaidWords(message) { return said }
    for match in message.matches(
      of:
        /(?i:\b(write|type|put|show|display|add|stick))\s+((?:the )?(?:words?|text|caption) )?(?=[\p{L}\p{N}])/
    ) {
      let rest = message[match.range.upperBound...]
      let verb = match.1.lowercased()
      let writes = verb == "write" || verb == "type" || match.2 != nil && rest.first?.isUppercase == true
      guard writes || rest.first?.isUppercase == true, let words = titleWords(at: rest),
        !words.contains("."), ClauseCues(words).clipNumbers.isEmpty,
        !["it", "this", "that", "the", "a", "some", "something", "my"].contains(
          words.split(separator: " ").first?.lowercased() ?? "")
      else { continue }
      let behind = rest.dropFirst(words.count)
      let cues = ClauseCues(String(behind))
      // A file's name goes on with its ending.
      guard behind.first != ".", !behind.hasPrefix(" at 1.") else { continue }
      let isPlaced =
        cues.screenPlace != nil
        || cues.has("on screen", "on the screen", "as a title", "in the middle", "letters")
      guard writes || isPlaced else { continue }
      return message[..<match.range.lowerBound] + "add the title “" + words + "”" + behind
    }
    return nil
  }

  /// The text up to where it tells when, or for how long: "Urban Dreams for 4 seconds", "The End from 2 to 5 s". A number without
  /// its unit belongs to the words: "Road to 2030".
  private static func beforeTimes(_ text: Substring) -> Substring {
    let times =
      #/
      \s+ (?:for|from|at|after|until|till|starting|during|in|lasting|between)
      (?: \s+ (?:at|from|about|around|the|second|first|last|only|just) )* \s+
      (?: \d+:\d\d
        | (?: \d+(?:\.\d+)? | one|two|three|four|five|six|seven|eight|nine|ten | half\sa | a\sfew )
          (?: \s* (?:s|secs?|seconds?) )? (?: \s* (?:to|until|and|-|–) \s* \d+(?:\.\d+)? )?
          [\s\-]* (?:s|secs?|seconds?|mins?|minutes?|ms)\b )
      /#.ignoresCase()
    guard let match = text.firstMatch(of: times) else { return text }
    return text[..<match.range.lowerBound]
  }

  /// What a title is to say, behind "saying": to the next mark, or to where its time or its look is told.
  private static func saidWords(at text: Substring) -> String? {
    var rest = text.prefix { !",.;\n".contains($0) }
    let end =
      /\ (?:from|for|until|starting|at) (?:the |second |about )?(?:\d|first|last|top|bottom|start|end|two|three|four|five)|\ in (?:big|small|large|red|white|black|yellow|blue|green|pink|gold|the )/
      .ignoresCase()
    if let match = rest.firstMatch(of: end) { rest = rest[..<match.range.lowerBound] }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest.isEmpty || rest.count > 120 ? nil : String(rest)
  }

  /// "text in the middle saying surfs up", "title happy birthday mia over the first clip".
  private static func quotingSaidWords(_ message: String) -> String? {
    let saying =
      /(?i:^(?:please |can you |could you )*(?:add |put |have |show |some |a |the )*(?:text|title|caption|words|writing)\b([^,.;]{0,40}?) (?:saying|that says|that reads|which says|reading) )(?=[\p{L}\p{N}])/
    if let match = message.firstMatch(of: saying),
      let words = saidWords(at: message[match.range.upperBound...])
    {
      return "add the title “\(words)”\(match.1)" + message[match.range.upperBound...].dropFirst(words.count)
    }
    guard let match = message.prefixMatch(of: /(?i:(?:title|caption|heading) )(?=[\p{L}\p{N}])/),
      let words = titleWords(at: message[match.range.upperBound...])
    else { return nil }
    let rest = message[match.range.upperBound...].dropFirst(words.count)
    let said = words.lowercased().split(separator: " ").map(String.init)
    guard said.count >= 2, rest.isEmpty || rest.hasPrefix(" ") || rest.hasPrefix(","),
      !said.contains(where: {
        EditClause.wordsOfEdits.contains($0) || verbs.contains($0) || $0.hasSuffix("er")
          || $0.hasSuffix("ing")
          || [
            "is", "are", "stays", "fades", "appears", "slides", "comes", "goes", "longer", "white", "red",
            "blue",
          ].contains($0)
      })
    else { return nil }
    return "add the title “\(words)”" + rest
  }

  /// The words of a title at the start of a text: capitals with small words between them, else what stands before the next
  /// request or detail.
  private static func titleWords(at whole: Substring) -> String? {
    let text = beforeTimes(whole)
    let isCapital = text.first?.isUppercase == true || text.first?.isNumber == true
    if isCapital {
      let capitals =
        /(?:\p{Lu}|\d)[\p{L}\p{N}'’&!?-]*(?:\s+(?:(?:of|the|and|in|on|a|an|to|for|at|by|with|my|our|is|&)\s+){0,2}(?:\p{Lu}|\d)[\p{L}\p{N}'’&!?-]*)*/
      guard let match = text.prefixMatch(of: capitals) else { return nil }
      let words = String(match.output)
      // "the title Red" is a colour, "the text 3 seconds" a time.
      let clause = EditClause("title " + words, language: .english)
      return clause.settings.title.style.isEmpty && ClauseCues(words).times.isEmpty ? words : nil
    }
    let small: Set<String> = [
      "in", "at", "on", "to", "for", "from", "with", "and", "or", "of", "the", "that", "which", "card",
      "screen", "please",
      "over", "below", "above", "near", "is", "are", "should", "here", "there", "when", "after", "before",
      "during", "between",
      "then", "as", "by", "across", "onto", "into", "until", "a", "an", "it", "its", "my", "so", "but", "too",
      "again", "back",
      "away", "off", "up", "down", "animation", "effect", "overlay", "sequence", "track", "position", "size",
      "colour",
      "color", "font", "style", "slide", "fade", "bigger", "smaller", "longer", "shorter", "box", "layer",
      "now", "than",
      "prompt", "prompts", "message", "saying", "reads", "says",
    ]
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      let plain = word.lowercased().filter { $0.isLetter }
      if small.contains(plain), words.isEmpty || !["of", "the", "my", "a", "is"].contains(plain) { break }
      words.append(word)
      if word.last.map({ ",.;!?".contains($0) }) == true { break }
    }
    guard !words.isEmpty, words.count <= 8 else { return nil }
    var joined = words.joined(separator: " ")
    while joined.last.map({ ",.;".contains($0) }) == true { joined.removeLast() }
    let clause = EditClause("title " + joined, language: .english)
    let isPlain =
      clause.settings.title.style.isEmpty && clause.settings.lengths.isEmpty
      && ClauseCues(joined).times.isEmpty
    return isPlain && text.hasPrefix(joined) ? joined : nil
  }

  /// Whether a quotation begins a text, behind "the words" and the like.
  private static func isTitleBehind(_ text: Substring) -> Bool {
    var rest = text.drop { $0.isWhitespace }
    for word in ["the ", "words ", "word ", "text ", "a ", "文字", "字样"] where rest.lowercased().hasPrefix(word)
    {
      rest = rest.dropFirst(word.count).drop { $0.isWhitespace }
    }
    return rest.first.map { "\"'“‘「『".contains($0) } ?? false
  }

  private static func isFile(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    let ending = name[name.index(after: dot)...]
    return (2...4).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
  }
}
