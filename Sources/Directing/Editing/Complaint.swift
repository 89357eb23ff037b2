/// What is wrong with a film, said in place of what is to be done about it: "the music is too loud", "画面太暗了".
struct Complaint: Equatable {
  /// What it is about.
  enum Subject: Equatable { case picture, music, title }

  var subject: Subject
  /// What mends it, as a user would ask for it.
  var request: String
  /// The one clip that it is about: "clip 2", "第2段"; nil: the film.
  var clip: String?

  /// A message with what mends its complaints in their place. One that a request follows is the reason for it, and goes:
  /// "太暗了，调亮一点".
  /// - Parameter hasMusic: whether there is music that may be too loud; else it is the sound of the clips.
  static func resolved(_ message: String, hasMusic: Bool = true) -> String {
    guard message.utf8.count <= 400 else { return message }
    var clauses = clauses(of: message)
    for index in clauses.indices {
      guard var complaint = Complaint(clauses[index].words) else { continue }
      if !hasMusic, complaint.subject == .music {
        complaint.request = complaint.request.replacing("the music", with: "the sound").replacing(
          "音乐", with: "声音")
      }
      let next = index + 1
      // "cool it off a bit, it is too orange": the reason for what was asked.
      if index > 0, next == clauses.count, complaint.isReason(for: clauses[index - 1].words) {
        clauses[index] = ("", "")
        continue
      }
      if next < clauses.count, EditMessage.isPlea(clauses[next].words) {
        clauses[next] = ("", "")
        clauses[index].words = complaint.request
      } else if next < clauses.count, Complaint(clauses[next].words) == nil,
        EditMessage.isImperative(clauses[next].words)
          || clauses[next].words.contains(/^\s*(?:warm|cool) (?:it|that|everything)/.ignoresCase()),
        !complaint.isBeside(clauses[next].words)
      {
        clauses[next].words = complaint.named(in: clauses[next].words)
        clauses[index] = ("", "")
      } else {
        clauses[index].words = complaint.request
      }
    }
    return clauses.map { $0.words + $0.mark }.joined()
  }

  /// A message as clauses, each with the mark behind it.
  static func clauses(of message: String) -> [(words: String, mark: String)] {
    var clauses: [(words: String, mark: String)] = []
    var words = ""
    let characters = Array(message)
    for (index, character) in characters.enumerated() {
      let isInNumber = character == "." && index + 1 < characters.count && !characters[index + 1].isWhitespace
      if ",，.。;；!！?？\n".contains(character), !isInNumber {
        clauses.append((words, String(character)))
        words = ""
      } else {
        words.append(character)
      }
    }
    if !words.isEmpty { clauses.append((words, "")) }
    return clauses
  }

  /// Whether a request asks for what mends it.
  private func isReason(for words: String) -> Bool {
    let stems = [
      "cool", "warm", "bright", "dark", "sharp", "slow", "speed", "quiet", "loud", "stabili", "satur",
      "contrast",
      "short", "long",
    ]
    let words = words.lowercased()
    return stems.contains { request.contains($0) && words.contains($0) }
      || ["亮", "暗", "锐", "稳", "慢", "冷", "暖"].contains {
        request.contains($0) && words.contains($0)
      }
  }

  /// Whether a request is another wish: "the title's too big, put it at the bottom".
  private func isBeside(_ request: String) -> Bool {
    let cues = ClauseCues(request)
    return subject == .title && (cues.screenPlace != nil || !cues.times.isEmpty)
      && !cues.has("bigger", "smaller", "big", "small", "size", "larger", "大", "小")
  }

  /// A request that says "it" of what the complaint was about.
  private func named(in request: String) -> String {
    let cues = ClauseCues(request)
    if let clip, cues.clipNumbers.isEmpty, cues.quotations.isEmpty {
      if cues.tokens.contains(where: { $0.kind == .han }) {
        return cues.has("整", "全", "影片", "其他", "其余") ? request : clip + request
      }
      let words = request.split(separator: " ")
      guard words.contains(where: { $0.lowercased() == "it" }) else { return request }
      return words.map { $0.lowercased() == "it" ? clip : String($0) }.joined(separator: " ")
    }
    guard subject != .picture,
      !cues.has("music", "sound", "audio", "volume", "title", "text", "音乐", "声音", "音量", "配乐", "标题", "字幕")
    else { return request }
    if cues.tokens.contains(where: { $0.kind == .han }) {
      return (subject == .music ? "音乐" : "标题") + request
    }
    let noun = subject == .music ? "the music" : "the title"
    return request.split(separator: " ").map { $0 == "it" ? noun : String($0) }.joined(separator: " ")
  }

  /// Reads a clause; nil if it is no complaint.
  init?(_ clause: String) {
    let text = clause.lowercased()
    if let found = Self.english(text) ?? Self.chinese(text) { self = found } else { return nil }
  }

  init(_ subject: Subject, _ request: String, clip: String? = nil) {
    self.subject = subject
    self.request = request
    self.clip = clip
  }

  // MARK: English

  private static let openings: Set<String> = [
    "but", "and", "well", "hmm", "sorry", "oh", "i", "think", "feel", "find", "that", "the", "this", "my",
    "whole",
    "overall", "background",
  ]
  private static let links: Set<String> = [
    "is", "are", "looks", "look", "seems", "seem", "sounds", "sound", "feels", "was", "runs", "plays", "goes",
    "moves",
    "a", "bit", "little", "way", "far", "much", "still", "just",
  ]
  private static let englishSubjects: [String: Subject] = [
    "it": .picture, "video": .picture, "film": .picture, "clip": .picture, "picture": .picture,
    "image": .picture, "colors": .picture, "colours": .picture, "pictures": .picture, "clips": .picture,
    "footage": .picture, "sky": .picture,
    "movie": .picture, "scene": .picture, "everything": .picture, "motion": .picture, "pace": .picture,
    "music": .music, "sound": .music, "audio": .music, "volume": .music, "soundtrack": .music, "bgm": .music,
    "song": .music, "title": .title, "text": .title,
  ]

