/// A message in the words that the readers know: what people type short, in slang or with words that only fill is put as it
/// would be written with care. "can u chop like 2 secs off the 1st vid pls" becomes "can you chop 2 secs off the first clip
/// please".
///
/// What stands in quotation marks or behind a colon stays as it is, and so do the names of files.
struct Colloquial {
  private let text: ParsedText
  var tokens: [Token] { text.tokens }
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
    if let found = inContext(at: index) ?? cutting(at: index) { return found }
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
}
