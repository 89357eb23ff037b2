/// Turns of phrase that say an edit another way: "snow instead of rain", "too many horses", "the horses should be white".
extension DrawnFilmMessage {
  /// The message with such a turn as the edit that it means.
  static func turned(_ message: String) -> String {
    let words = message.trimmed(of: " .!?。！？")
    return englishTurn(words) ?? hanTurn(words) ?? message
  }

  private static func englishTurn(_ words: String) -> String? {
    let many =
      /(?:there(?: are|'s| is) |that's |that is )?(?:still |way |far )?(too many|too much|not enough|too few) ([a-z ]+)/
      .ignoresCase()
    if let match = words.wholeMatch(of: many) {
      let isMuch = match.1.lowercased().hasPrefix("too m")
      return "\(isMuch ? "fewer" : "more") \(match.2)"
    }
    let enough =
      /(?:only |just )?(one|two|three|four|five|six|\d+) ([a-z]+)(?: (?:is|are) (?:enough|plenty)| only)/
      .ignoresCase()
    if let match = words.wholeMatch(of: enough) { return "make the \(match.1) \(match.2)" }
    let only = /(?:only|just) (one|two|three|four|five|six|\d+) ([a-z]+?)(?:,? please)?/.ignoresCase()
    if let match = words.wholeMatch(of: only),
      !["seconds", "second", "minutes", "sec", "secs"].contains(match.2)
    {
      return "make the \(match.1) \(match.2)"
    }
    let instead =
      /(?:please )?(?:i'd like |i want |use |have )?([a-z ]+?) (?:instead of|rather than) (?:the )?([a-z ]+)/
      .ignoresCase()
    if let match = words.wholeMatch(of: instead), drawn(String(match.1)), drawn(String(match.2)) {
      return "replace the \(match.2) with \(match.1)"
    }
    let music = /(?:the )?music should (?:be |sound )(?:a bit |much )?(?:more )?([a-z\- ]+)/.ignoresCase()
    if let match = words.wholeMatch(of: music) { return "\(match.1) music" }
    let some = /something (?:more )?([a-z\-]+) for (?:the )?music/.ignoresCase()
    if let match = words.wholeMatch(of: some) { return "\(match.1) music" }
    let should = /(?:i think )?(?:the )?([a-z ]+?) should (?:be )?([a-z ]+)/.ignoresCase()
    if let match = words.wholeMatch(of: should), drawn(String(match.1)) {
      return "make the \(match.1) \(match.2)"
    }
    let could = /(?:could|can|should) (the [a-z ]+?) be ([a-z ]+)/.ignoresCase()
    if let match = words.wholeMatch(of: could), drawn(String(match.1)) { return "make \(match.1) \(match.2)" }
    let same =
      /(?:the )?same(?: thing| scene| video| one)?,? but (?:with (.+)|(?:at |in |during )?(?:the )?([a-z ]+))/
      .ignoresCase()
    if let match = words.wholeMatch(of: same) {
      return match.1.map { "add \($0)" } ?? match.2.map { "make it \($0)" }
    }
    if let wilder = tooOrLess(words) { return wilder }
    let out =
      /(?:please |can you |could you )*take (?:the |that |those |my )?([a-z ]+?) (?:out|away)(?: of .+)?(?: please)?/
      .ignoresCase()
    if let match = words.wholeMatch(of: out), drawn(String(match.1)) { return "remove the \(match.1)" }
    let half =
      /(?:please )?(?:cut|trim|shorten|get|bring|make) (?:it|the whole thing|everything|the film|the video|this)(?: down)? (?:to|by|in) half(?: the length| its length)?(?: please)?/
      .ignoresCase()
    if words.wholeMatch(of: half) != nil { return "make it half as long" }
    let tinted =
      /(?:make )?(.+?) (?:a bit |a little |much |way )?more (red|orange|yellow|gold|golden|green|turquoise|blue|purple|violet|pink|brown|white|black|grey|gray)/
      .ignoresCase()
    if let match = words.wholeMatch(of: tinted),
      match.1.contains(/\b(?:sky|it|light|scene|everything)\b/.ignoresCase()) || drawn(String(match.1))
    {
      return "make \(match.1) \(match.2)"
    }
    let coloured =
      /(?:the )?([a-z]+(?: [a-z]+)?) (red|orange|yellow|gold|golden|green|turquoise|blue|purple|violet|pink|brown|white|black|grey|gray)(?: and [a-z]+)?(?:,? please)?/
      .ignoresCase()
    if let match = words.wholeMatch(of: coloured), drawn(String(match.1)),
      !ClauseCues(words).has("make", "add", "turn", "paint", "change", "in", "and then", "sky")
    {
      return "make the \(match.1) \(match.2)"
    }
    if words.contains(/^(?:please )?shake the camera/.ignoresCase()) { return "handheld camera" }
    if let light = lightAlone(words) { return light }
    let calm = /calm (the [a-z ]+|it|things) down/.ignoresCase()
    if let match = words.wholeMatch(of: calm) { return "make \(match.1 == "things" ? "it" : match.1) calmer" }
    let seen =
      /(?:let's|lets|can we|i want to|i'd like to) (?:see|have|try) it (?:at|in|during|as) (?:the )?(.+)/
      .ignoresCase()
    if let match = words.wholeMatch(of: seen) { return "make it \(match.1)" }
    let given = /give ((?:the )?[a-z]+ (?:scene|shot)|scene \d+) (.+)/.ignoresCase()
    if let match = words.wholeMatch(of: given), drawn(String(match.2)) {
      return "add \(match.2) to \(match.1)"
    }
    let anew =
      /(?:delete|clear|scrap|remove|forget) (?:everything|it all|all of it|all) and (?:start|begin) (?:again|over|anew|new) with (.+)/
      .ignoresCase()
    if let match = words.wholeMatch(of: anew) { return String(match.1) }
    return nil
  }

  /// "the waves are too calm", "less stormy", "the boat is too small": what is said of the weather is said of the wind and the waves, what is
  /// said of a thing is changed in it.
  private static func tooOrLess(_ words: String) -> String? {
    let less =
      /(?:make it |a bit |much |way |please )*less (stormy|windy|wild|rough|choppy|hectic|turbulent|violent)(?: please| pls)?/
      .ignoresCase()
    if words.wholeMatch(of: less) != nil { return "make it calmer" }
    let more =
      /(?:make it |a bit |much |way |please )*more (stormy|windy|wild|rough|choppy|turbulent)(?: please| pls)?/
      .ignoresCase()
    if words.wholeMatch(of: more) != nil { return "make it wilder" }
    let too =
      /(?:but |and |i think )?(?:the |my )?([a-z ]+?)(?:'s| is| are| looks?| seems?) (?:still |a bit |way |far |much )?too ([a-z]+)(?: for me| now)?/
      .ignoresCase()
    guard let match = words.wholeMatch(of: too) else { return nil }
    let thing = String(match.1), adjective = match.2.lowercased()
    guard drawn(thing) || ["wind", "weather", "water", "it"].contains(thing.lowercased()) else { return nil }
    switch adjective {
    case "calm", "still", "flat", "tame", "gentle": return "make it wilder"
    case "wild", "rough", "stormy", "choppy", "violent", "strong", "windy": return "make it calmer"
    default: break
    }
    guard drawn(thing) else { return nil }
    let opposites = [
      "small": "bigger", "tiny": "bigger", "little": "bigger", "big": "smaller", "large": "smaller",
      "huge": "smaller", "slow": "faster", "fast": "slower", "quick": "slower",
    ]
    return opposites[adjective].map { "make the \(thing) \($0)" }
  }

  private static func hanTurn(_ words: String) -> String? {
    if let light = lightAlone(words) { return light }
    if let match = words.wholeMatch(of: /(?:这个|那个|画面里的?)?(.{1,6}?)太(多|少|大|小|快|慢)了?/), drawn(String(match.1)) {
      let other = ["多": "少一点", "少": "多一点", "大": "小一点", "小": "大一点", "快": "慢一点", "慢": "快一点"]
      return "\(match.1)\(other[String(match.2)] ?? "")"
    }
    if let match = words.wholeMatch(of: /(.{1,8}?)(?:代替|取代)(.{1,8})/), drawn(String(match.1)),
      drawn(String(match.2))
    {
      return "把\(match.2)换成\(match.1.hasPrefix("用") ? match.1.dropFirst() : match.1)"
    }
    return nil
  }

  /// "golden hour light", "night": a time of day by itself is one for the film that there is.
  private static func lightAlone(_ words: String) -> String? {
    let text = ParsedText(words)
    guard text.pieces.count <= 4, !text.pieces.contains(where: { $0.has(.article) || $0.has(.command) })
    else { return nil }
    let sketch = SceneReader.read(text, in: text.pieces.indices)
    // A sunset is a scene by itself, its light is not.
    let isOfLight = sketch.mentions.isEmpty || words.lowercased().contains("light") || words.contains("光")
    guard let light = sketch.light, light.isStated, sketch.nouns.isEmpty, isOfLight else { return nil }
    let isTime = text.pieces.allSatisfy { piece in
      piece.kind == .mark || piece.isIdle || piece.has(.filler)
        || piece.meanings.contains {
          switch $0 {
          case .time, .sky, .adjective, .scene: true
          default: false
          }
        }
    }
    guard isTime else { return nil }
    return Language.of(words) == .chinese ? "变成\(words)" : "make it \(words)"
  }

  /// Whether words name something that can be drawn.
  static func drawn(_ words: String) -> Bool {
    let text = ParsedText(words)
    return !SceneReader.read(text, in: text.pieces.indices).mentions.isEmpty
  }
}
