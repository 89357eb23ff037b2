/// A message in the words that the readers know: what people type short, in slang or with words that only fill is put as it
/// would be written with care. "can u chop like 2 secs off the 1st vid pls" becomes "can you chop 2 secs off the first clip
/// please".
///
/// What stands in quotation marks or behind a colon stays as it is, and so do the names of files.
struct Colloquial {
  private let text: ParsedText
  private var tokens: [Token] { text.tokens }
  private let kept: [Range<Int>]
  private let songIsMusic: Bool

  /// The message in plain words.
  ///
  /// - Parameter songIsMusic: whether "the song" can only be the music that plays, for no song was uploaded.
  static func plain(_ message: String, songIsMusic: Bool = false) -> String {
    guard message.utf8.count <= 2000 else { return message }
    if let whole = whole(message) { return whole }
    return MixedWords.translated(Colloquial(message, songIsMusic: songIsMusic).plain())
  }

  /// A message of a word or two that means an edit only when nothing else is said.
  private static func whole(_ message: String) -> String? {
    let polite: Set<String> = ["please", "pls", "plz", "ok", "okay", "now", "thanks", "吧", "请"]
    let words = ClauseCues(message).tokens.filter { $0.kind != .mark && !polite.contains($0.text) }
      .map(\.text)
    let bare = words.joined(separator: words.contains { $0.first?.isASCII == true } ? " " : "")
    return wholes.first { $0.words.contains(bare) }?.plain
  }

  private static let wholes: [(words: Set<String>, plain: String)] = [
    (
      [
        "restart", "restart it", "restart everything", "restart from scratch", "fresh start", "start anew",
        "all over again", "wipe it", "wipe everything", "wipe it all",
      ], "start over"
    ),
    (["重头来", "从头来", "重头来过", "全部重来", "重新来过", "重来一遍", "重新来"], "重新开始"),
  ]

  private init(_ message: String, songIsMusic: Bool) {
    self.songIsMusic = songIsMusic
    let text = ParsedText(message)
    var kept = text.quotations().map { range in
      text.pieces[range.lowerBound].tokens.lowerBound..<text.pieces[range.upperBound - 1].tokens.upperBound
    }
    // A colon brings a text, unless it stands between numbers.
    let tokens = text.tokens
    if let colon = tokens.indices.first(where: { index in
      tokens[index].text == ":"
        && !(index > 0 && index + 1 < tokens.count && tokens[index - 1].isNumber
          && tokens[index + 1].isNumber)
    }) {
      kept.append(colon..<tokens.count)
    }
    self.text = text
    self.kept = kept
  }

  private func plain() -> String {
    var result = String.UnicodeScalarView()
    var copied = 0
    var index = 0
    while index < tokens.count {
      if let range = kept.first(where: { $0.contains(index) }) {
        index = range.upperBound
        continue
      }
      guard !isOfFileName(index), let (length, words) = replacement(at: index) else {
        index += 1
        continue
      }
      result.append(contentsOf: text.scalars[copied..<tokens[index].range.lowerBound])
      result.append(contentsOf: words.unicodeScalars)
      copied = tokens[index + length - 1].range.upperBound
      index += length
    }
    guard copied > 0 else { return String(String.UnicodeScalarView(text.scalars)) }
    result.append(contentsOf: text.scalars[copied...])
    return String(result)
  }

  /// "pic.png" and "my vid 2.mov" are names.
  private func isOfFileName(_ index: Int) -> Bool {
    func isDot(_ place: Int) -> Bool {
      tokens.indices.contains(place) && tokens[place].text == "." && tokens[place].isJoined
    }
    return isDot(index + 1) && index + 2 < tokens.count && tokens[index + 2].isJoined
      && tokens[index + 2].kind == .word
      || isDot(index - 1) && tokens[index].isJoined && tokens[index].kind == .word
  }

  // MARK: Words and their replacements

  private func replacement(at index: Int) -> (length: Int, words: String)? {
    if let found = inContext(at: index) { return found }
    for phrase in Self.phrases[tokens[index].text] ?? [] where matches(phrase, at: index) {
      return (phrase.tokens.count, phrase.plain)
    }
    return nil
  }

  private func matches(_ phrase: Phrase, at start: Int) -> Bool {
    guard start + phrase.tokens.count <= tokens.count else { return false }
    return phrase.tokens.indices.allSatisfy { offset in
      let token = tokens[start + offset]
      let wanted = phrase.tokens[offset]
      return token.text == wanted.text
        && (offset == 0 || token.kind == .han || token.isJoined == wanted.isJoined)
    }
  }

