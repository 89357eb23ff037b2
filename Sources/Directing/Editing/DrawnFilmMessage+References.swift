/// Which scene is meant: "the second one", "the part where the sun sets", "add birds to the sunset", "zoom in on the lighthouse".
extension DrawnFilmMessage {
  /// The message with scenes that are pointed at called by their numbers, clause by clause.
  static func pointing(_ message: String, film: Film) -> String {
    let segments = film.videoSegments
    guard (1...40).contains(segments.count), message.utf8.count <= 300,
      ParsedText(message).quotations().isEmpty
    else { return message }
    var pointed = clauses(of: message)
    for index in pointed.indices { pointed[index].words = point(pointed[index].words, segments) }
    // "put scene 3 first and scene 1 last" is two requests.
    for index in pointed.indices.dropLast()
    where pointed[index].words.contains(/scene \d/)
      && pointed[index + 1].words.contains(/^scene \d+ (?:first|last|at|to)/)
    {
      pointed[index].mark = ", "
    }
    return pointed.map { $0.words + $0.mark }.joined()
  }

  private static func point(_ clause: String, _ segments: [Film.Segment]) -> String {
    guard segments.count > 1 else { return aimed(clause, segments) }
    if let changed = relit(clause, segments) { return changed }
    var words = described(ordered(clause, count: segments.count), segments)
    words = beside(marked(words, segments), segments)
    words = placed(moved(spared(words, segments), segments), segments)
    return aimed(words, segments)
  }

  /// "change the sunset to night", "把日落改成夜晚": the scene that has that light gets another.
  private static func relit(_ words: String, _ segments: [Film.Segment]) -> String? {
    let english =
      /^((?:please |can you )*(?:change|turn|make)) (?:the |my )([\w ]+?)(?: scene| part| one)? (?:to|into|a) (?:a |the )?([\w ]+?)$/
      .ignoresCase()
    let han = /^((?:请)?把)(.{1,6}?)(?:那段|的镜头)?(?:改成|换成|变成|改为)(.+)$/
    guard
      let (head, thing, light) = words.wholeMatch(of: english).map({
        (String($0.1), String($0.2), String($0.3))
      })
        ?? words.wholeMatch(of: han).map({ (String($0.1), String($0.2), String($0.3)) })
    else { return nil }
    func sketch(_ words: String) -> Sketch {
      let text = ParsedText(words)
      return SceneReader.read(text, in: text.pieces.indices)
    }
    let new = sketch(light)
    guard sketch(thing).light?.isStated == true, new.light?.isStated == true,
      new.mentions.allSatisfy({ $0.kind == .sun || $0.kind == .stars }),
      let shot = scene(named: thing, in: segments)
    else { return nil }
    return Language.of(words) == .chinese
      ? "\(head)\(name(shot, words))改成\(light)" : "make \(name(shot, words)) \(light)"
  }