  /// Words of a clip: "clip 2", "the second part".
  private static let clipWords: Set<String> = [
    "clip", "part", "segment", "shot", "one", "scene", "piece", "video", "photo",
  ]
  private static let verbs: Set<String> = [
    "is", "are", "looks", "look", "seems", "seem", "sounds", "sound", "feels", "was",
  ]
  private static let degrees: Set<String> = [
    "too", "bit", "little", "quite", "pretty", "rather", "very", "really", "so", "super", "way", "far",
    "much", "all",
  ]
  /// What "not bright enough" is.
  private static let opposites = [
    "bright": "dark", "dark": "bright", "light": "dark", "loud": "quiet", "quiet": "loud", "long": "short",
    "short": "long",
    "fast": "slow", "slow": "fast", "quick": "slow", "warm": "cold", "cold": "warm", "cool": "warm",
    "sharp": "blurry",
    "colourful": "dull", "colorful": "dull", "vivid": "dull", "saturated": "dull", "big": "small",
    "large": "small",
    "steady": "shaky", "stable": "shaky",
  ]

  /// Where the adjective of a complaint stands: behind "too", behind "is a bit", behind "looks".
  private static func adjective(in words: [String]) -> Int? {
    if let too = words.firstIndex(of: "too") { return too + 1 < words.count ? too + 1 : nil }
    guard let verb = words.firstIndex(where: verbs.contains) else { return nil }
    var index = verb + 1
    while index < words.count,
      degrees.contains(words[index]) || ["a", "just", "still"].contains(words[index])
    { index += 1 }
    let isFelt =
      index > verb + 1 || ["looks", "look", "seems", "seem", "sounds", "feels"].contains(words[verb])
    guard index < words.count, isFelt || ["shaky", "blurry", "overexposed"].contains(words[index]) else {
      return nil
    }
    return index
  }

  private static func english(_ text: String) -> Complaint? {
    let plain = text.replacing("’", with: "'").replacing("'s ", with: " is ").replacing(
      "isn't", with: "is not")
    var words = plain.split(separator: " ").map(String.init)
    if words.last == "enough", let not = words.firstIndex(of: "not"), not + 2 == words.count - 1,
      let opposite = opposites[words[not + 1]]
    {
      words[not...] = ["too", opposite]
    }
    guard let place = adjective(in: words), (1...8).contains(place) else { return nil }
    let said = words[(place + 1)...]
    guard
      said.allSatisfy({
        [
          "now", "again", "for", "me", "here", "though", "tbh", "please", "my", "taste", "liking", "eyes",
          "out", "in",
        ].contains($0)
      })
    else {
      return nil
    }
    let isPhoto = ["photo", "photo's"].contains { words[..<place].contains($0) }
    let clip = EditMessage.clipName(in: text) ?? (isPhoto ? "the photo" : nil)
    var subject: Subject?
    for word in words[..<place] where !degrees.contains(word) {
      if clip != nil,
        clipWords.contains(word) || ClauseCues.ordinals[word] != nil || word.allSatisfy(\.isNumber)
      {
        continue
      }
      if let named = englishSubjects[word], subject == nil {
        subject = named
      } else if !openings.contains(word), !links.contains(word) {
        return nil
      }
    }
    let adjective = words[place]
    if let clip {
      guard subject != .title, let request = ofClip(adjective) else { return nil }
      return Complaint(.picture, request.replacing("it", with: clip), clip: clip)
    }
    // "it is way too loud": a picture is not.
    let isHeard = ["loud", "noisy", "quiet"].contains(adjective) && subject != .title
    switch isHeard ? .music : subject ?? .picture {
    case .music:
      switch adjective {
      case "loud", "noisy": return Complaint(.music, "make the music quieter")
      case "quiet", "soft", "low": return Complaint(.music, "make the music louder")
      default: return nil
      }
    case .title:
      switch adjective {
      case "small", "tiny": return Complaint(.title, "make the title bigger")
      case "big", "large", "huge": return Complaint(.title, "make the title smaller")
      default: return nil
      }
    case .picture:
      return ofPicture(adjective).map { Complaint(.picture, $0) }
    }
  }

  /// What mends a clip; its sound is its own.
  private static func ofClip(_ adjective: String) -> String? {
    switch adjective {
    case "loud", "noisy": "lower the volume of it"
    case "quiet", "soft", "low": "raise the volume of it"
    case "long": "make it shorter"
    case "short": "make it longer"
    case "colourful", "colorful", "saturated", "vivid", "garish": "reduce the saturation of it"
    default: ofPicture(adjective)
    }
  }

  private static func ofPicture(_ adjective: String) -> String? {
    switch adjective {
    case "dark", "dim", "gloomy": "make it brighter"
    case "washed", "hazy", "milky": "more contrast for it"
    case "bright", "overexposed": "make it darker"
    case "fast", "quick", "hectic": "slow it down"
    case "slow": "speed it up"
    case "long": "make it shorter"
    case "short": "make it longer"
    case "warm", "orange", "yellow": "make it cooler"
    case "cold", "cool", "blue", "bluish": "make it warmer"
    case "blurry", "soft", "fuzzy": "sharpen it"
    case "dull", "flat", "pale", "grey", "gray", "colourless", "colorless":
      "make it more colourful"
    case "colourful", "colorful", "saturated", "vivid", "garish":
      "less saturation"
    case "shaky": "stabilise it"
    default: nil
    }
  }
}