  /// Words whose sense depends on what stands beside them.
  private func inContext(at index: Int) -> (length: Int, words: String)? {
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let previous = index > 0 ? tokens[index - 1] : nil
    // "around 0:03": a moment.
    if ["around", "about", "circa", "~"].contains(token.text), isTimecode(at: index + 1),
      !["at", "from", "to", "until", "till", "after", "before", "between", "and", "by"].contains(
        previous?.text ?? "")
    {
      return (1, "at")
    }
    // "like 2 seconds", "by about a third", "大概30%": the number counts.
    if Self.approximate.contains(token.text), isAmount(at: index + 1) { return (1, "") }
    // "1st vid", "the last video": one of the clips.
    if Self.recordings.contains(token.text), let previous, Self.isOrdinal(tokens, endingAt: index - 1),
      !previous.isNumber, !bringsIn
    {
      return (1, "clip")
    }
    if songIsMusic, let found = song(at: index) { return found }
    // "smallish", "reddish"
    if token.kind == .word, token.text.hasSuffix("ish"), let stem = Self.stem(ofSomewhat: token.text) {
      return (1, stem)
    }
    // "clip 1s audio"
    if token.text == "s", token.isJoined, let previous, previous.isNumber, index > 1,
      ["clip", "scene", "shot"].contains(tokens[index - 2].text), let next, next.kind == .word,
      ["audio", "sound", "volume", "music", "start", "end", "beginning", "ending"].contains(next.text)
    {
      return (1, "")
    }
    // "… & fade to black"
    if token.text == "&", let next, !token.isJoined, EditMessage.verbs.contains(next.text) {
      return (1, "and")
    }
    // "mute clip 2 but leave the first"
    if token.text == "but", let next, ["leave", "keep"].contains(next.text), index > 2,
      tokens[..<index].contains(where: { $0.text == "clip" || ClauseCues.ordinals[$0.text] != nil })
    {
      return (1, ",")
    }
    // "but a bit darker"
    if token.text == "but", index > 0, isComparison(at: index + 1) { return (1, ",") }
    // "clip 1 n 2"
    if token.text == "n", let previous, let next, previous.kind != .mark, next.kind != .mark {
      return (1, "and")
    }
    guard token.kind == .han else { return nil }
    // "开头那3秒", "最后这两秒", "那2秒"
    if token.text == "那" || token.text == "这", let previous, previous.kind == .han,
      !"从在到把给".contains(previous.text),
      ClauseCues.times(in: Array(tokens[(index + 1)...].prefix(6))).first?.tokens.lowerBound == 0
    {
      return (1, "")
    }
    // "第一段减到4秒"
    if ["减", "缩"].contains(token.text), previous?.text != "压", let next, ["到", "成", "为"].contains(next.text),
      ClauseCues.times(in: Array(tokens[min(tokens.count, index + 2)...].prefix(6))).first?.tokens.lowerBound
        == 0
    {
      return (1, "剪")
    }
    // "头两秒"
    if token.text == "头", !["镜", "开", "前", "后", "两", "一", "片"].contains(previous?.text ?? ""),
      ClauseCues.times(in: Array(tokens[(index + 1)...].prefix(6))).first?.tokens.lowerBound == 0
    {
      return (1, "前")
    }
    // "欢快点的", "舒缓一点的": what follows is what is wished for.
    if token.text == "点", next?.text == "的", let previous, previous.kind == .han,
      !"一二三四五六七八九十几早晚".contains(previous.text)
    {
      return (1, "")
    }
    // "3秒左右", "第4秒那儿"
    if let previous, Self.hanUnits.contains(previous.text) {
      for words in ["左右", "的样子"] where spells(words, at: index) {
        return (words.unicodeScalars.count, "")
      }
      for words in ["那儿", "那里", "那边", "这里", "这儿", "那个地方", "的地方"] where spells(words, at: index) {
        return (words.unicodeScalars.count, "处")
      }
    }
    // What only closes a sentence.
    let isLast = next == nil || next?.kind == .mark || next?.kind == .newline
    if isLast, index > 0, "吧呗哈啊哦嘛啦呀哟".contains(token.text) { return (1, "") }
    return nil
  }

  /// "the song", "这首歌": the music.
  private func song(at index: Int) -> (length: Int, words: String)? {
    let songs: Set<String> = ["song", "tune", "soundtrack"]
    if ["the", "this", "that"].contains(tokens[index].text), index + 1 < tokens.count,
      songs.contains(tokens[index + 1].text)
    {
      return (2, "the music")
    }
    for words in ["这首歌", "那首歌", "这歌", "歌曲", "曲子"] where spells(words, at: index) {
      return (words.unicodeScalars.count, "音乐")
    }
    return nil
  }

