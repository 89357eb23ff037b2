/// What is wrong with a film, said in place of what is to be done about it: "the music is too loud", "画面太暗了".
struct Complaint: Equatable {
  /// What it is about.
  enum Subject: Equatable { case picture, music, title }

  var subject: Subject
  /// What mends it, as a user would ask for it.
  var request: String

  /// A message with what mends its complaints in their place. One that a request follows is the reason for it, and goes:
  /// "太暗了，调亮一点".
  static func resolved(_ message: String) -> String {
    guard message.utf8.count <= 400 else { return message }
    var clauses = clauses(of: message)
    for index in clauses.indices {
      guard let complaint = Complaint(clauses[index].words) else { continue }
      let next = index + 1
      if next < clauses.count, Complaint(clauses[next].words) == nil,
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

  private init(_ subject: Subject, _ request: String) {
    self.subject = subject
    self.request = request
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

  private static func english(_ text: String) -> Complaint? {
    let plain = text.replacing("’", with: "'").replacing("'s ", with: " is ")
    let words = plain.split(separator: " ").map(String.init)
    guard let too = words.firstIndex(of: "too"), too + 1 < words.count, too <= 7 else { return nil }
    let said = words[(too + 2)...]
    guard said.allSatisfy({ ["now", "again", "for", "me", "here", "though", "tbh", "please"].contains($0) })
    else {
      return nil
    }
    var subject: Subject?
    for word in words[..<too] {
      if let named = englishSubjects[word], subject == nil {
        subject = named
      } else if !openings.contains(word), !links.contains(word) {
        return nil
      }
    }
    let adjective = words[too + 1]
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
      switch adjective {
      case "dark", "dim", "gloomy": return Complaint(.picture, "make it brighter")
      case "bright", "overexposed": return Complaint(.picture, "make it darker")
      case "fast", "quick", "hectic": return Complaint(.picture, "slow it down")
      case "slow": return Complaint(.picture, "speed it up")
      case "long": return Complaint(.picture, "make it shorter")
      case "short": return Complaint(.picture, "make it longer")
      case "warm", "orange", "yellow": return Complaint(.picture, "make it cooler")
      case "cold", "cool": return Complaint(.picture, "make it warmer")
      case "blurry": return Complaint(.picture, "sharpen it")
      case "dull", "flat", "pale", "grey", "gray", "colourless", "colorless":
        return Complaint(.picture, "make it more colourful")
      case "colourful", "colorful", "saturated", "vivid", "garish":
        return Complaint(.picture, "less saturation")
      case "shaky": return Complaint(.picture, "stabilise it")
      default: return nil
      }
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
    while true {
      if take(chineseFillers) != nil { continue }
      guard subject == nil, let word = take(chineseSubjects.map(\.0)) else { break }
      subject = chineseSubjects.first { $0.0 == word }?.1
    }
    guard take(["有点太", "有点儿太", "有些太", "太过", "过于", "太"]) != nil else { return nil }
    while let last = rest.last, "了啦吧呀点些一".contains(last) { rest = rest.dropLast() }
    let adjective = String(rest)
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
      switch adjective {
      case "暗", "黑": return Complaint(.picture, "画面亮一点")
      case "亮", "刺眼": return Complaint(.picture, "画面暗一点")
      case "快": return Complaint(.picture, "慢一点")
      case "慢": return Complaint(.picture, "快一点")
      case "长": return Complaint(.picture, "短一点")
      case "短": return Complaint(.picture, "长一点")
      case "冷": return Complaint(.picture, "暖一点")
      case "暖", "黄": return Complaint(.picture, "冷一点")
      case "模糊", "糊": return Complaint(.picture, "锐化")
      case "淡", "素", "灰": return Complaint(.picture, "鲜艳一点")
      case "艳", "鲜艳", "花": return Complaint(.picture, "降低饱和度")
      case "抖", "晃": return Complaint(.picture, "防抖")
      default: return nil
      }
    }
  }
}