  /// "the stars part", "the lighthouse one"
  private static func marked(_ words: String, _ segments: [Film.Segment]) -> String {
    words.replacing(
      /\bthe ([\w']+(?: [\w']+){0,2}?) (?:part|section|scene|shot|one)\b(?! \d)/.ignoresCase()
    ) { match in
      let isName = !String(match.1).contains(/\b(?:the|a|from|in|to|of|on|at|into|and)\b/.ignoresCase())
      return isName
        ? scene(named: String(match.1), in: segments).map { name($0, words) } ?? String(match.0)
        : String(match.0)
    }
  }

  /// "have scene 3 come before the sunset"
  private static func beside(_ words: String, _ segments: [Film.Segment]) -> String {
    guard
      let match = words.wholeMatch(
        of:
          /^(.*scene \d+.*) (before|after|behind) (?:the |my )?([\w' ]+?)(?: (?:part|bit|scene|shot|one))?( please)?$/
          .ignoresCase()),
      let shot = scene(named: String(match.3), in: segments)
    else { return words }
    return "\(match.1) \(match.2) \(name(shot, words))"
  }

  /// "… except the sunset"
  private static func spared(_ words: String, _ segments: [Film.Segment]) -> String {
    let pattern =
      /^(.+ (?:except|but not|apart from|other than|excluding)(?: for| in| on)?) (?:the |my )?([\w' ]+?)(?: (?:part|bit|scene|shot|one))?$/
      .ignoresCase()
    guard let match = words.wholeMatch(of: pattern), let shot = scene(named: String(match.2), in: segments)
    else { return words }
    return "\(match.1) \(name(shot, words))"
  }

  /// "put the mountains first", "the lighthouse last": where in the film a scene goes.
  private static func moved(_ words: String, _ segments: [Film.Segment]) -> String {
    let pattern =
      /^((?:please |can you |could you )*(?:put|move|have|show|bring|make)? ?)(?:the |my )([\w' ]+?)(?: (?:part|bit|scene|shot|one))? (first|last|at the (?:very )?(?:start|end|beginning)|to the (?:start|end|front|beginning|back))( please)?$/
      .ignoresCase()
    guard let match = words.wholeMatch(of: pattern), let shot = scene(named: String(match.2), in: segments)
    else { return words }
    let verb = match.1.isEmpty || match.1 == " " ? "" : String(match.1)
    return "\(verb)\(name(shot, words)) \(match.3)"
  }

  /// The clauses with what stands between them.
  static func clauses(of message: String) -> [(words: String, mark: String)] {
    var clauses: [(words: String, mark: String)] = []
    var start = message.startIndex
    for match in message.matches(
      of: /[,.;!?，。；！？]\s*(?:and |then )?|\s+(?:and then|then|and)\s+/.ignoresCase())
    {
      // "2.5 seconds", "between the first and the second"
      let isInNumber = match.output.hasPrefix(".") && match.output.count == 1
      let head = message[start..<match.range.lowerBound]
      let isPair = match.output.contains("and") && head.contains(/\b(?:between|swap|switch)\b/.ignoresCase())
      if isInNumber && match.range.upperBound < message.endIndex || isPair { continue }
      clauses.append((String(head), String(match.output)))
      start = match.range.upperBound
    }
    clauses.append((String(message[start...]), ""))
    return clauses
  }

  private static func name(_ index: Int, _ words: String) -> String {
    Language.of(words) == .chinese ? "第\(index + 1)个镜头" : "scene \(index + 1)"
  }

  /// "the second one", "the last bit"
  private static func ordered(_ words: String, count: Int) -> String {
    var words = words
    // "replace the second scene with a beach"
    if words.contains(/\b(?:replace|turn)\b/.ignoresCase()) {
      words = words.replacing(
        /\b(?:the )?(first|second|third|fourth|fifth|last) (?:scene|shot)\b/.ignoresCase()
      ) { match in
        guard let number = ClauseCues.ordinals[String(match.1).lowercased()] else { return String(match.0) }
        return "scene \((number < 0 ? count + number : number) + 1)"
      }
    }
    let hanNumbers = Array("一二三四五六七八九")
    words = words.replacing(/第([一二三四五六七八九\d])(?:个)?(?:段|部分|幕|画面)(?!时间)/) { match in
      "第\(match.1)个镜头"
    }
    .replacing(/最后(?:一|那)(?:段|部分)/) { _ in
      "第\(count <= hanNumbers.count ? String(hanNumbers[count - 1]) : String(count))个镜头"
    }
    let middle = count % 2 == 1 ? count / 2 : nil
    return words.replacing(/\bthe middle (?:one|bit|part|scene|shot)\b/.ignoresCase()) { match in
      middle.map { "scene \($0 + 1)" } ?? String(match.0)
    }
    .replacing(
      /\b(?:the )?(?:very )?(first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th) (?:one|bit|part|picture|section)\b/
        .ignoresCase()
    ) { match in
      guard let number = ClauseCues.ordinals[String(match.1).lowercased()] else { return String(match.0) }
      return "scene \((number < 0 ? count + number : number) + 1)"
    }
  }

  /// "the part where the sun sets", "the one with the boat"
  private static func described(_ words: String, _ segments: [Film.Segment]) -> String {
    let pattern =
      /\b(?:the )?(?:part|bit|scene|shot|one|moment|section) (?:where|when|with|in which|that shows|that has|of|showing) (?:the |a |an )?(.+?)(?= (?:is|are|should|needs?|has to|must|could|can|to|a bit|a little|way|too|be|at|more|less|for|longer|shorter|slower|faster|darker|brighter|first|last|before|after)\b|$)/
      .ignoresCase()
    return words.replacing(pattern) { match in
      scene(named: String(match.1), in: segments).map { name($0, words) } ?? String(match.0)
    }
  }

  /// "add birds to the sunset": what is added comes into the scene that is called so.
  private static func placed(_ words: String, _ segments: [Film.Segment]) -> String {
    let pattern =
      /^((?:please |can you |could you )*(?:add|put|place|have|get|i want|i'd like|give me|some|a few|an?|two|three|more)\b.+?) (?:to|in|into|inside|over|on|onto|for) (?:the |my )([\w' ]+?)(?: (?:part|bit|scene|shot|one))?( please)?$/
      .ignoresCase()
    guard let match = words.wholeMatch(of: pattern),
      !words.contains(/\b(?:scene|shot|title|text|music|song)\b/.ignoresCase()),
      let shot = scene(named: String(match.2), in: segments), drawn(String(match.1))
    else { return words }
    let verb = match.1.contains(/^(?:some|a few|an?|two|three|more)\b/.ignoresCase()) ? "add " : ""
    return "\(verb)\(match.1) to \(name(shot, words))"
  }

  /// "zoom in slowly on the lighthouse": a move of the camera in the scene where that is seen.
  private static func aimed(_ words: String, _ segments: [Film.Segment]) -> String {
    let pattern =
      /^((?:please |can you |could you |slowly |an? |slow |gentle |quick )*(?:zoom(?: in| out)?|push in|pull out|pan(?: left| right| up| down)?|tilt(?: up| down)?|move (?:in|closer)|go closer)(?: slowly| gently| quickly)?)(?: (?:on|to|at|into|onto|across|over|towards?|in|for)) (?:the )?([\w' ]+?)(?: (?:part|bit|scene|shot|one))?( please)?$/
      .ignoresCase()
    guard let match = words.wholeMatch(of: pattern),
      !match.2.contains(/\b(?:scene|shot)\b|^\d/.ignoresCase()),
      !["left", "right", "end", "start", "beginning", "middle", "whole thing"].contains(match.2.lowercased())
    else { return words }
    let thing = String(match.2)
    if let shot = scene(named: thing, in: segments) {
      return segments.count > 1 ? "\(match.1) in \(name(shot, words))" : String(match.1)
    }
    let text = ParsedText(thing)
    let kinds = SceneReader.read(text, in: text.pieces.indices).mentions.map(\.kind)
    // What is in several scenes is looked at in all of them.
    let isThere =
      !kinds.isEmpty
      && kinds.allSatisfy { kind in
        segments.contains { $0.shot?.element(kind) != nil }
      }
    return isThere ? String(match.1) : words
  }

  /// The one scene that words name by what is seen in it.
  private static func scene(named words: String, in segments: [Film.Segment]) -> Int? {
    let text = ParsedText(words)
    guard !text.pieces.isEmpty, text.pieces.count <= 8 else { return nil }
    return scene(of: SceneReader.read(text, in: text.pieces.indices), in: segments)
  }
}