  /// "0:03"
  private func isTimecode(at index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index].isNumber && tokens[index + 1].text == ":"
      && tokens[index + 1].isJoined && tokens[index + 2].isNumber
  }

  /// Whether a comparison begins here: "darker", "a bit slower", "more contrast".
  private func isComparison(at start: Int) -> Bool {
    var index = start
    while index < tokens.count,
      ["a", "bit", "little", "much", "slightly", "way", "make", "it", "lot", "also"].contains(
        tokens[index].text)
    {
      index += 1
    }
    return index < tokens.count && Self.comparisons.contains(tokens[index].text)
  }

  private static let comparisons: Set<String> = [
    "darker", "brighter", "warmer", "cooler", "colder", "slower", "faster", "longer", "shorter", "bigger",
    "smaller", "louder", "quieter", "softer", "sharper", "calmer", "wilder", "more", "less", "fewer",
  ]

  /// The word of "smallish" or "bluish" that says it in full; nil where it is none of a size, a light or a colour.
  private static func stem(ofSomewhat word: String) -> String? {
    let stem = String(word.dropLast(3))
    let known: Set<String> = [
      "small", "big", "large", "long", "short", "dark", "bright", "warm", "cool", "slow", "fast", "quick",
      "green", "yellow", "pink", "orange", "brown", "grey", "gray", "black", "white",
    ]
    if known.contains(stem) { return stem }
    return ["redd": "red", "blu": "blue", "bigg": "big", "purpl": "purple", "whit": "white"][stem]
  }

  /// Whether a number, a share or the end of something that is counted stands at a place: "2", "a third", "the last 2".
  private func isAmount(at index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
    switch tokens[index].text {
    case "a", "an": return Self.shares.contains(next)
    case "the": return ["first", "last", "final", "opening"].contains(next)
    default: return tokens[index].isNumber || ClauseCues.number(tokens, at: index) != nil
    }
  }

  private func spells(_ words: String, at start: Int) -> Bool {
    let scalars = Array(words.unicodeScalars)
    guard start + scalars.count <= tokens.count else { return false }
    return scalars.indices.allSatisfy { tokens[start + $0].text == String(Character(scalars[$0])) }
  }

  /// Whether the message brings uploads in, among which "the second video" counts.
  private var bringsIn: Bool {
    tokens.contains {
      ["add", "insert", "append", "use", "overlay", "over", "corner", "put", "green"].contains($0.text)
    }
  }

  private static func isOrdinal(_ tokens: [Token], endingAt index: Int) -> Bool {
    if ClauseCues.ordinals[tokens[index].text] != nil { return true }
    return index > 0 && tokens[index - 1].isNumber && tokens[index].isJoined
      && ["st", "nd", "rd", "th"].contains(tokens[index].text)
  }

  private static let approximate: Set<String> = [
    "like", "say", "about", "around", "roughly", "approx", "approximately", "maybe", "perhaps", "circa",
    "~", "abt",
  ]
  private static let shares: Set<String> = [
    "second", "sec", "minute", "third", "quarter", "half", "fifth", "bit", "couple", "tad",
  ]
  private static let recordings: Set<String> = ["vid", "vids", "video", "videos", "movie", "recording"]
  private static let hanUnits: Set<String> = ["秒", "分", "钟", "倍", "%", "度"]

  private struct Phrase {
    let tokens: [Token]
    let plain: String
  }

  /// By the first token; the longest first.
  private static let phrases: [String: [Phrase]] = {
    var phrases: [String: [Phrase]] = [:]
    for (words, plain) in english + chinese {
      for word in words.split(separator: "|") {
        let tokens = Tokenizer.tokens(of: String(word))
        guard let first = tokens.first else { continue }
        phrases[first.text, default: []].append(Phrase(tokens: tokens, plain: plain))
      }
    }
    return phrases.mapValues { $0.sorted { $0.tokens.count > $1.tokens.count } }
  }()

  private static let english: [(String, String)] = [
    ("u", "you"), ("ur", "your"), ("pls|plz|plss|plox", "please"), ("thx|tnx|ty", "thanks"), ("em", "them"),
    ("gimme", "give me"), ("lemme", "let me"), ("wanna", "want to"), ("gonna", "going to"),
    ("gotta", "have to"), ("dont", "don't"), ("cant", "can't"), ("doesnt", "doesn't"), ("isnt", "isn't"),
    ("vid", "video"), ("vids", "videos"), ("pic in pic", "picture in picture"),
    ("pic", "picture"), ("pics", "pictures"), ("lil", "little"),
    ("subs", "subtitles"), ("tunes", "music"), ("maybe|perhaps", ""), ("vol", "volume"), ("bg", "background"),
    ("bw|b/w|black n white", "black and white"), ("w/", "with"), ("w/o", "without"), ("@", "at"),
    ("1st", "first"), ("2nd", "second"), ("3rd", "third"), ("4th", "fourth"), ("5th", "fifth"),
    ("6th", "sixth"), ("7th", "seventh"), ("8th", "eighth"), ("9th", "ninth"),
    (
      "kinda|kind of|sorta|sort of|basically|literally|honestly|obviously|lol|lmao|btw|tbh|imo|real quick", ""
    ),
    ("really quick|quickly please|if possible|if you can|if u can|for me please|or so|or something|ish", ""),
    ("hey|yo|um|uh|uhm|hmm|ok so|okay so|oh and|also can you|also could you", ""),
    ("can you please|could you please|can u please|can u pls|can you pls|would you please", "please"),
    ("i want you to|i need you to|i'd like you to|go ahead and|make sure to|is it possible to", "please"),
    ("that last|this last", "the last"), ("that first|this first", "the first"),
    ("the very last", "the last"), ("the very first", "the first"),
    ("right before|just before", "before"), ("right after|just after|straight after", "after"),
    ("in between", "between"), ("transparant|see-through", "transparent"),
    ("grey scale|gray scale|b and w", "black and white"),
    ("less orange|less yellow|less warm", "cooler"), ("less blue|less cold", "warmer"),
    (
      "but not too much|but not by much|but only a bit|but just a bit|but only slightly|but just slightly|just not too much",
      "a bit"
    ),
    ("a bunch|a whole lot|a ton|by a lot|quite a bit|loads", "a lot"),
    ("smidge|smidgen|wee bit|teeny bit|tiny bit", "bit"),
    ("and i want it at|and i'd like it at|and i want it in|and i want it on", ", put it at"),
    ("and i want it|and i'd like it", ", make it"), ("see through", "transparent"),
    ("kill the|ditch the|nix the|axe the", "remove the"),
    ("up front|to the very front", "to the front"), ("and be", "and make it"),
    ("by any chance|if that's ok|if that's okay|if it's not too much trouble", ""),
    ("couple seconds", "couple of seconds"), ("couple secs", "couple of secs"),
  ]

  private static let chinese: [(String, String)] = [
    ("大概|大约|差不多|估计", ""), ("就行了|就行|就好了|就好|就可以了|就可以|即可|就够了|就成", ""),
    ("麻烦你|麻烦|帮忙|帮我|给我|能不能|能否|可不可以|可以不可以", ""), ("我想要把|我想把|我要把", "把"),
    ("掐了|掐掉|剪了|砍了|去了|裁了", "剪掉"), ("删了|删咯", "删掉"), ("关了|关上|弄没", "关掉"),
    ("点儿", "点"), ("视屏", "视频"), ("弄成|搞成|整成|转成|变作|换做", "改成"), ("弄|搞", "改"),
    ("竖的|竖着的|竖起来的", "竖屏"), ("横的|横着的", "横屏"), ("方的", "方形"),
    ("别留|不留|不要留|别有|不要有", "不要"), ("后一半", "后半段"), ("前一半", "前半段"),
    ("调亮|提亮|弄亮|加亮|打亮", "调亮"), ("压暗|弄暗|调黑", "调暗"),
    ("换个位置|换一下位置|换位置|调个位置|调个个儿|换个顺序|互换位置", "交换"),
    ("接在最后面|接到最后面|接在后面|接到最后|接在最后|拼到最后|拼在最后|加到最后面", "加到最后"),
    ("挪", "移"), ("倒着播|反着播|倒过来播|倒过来放|反过来放|倒着放", "倒放"), ("放慢动作", "慢动作"),
    ("打一行字|打行字|打上一行字|写一行字|打几个字|写几个字|加一行字|加行字|加几个字|打上字", "加标题"),
    ("慢一丢丢|慢一丁点", "稍微慢一点"), ("快一丢丢|快一丁点", "稍微快一点"), ("一丢丢|一丁点", "一点点"),
    ("慢慢没声|渐渐没声|慢慢没了|渐弱|慢慢变小|渐渐变小|慢慢消失|渐渐消失", "淡出"), ("往后", "之后"), ("往前", "之前"),
    ("最前头", "最前面"), ("后头", "后面"), ("前头", "前面"), ("那步不算|这步不算|这个不算|刚才的不算", "撤销"),
    ("退回去|退回来|退回", "撤销"), ("半速", "0.5倍速"),
    ("一丁点儿", "一点点"), ("尾巴|尾部", "结尾"), ("另外的", "其他的"), ("声儿", "声音"), ("音儿", "声音"), ("只剩下|只剩|就剩|只保留", "只留"),
    ("不要声音了|不要声了|不要声儿", "静音"), ("去水印儿", "去水印"),
  ]
}
