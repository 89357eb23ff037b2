/// A sentence that has words read aloud: "add a voice-over saying Welcome", "say “Hello” at 2 seconds", "加配音 欢迎".
struct VoiceSentence {
  /// What is to be read.
  let words: String
  /// When the voice begins, in milliseconds; nil: where it does by itself.
  let startMS: Int?

  var requests: [EditRequest] {
    [.timeline(.speak(words))] + (startMS.map { [.timeline(.timeVoice($0))] } ?? [])
  }

  /// The sentence that a message is; nil if it is none.
  init?(_ message: String) {
    guard message.utf8.count <= 4000, !message.contains("-->") else { return nil }
    let reader = TitleSentenceReader(message)
    let scanner = reader.scanner
    var start: Int?
    var index = scanner.pastAll(Self.polite, from: scanner.pastBlanks(0))
    if let fronted = reader.details.details(at: index, position: .behindComma),
      let moment = Self.moment(fronted.all)
    {
      start = moment
      index = scanner.pastAll(Self.polite, from: scanner.pastBlanks(fronted.end))
    }
    guard let head = Self.head(at: index, reader), head.words < scanner.end else { return nil }
    let found: (words: String, end: Int)?
    if let quote = reader.quotation(at: head.words) {
      found = quote
    } else {
      found = head.isLinked ? Self.bare(from: head.words, scanner) : Self.aloud(from: head.words, scanner)
    }
    guard let found else { return nil }
    var end = found.end
    if let details = reader.details.details(at: end, position: .behindComma),
      let moment = Self.moment(details.all)
    {
      start = moment
      end = details.end
    }
    end = scanner.pastAll(["aloud", "out loud", "please", "吧", "."], from: scanner.pastBlanks(end))
    guard end >= scanner.end, found.words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    words = found.words
    startMS = start ?? head.startMS
  }

  private struct Head {
    var words: Int
    /// Whether it is certain that all that follows is to be read.
    var isLinked: Bool
    var startMS: Int?
  }

  private static let polite = [
    "please", "pls", "给我", "替我", "can you", "could you", "i want you to", "i want", "i'd like", "then", "and",
    "now",
    "also", "请", "帮我", "给视频", "给影片", "然后", "再", ",", "，",
  ]
  private static let verbs = [
    "add", "put", "include", "record", "make", "create", "insert", "have", "let", "give it", "with", "use",
    "need", "put in", "加", "加上", "加个", "加一个", "添加", "配", "配上",
    "配个", "来个", "来段", "来一段", "加一段", "加段", "配一段", "配段", "用", "插入", "录",
  ]
  private static let nouns = [
    "voice-over", "voiceover", "voice over", "ai voice", "ai voiceover", "ai voice-over", "ai narrator",
    "robot voice",
    "computer voice", "synthetic voice", "narration", "narrator", "spoken text", "voice", "speech", "配音",
    "旁白", "解说", "语音", "画外音", "人声", "配个音", "配一段音", "配段音", "配一下音",
  ]
  private static let links = [
    "saying", "that says", "which says", "who says", "that reads", "reading", "to say", "with the words",
    "with the text", "that goes", "says", "say", "reads", "read", ":", "：",
    "说", "念", "读", "内容是", "内容为", "内容", "说的是", "叫",
  ]

