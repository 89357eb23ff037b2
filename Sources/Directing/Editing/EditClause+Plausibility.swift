/// Whether a clause can be the description of a picture, or only something that is said of a film.
extension EditClause {
  /// Whether a scene could be meant: it names something that can be drawn or has a stand-in, or is told as a picture is told,
  /// with a thing that does something or is somewhere ("a robot dancing", "a gryphon on a rock"). "more oomph" is none.
  var isPlausibleScene: Bool {
    // A long text is a prompt.
    guard words.utf8.count <= 1000 else { return true }
    // What a film has is no scene.
    if ClauseCues(words).starts(
      "title", "the title", "caption", "the caption", "the music", "the logo", "the subtitles", "the sound",
      "the volume", "the ending", "the opening", "let the camera", "the camera", "move the camera",
      "标题", "片名", "字幕", "结尾", "开头", "节奏", "镜头")
      || isSaidOfFilm
    {
      return false
    }
    let sketches = allSketches
    if sketches.contains(where: { sketch in
      !sketch.mentions.isEmpty || !sketch.lights.isEmpty || sketch.occasion != nil || !sketch.feelings.isEmpty
        || sketch.nouns.contains { $0.standIn != nil }
    }) {
      return true
    }
    let pieces = text.pieces
    if pieces.contains(where: { $0.has(.filmWord) || $0.has(.measure) && $0.kind == .han }) { return true }
    let cues = ClauseCues(words)
    guard !cues.tokens.contains(where: { Self.wordsOfEdits.contains($0.text) }) else { return false }
    let places: Set<String> = [
      "in", "on", "at", "over", "under", "through", "with", "near", "beside", "above", "behind", "inside",
      "among",
      "across", "around", "along", "from",
    ]
    let isTold = cues.tokens.contains {
      places.contains($0.text) || $0.text.count > 4 && $0.text.hasSuffix("ing")
    }
    // "a kraken", "two robots", but "some zing"
    let counts: Set<String> = ["a", "an", "one", "two", "three", "four", "five", "many", "several"]
    let first = cues.tokens.first.map(\.text) ?? ""
    let opensWithThing =
      cues.tokens.count >= 2 && counts.contains(first)
      || cues.tokens.count >= 3 && ["the", "some"].contains(first)
    return isTold || opensWithThing
  }

  /// Whether it begins as nobody describes a picture: with the verb of an edit and what is there, with "everything", with a text.
  private static func edits(_ cues: ClauseCues) -> Bool {
    let polite: Set<String> = [
      "please", "can", "could", "you", "now", "then", "and", "just", "ok", "okay", "also", "maybe", "would",
    ]
    let words = cues.tokens.drop { polite.contains($0.text) }.map(\.text)
    guard let first = words.first else { return false }
    let next = words.dropFirst().first ?? ""
    if ["everything", "all"].contains(first) {
      return ["in", "should", "to", "of", "but", "except", "is"].contains(next)
    }
    if ["text", "words", "lettering", "captions", "writing"].contains(first) {
      return ["in", "at", "on", "saying", "that", "across", "over", "bottom", "top"].contains(next)
    }
    // "square with blurry edges"
    if cues.ratio != nil, cues.has("edges", "sides", "bars", "borders", "padding"), words.count <= 8 {
      return true
    }
    let verbs: Set<String> = [
      "take", "put", "move", "swap", "trim", "delete", "remove", "reduce", "increase", "lower", "raise",
      "mute", "crop",
      "rotate", "flip", "duplicate", "insert", "keep", "replace", "change", "set", "get", "lose", "leave",
      "bring",
    ]
    return verbs.contains(first)
      && ["the", "it", "that", "this", "them", "those", "these", "my", "all", "everything", "rid", "scene"]
        .contains(next)
  }

  /// Whether it can only be said of a film that there is: what is wrong with it, how a part of it should be, when something is to be.
  private var isSaidOfFilm: Bool {
    let cues = ClauseCues(words)
    // "let the rain fall on a neon city", "music box in a snowy window": a place that is brought in.
    let bringsPlace =
      cues.has("a", "an") && sketch.comparisons.isEmpty && verbs.isEmpty
      && sketch.mentions.contains { $0.kind.isGround || [.city, .window, .house].contains($0.kind) }
    if bringsPlace, !cues.has("should", "too", "one", "scene", "part", "shot", "clip", "except", "out", "off")
    {
      return false
    }
    if Self.edits(cues) || cues.starts("i'd like the", "i want the", "i need the", "let the")
      || cues.has("should")
    {
      return true
    }
    // "the middle one", "scene 2": something of the film.
    if words.contains(
      /\b(?:the|that|this) (?:\w+ ){0,2}(?:one|part|bit|scene|shot|clip)\b|\b(?:scene|clip|shot) \d/
        .ignoresCase())
    {
      return true
    }
    if cues.starts("music", "song", "sound", "volume", "audio", "less", "音乐", "声音", "音量") { return true }
    if cues.has(
      "is too", "are too", "'s too", "should be", "needs to be", "need to be", "has to be", "ought to be")
    {
      return true
    }
    if cues.starts("can", "could", "should", "may", "would"), cues.has("be") { return true }
    return !cues.times.isEmpty && cues.has("last", "final") && cues.tokens.count <= 14
  }

  /// What is said of a film rather than seen in a picture.
  static let wordsOfEdits: Set<String> = [
    "more", "less", "bit", "touch", "start", "end", "beginning", "ending", "middle", "intro", "outro", "part",
    "section",
    "half", "energy", "punch", "pace", "vibe", "vibes", "mood", "feel", "feeling", "look", "effect",
    "effects", "drama",
    "tension", "oomph", "impact", "flow", "rhythm", "quality", "pizzazz", "pop", "zing", "pep", "spice",
    "swag", "sparkle",
    "transition", "transitions", "timing", "sound", "audio", "music", "title", "text", "clip", "clips", "cut",
    "edit",
    "version", "it", "this", "that", "style", "professional", "cinematic", "volume", "length", "speed",
    "second", "seconds",
    "should", "needs", "need", "maybe", "too", "enough", "fix", "better", "nicer", "cooler",
  ]

  /// Whether it wishes for a quality that many changes might bring: "more punch", "更高级一点".
  var isVagueWish: Bool {
    let words = ClauseCues(words)
    return words.has(
      "punch", "punchy", "punchier", "oomph", "pizzazz", "zing", "pep", "spice", "swag", "wow", "impact",
      "drama", "pop",
      "professional", "pro", "polished", "slick", "stylish", "epic", "cool", "cooler", "interesting",
      "engaging", "fun",
      "boring", "lively", "jazz it up", "spice it up", "liven it up", "vibe", "vibes", "高级", "高大上", "带感",
      "冲击力",
      "氛围感", "质感", "大气", "有趣", "好玩", "炫", "酷", "专业", "精致", "有感觉", "有意思", "抓人")
  }
}
