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
  static func resolved(_ message: String) -> String {
    guard message.utf8.count <= 400 else { return message }
    var clauses = clauses(of: message)
    for index in clauses.indices {
      guard let complaint = Complaint(clauses[index].words) else { continue }
      let next = index + 1
      if next < clauses.count, EditMessage.isPlea(clauses[next].words) {
        clauses[next] = ("", "")
        clauses[index].words = complaint.request
      } else if next < clauses.count, Complaint(clauses[next].words) == nil,
        EditMessage.isImperative(clauses[next].words)
      {
        clauses[next].words = complaint.named(in: clauses[next].words)
        clauses[index] = ("", "")
      } else {
        clauses[index].words = complaint.request
      }
    }
    return clauses.map { $0.words + $0.mark }.joined()
  }

  private static func clauses(of message: String) -> [(words: String, mark: String)] {
    var clauses: [(words: String, mark: String)] = []
    var words = ""
    let characters = Array(message)
    for (index, character) in characters.enumerated() {
      let isInNumber = character == "." && index + 1 < characters.count && !characters[index + 1].isWhitespace
      if ",，.。;；!！\n".contains(character), !isInNumber {
        clauses.append((words, String(character)))
        words = ""
      } else {
        words.append(character)
      }
    }
    if !words.isEmpty { clauses.append((words, "")) }
    return clauses
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

  private init(_ subject: Subject, _ request: String, clip: String? = nil) {
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
    "image": .picture,
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
          "out",
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
    switch subject ?? (["loud", "noisy", "quiet"].contains(adjective) ? .music : .picture) {
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
    case "cold", "cool": "make it warmer"
    case "blurry": "sharpen it"
    case "dull", "flat", "pale", "grey", "gray", "colourless", "colorless":
      "make it more colourful"
    case "colourful", "colorful", "saturated", "vivid", "garish":
      "less saturation"
    case "shaky": "stabilise it"
    default: nil
    }
  }

  // MARK: Chinese

  private static let chineseFillers = [
    "但是", "不过", "就是", "感觉", "觉得", "好像", "现在", "整体", "还是", "我", "这个", "这段", "整个", "的",
  ]
  private static let chineseSubjects: [(String, Subject)] = [
    ("背景音乐", .music), ("音乐", .music), ("配乐", .music), ("声音", .music), ("音量", .music), ("标题", .title),
    ("字幕", .title), ("字", .title), ("画面", .picture), ("视频", .picture), ("影片", .picture), ("片子", .picture),
    ("颜色", .picture), ("色调", .picture), ("节奏", .picture), ("速度", .picture),
  ]

  private static func chinese(_ text: String) -> Complaint? {
    var rest = Substring(text.filter { !$0.isWhitespace })
    var subject: Subject?
    func take(_ words: [String]) -> String? {
      guard let word = words.first(where: { rest.hasPrefix($0) }) else { return nil }
      rest = rest.dropFirst(word.count)
      return word
    }
    let photo = ["照片", "图片"].first { rest.hasPrefix($0) }
    if let photo { rest = rest.dropFirst(photo.count) }
    let clip = EditMessage.clipName(in: text) ?? photo
    if clip != nil, photo == nil {
      // "最后那段", "第二个视频的画面"
      while let first = rest.first, first.isNumber || "第最后一二三四五六七八九十个段片视频那这的".contains(first) {
        rest = rest.dropFirst()
      }
    }
    while true {
      if take(chineseFillers) != nil { continue }
      guard subject == nil, let word = take(chineseSubjects.map(\.0)) else { break }
      subject = chineseSubjects.first { $0.0 == word }?.1
    }
    let degree = take(["有点儿太", "有点太", "有些太", "太过", "过于", "太", "有点儿", "有点", "有些", "偏", "不够", "不太", "好", "很"])
    guard let degree else { return nil }
    // "偏冷一些" is what is wished for.
    if degree == "偏", text.contains("一些") || text.contains("一点") || text.contains("点") { return nil }
    while let last = rest.last, "了啦吧呀点些一".contains(last) { rest = rest.dropLast() }
    var adjective = String(rest)
    if degree == "不够" || degree == "不太" {
      let opposites = [
        "亮": "暗", "暗": "亮", "响": "小", "大": "小", "大声": "小", "小": "大", "快": "慢", "慢": "快", "长": "短", "短": "长",
        "暖": "冷",
        "冷": "暖", "清晰": "模糊", "清楚": "模糊", "鲜艳": "淡", "艳": "淡", "稳": "抖", "稳定": "抖",
      ]
      guard let opposite = opposites[adjective] else { return nil }
      adjective = opposite
    }
    if let clip {
      guard subject != .title else { return nil }
      switch (subject, adjective) {
      case (.music?, "响"), (.music?, "吵"), (.music?, "大"), (_, "响"), (_, "吵"):
        return Complaint(.picture, clip + "声音调小", clip: clip)
      case (.music?, "小"), (.music?, "轻"), (_, "小声"): return Complaint(.picture, clip + "声音调大", clip: clip)
      default:
        return ofPicture(chinese: adjective).map {
          Complaint(.picture, clip + $0.replacing("画面", with: ""), clip: clip)
        }
      }
    }
    switch subject ?? (["响", "吵", "小声", "大声"].contains(adjective) ? .music : .picture) {
    case .music:
      switch adjective {
      case "响", "吵", "大", "大声", "高": return Complaint(.music, "音乐小声一点")
      case "小", "小声", "轻", "低": return Complaint(.music, "音乐大声一点")
      default: return nil
      }
    case .title:
      switch adjective {
      case "小": return Complaint(.title, "标题大一点")
      case "大": return Complaint(.title, "标题小一点")
      default: return nil
      }
    case .picture:
      return ofPicture(chinese: adjective).map { Complaint(.picture, $0) }
    }
  }

  private static func ofPicture(chinese adjective: String) -> String? {
    switch adjective {
    case "暗", "黑": "画面亮一点"
    case "亮", "刺眼": "画面暗一点"
    case "快": "慢一点"
    case "慢": "快一点"
    case "长": "短一点"
    case "短": "长一点"
    case "冷": "暖一点"
    case "暖", "黄": "冷一点"
    case "模糊", "糊": "锐化"
    case "淡", "素", "灰": "鲜艳一点"
    case "艳", "鲜艳", "花": "降低饱和度"
    case "抖", "晃": "防抖"
    default: nil
    }
  }
}