  private static func head(at start: Int, _ reader: TitleSentenceReader) -> Head? {
    let scanner = reader.scanner
    // "配音说…": the noun may begin like a verb.
    let verb = scanner.longest(of: nouns, at: start) == nil ? scanner.longest(of: verbs, at: start) : nil
    // "a narrator says …" without a verb before it is somebody in a picture.
    let articles = ["a", "an", "the", "some", "一段", "一个", "段", "个"]
    let noun = verb.map { scanner.past(articles, from: scanner.pastBlanks($0)) } ?? start
    if let end = scanner.longest(of: nouns, at: noun) {
      var head = Head(words: end, isLinked: false)
      var index = scanner.pastBlanks(end)
      if let times = reader.details.details(at: index, position: .attached), let moment = moment(times.all) {
        head.startMS = moment
        index = scanner.pastBlanks(times.end)
      }
      if let plain = reader.details.details(at: index, position: .attached),
        plain.all.allSatisfy(\.isPlain)
      {
        index = scanner.pastBlanks(plain.end)
      }
      let behindComma = scanner.past([",", "，"], from: index)
      if scanner.longest(of: links, at: behindComma) != nil { index = behindComma }
      if let link = scanner.longest(of: links, at: index) {
        head.words = scanner.past([":", "："], from: scanner.pastBlanks(link))
        head.isLinked = true
        return head
      }
      head.words = index
      if reader.quotation(at: index) != nil { return head }
      // "加配音 欢迎来到我的频道"
      let isHan = index < scanner.end && PhraseScanner.isHan(scanner.characters[index])
      guard isHan, verb != nil, index > end, scanner.longest(of: others, at: index) == nil else { return nil }
      head.isLinked = true
      return head
    }
    // "have a voice say …" has its noun behind "have a", above; "read the words … aloud".
    guard
      let says = scanner.longest(
        of: [
          "read aloud", "read out loud", "read out", "read", "say", "speak", "narrate", "announce", "voice",
          "朗读", "念出", "读出", "念一下", "读一下", "大声念", "大声读", "念", "读", "说",
        ], at: start)
    else { return nil }
    let isAloud =
      scanner.text(start..<says).lowercased().contains("aloud")
      || scanner.text(start..<says).lowercased().contains("loud")
    var index = scanner.pastAll(
      [
        "aloud", "out loud", ":", "：", "a", "the", "this", "text", "words", "line", "sentence", "following",
        "文字", "这句话", "这段话", "一句",
      ], from: scanner.pastBlanks(says))
    let object = scanner.pastAll(
      [
        "aloud", "out loud", "it aloud", "this aloud", "it", "this", "the following", "the text", "the words",
        "this text", "文字", "这句话", "这段话", "一句", "一段", "出来",
      ], from: scanner.pastBlanks(says))
    if let colon = scanner.longest(of: [":", "："], at: object) {
      return Head(words: scanner.pastBlanks(colon), isLinked: true)
    }
    // "narrate at 4 seconds: …"
    if let times = reader.details.details(at: index, position: .attached), let moment = moment(times.all),
      let colon = scanner.longest(of: [":", "："], at: scanner.pastBlanks(times.end))
    {
      return Head(words: scanner.pastBlanks(colon), isLinked: true, startMS: moment)
    }
    if isAloud, reader.quotation(at: index) == nil { index = scanner.pastBlanks(says) }
    return Head(words: index, isLinked: false)
  }

  private static let others = [
    "和", "大声", "小声", "改", "去", "太", "的", "放", "从", "在", "音量", "淡", "开", "关", "调", "第", "并", "到", "要", "吗",
    "吧", "用", "换", "标题", "字幕",
  ]

  private static func moment(_ details: [TitleDetail]) -> Int? {
    let said = details.filter { $0 != .plain }
    guard said.count == 1 else { return nil }
    switch said[0] {
    case .moment(.at(let moment)): return moment
    case .moment(.start): return 0
    default: return nil
    }
  }

  /// All that stands there, to the end, but for when it is to be heard.
  private static func bare(from start: Int, _ scanner: PhraseScanner) -> (words: String, end: Int)? {
    let reader = TitleDetailReader(scanner: scanner)
    for index in start + 1..<max(start + 2, scanner.end)
    where index < scanner.end && scanner.characters[index].isWhitespace {
      if let found = reader.details(at: index, position: .attached), found.end >= scanner.end,
        found.all.first?.isPlain == false, moment(found.all) != nil
      {
        return (scanner.text(start..<index).trimmingBlanks, index)
      }
    }
    return (scanner.text(start..<scanner.end).trimmingBlanks, scanner.end)
  }

  /// "Welcome to my channel aloud"
  private static func aloud(from start: Int, _ scanner: PhraseScanner) -> (words: String, end: Int)? {
    // What is on the timeline is read as it is.
    let things = [
      "it", "this", "that", "them", "the title", "title", "the subtitles", "subtitles", "the captions",
      "the text", "everything",
    ]
    if let end = scanner.longest(of: things, at: start),
      scanner.longest(of: ["aloud", "out loud"], at: scanner.pastBlanks(end)) != nil
    {
      return nil
    }
    for index in start..<scanner.end {
      if let end = scanner.longest(of: ["aloud", "out loud"], at: index),
        scanner.pastBlanks(end) >= scanner.end, index > start
      {
        return (scanner.text(start..<index).trimmingBlanks, index)
      }
    }
    return nil
  }
}
