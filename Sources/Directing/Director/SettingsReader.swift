/// Finds what a text says of the film as a whole, and takes it out of the scene.
struct SettingsReader {
  private var text: ParsedText
  private var settings = Settings()

  static func read(_ text: inout ParsedText, takesAddedQuotes: Bool = false) -> Settings {
    let title = TitleReader.read(&text, takesAddedQuotes: takesAddedQuotes)
    var reader = SettingsReader(text: text)
    reader.settings.title = title
    reader.run()
    text = reader.text
    return reader.settings
  }

  private init(text: ParsedText) { self.text = text }

  private mutating func run() {
    for index in text.pieces.indices where !text.pieces[index].isUsed {
      readRatio(at: index)
      readLength(at: index)
      readNumber(at: index)
      readWord(at: index)
    }
    for index in text.pieces.indices where !text.pieces[index].isUsed && text.pieces[index].has(.musicNoun) {
      readMusic(around: index)
    }
    for index in text.pieces.indices where !text.pieces[index].isUsed { readMood(at: index) }
  }

  // MARK: Shape and length

  private mutating func readRatio(at index: Int) {
    guard index + 2 < text.pieces.count, let width = text.pieces[index].number,
      let height = text.pieces[index + 2].number, width > 0, height > 0, !text.pieces[index].isUsed
    else { return }
    let between = text.pieces[index + 1]
    let isColon = between.isMark(":") || between.text == "比"
    guard isColon || between.isMark("*/") || ["x", "by", "X"].contains(between.text) else { return }
    if width >= 100, height >= 100, !isColon, width <= 8192, height <= 8192 {
      settings.pixels = Canvas(width: Int(width), height: Int(height))
    } else if isColon, text.length(at: index) != nil {
      return
    } else if isColon || (Self.sides.contains(width) && Self.sides.contains(height)) {
      guard width <= 64, height <= 64, width / height <= 4, height / width <= 4 else { return }
      // 2.35:1 and the like: the parts are whole numbers of a twentieth.
      let scale = width == Double(Int(width)) && height == Double(Int(height)) ? 1.0 : 20.0
      settings.aspect = AspectRatio((width * scale).nearestInt, (height * scale).nearestInt)
    } else {
      return
    }
    text.use(index..<index + 3)
  }

  private static let sides: Set<Double> = [1, 2, 3, 4, 5, 9, 10, 16, 18, 21]

  private mutating func readLength(at index: Int) {
    guard let length = text.length(at: index) else { return }
    guard !isDecade(at: index, end: length.end) else {
      text.use(index..<length.end)
      return
    }
    var start = index
    // "10 to 15 seconds", "10-15 s": the longer one.
    if index >= 2, text.pieces[index - 1].text == "to" || text.pieces[index - 1].isMark("-~"),
      text.pieces[index - 2].number != nil, !text.pieces[index - 2].isUsed
    {
      start = index - 2
    }
    settings.lengths.append(
      .init(
        milliseconds: min(Director.longestMS, length.milliseconds), piece: index,
        isOfEach: isOfEach(start..<length.end)))
    text.use(start..<length.end)
  }

  /// Whether "90s" is a time of fashions and no length: "90s vhs", "in the 80s".
  private func isDecade(at index: Int, end: Int) -> Bool {
    guard let value = text.pieces[index].number, (50...90).contains(value), Int(value) % 10 == 0,
      end == index + 2, text.pieces[index + 1].text == "s", text.pieces[index + 1].isJoined
    else { return false }
    if index > 0, text.pieces[index - 1].text == "the" { return true }
    guard end < text.pieces.count else { return false }
    let next = text.pieces[end]
    return Self.decadeWords.contains(next.text)
      || next.meanings.contains { if case .style = $0 { true } else { false } }
  }

  private static let decadeWords: Set<String> = [
    "style", "look", "aesthetic", "vibe", "vibes", "retro", "disco", "camcorder", "arcade", "nostalgia",
    "mood",
    "feel",
  ]

  private static let shotNouns: Set<String> = [
    "shot", "scene", "clip", "one", "part", "个", "段", "幕", "镜", "镜头", "个镜头", "个场景", "场", "片段",
  ]

  /// Whether a length is said of every shot: "6 seconds each", "4 s per scene", "each shot 5 seconds", "每个镜头6秒", "各6秒".
  private func isOfEach(_ range: Range<Int>) -> Bool {
    func word(_ index: Int) -> String {
      text.pieces.indices.contains(index) ? text.pieces[index].text.lowercased() : ""
    }
    let (after, next) = (word(range.upperBound), word(range.upperBound + 1))
    if ["each", "apiece"].contains(after) { return true }
    if ["per", "a", "every"].contains(after), Self.shotNouns.contains(next) { return true }
    // In front of it, up to the nearest mark.
    var words: [String] = []
    var index = range.lowerBound - 1
    while index >= 0, words.count < 4, !text.pieces[index].isMark(",.;!?:，。；！？：、"),
      text.pieces[index].kind != .newline
    {
      words.insert(word(index), at: 0)
      index -= 1
    }
    guard let start = words.lastIndex(where: { ["each", "every", "每", "各", "每个", "每段"].contains($0) }) else {
      return false
    }
    let rest = words[(start + 1)...]
    return rest.isEmpty && words[start] != "every" || rest.contains { Self.shotNouns.contains($0) }
  }

  private mutating func readNumber(at index: Int) {
    guard !text.pieces[index].isUsed, let value = text.pieces[index].number, index + 1 < text.pieces.count
    else {
      return
    }
    let unit = text.pieces[index + 1]
    if unit.has(.unit(.framesPerSecond)) {
      settings.framesPerSecond = Int(min(60, max(1, value)))
    } else if unit.has(.unit(.beats)) {
      settings.music.tempo = Int(min(200, max(40, value)))
      settings.music.isMentioned = true
    } else if unit.has(.unit(.percent)) {
      settings.percent = min(1000, value) / 100
    } else {
      return
    }
    text.use(index..<index + 2)
  }

  private mutating func readWord(at index: Int) {
    let piece = text.pieces[index]
    guard !piece.isUsed else { return }
    for meaning in piece.meanings {
      switch meaning {
      case .aspect(let ratio):
        settings.aspect = ratio
      case .aspectIfSaid(let ratio):
        guard isShape(at: index) else { continue }
        settings.aspect = ratio
      case .loops:
        settings.loops = !(index > 0 && text.pieces[index - 1].has(.negation))
      case .noMusic:
        settings.music.isSilent = true
        settings.music.isMentioned = true
      case .resolution: break
      default: continue
      }
      text.use(index..<index + 1)
      if case .loops = meaning, index > 0, text.pieces[index - 1].has(.negation) {
        text.use(index - 1..<index)
      }
      return
    }
  }

  /// Whether a word such as "landscape" stands for the shape: before "format", or alone between marks.
  private func isShape(at index: Int) -> Bool {
    let next = index + 1 < text.pieces.count ? text.pieces[index + 1] : nil
    if let next, next.has(.aspectNoun) { return true }
    let previous = index > 0 ? text.pieces[index - 1] : nil
    let endsHere = next.map { $0.kind == .mark || $0.kind == .newline || $0.has(.and) } ?? true
    guard let previous else { return false }
    if previous.text == "in" || previous.text == "to" || previous.has(.edit(.make)) {
      return endsHere || next?.has(.filmWord) == true
    }
    return endsHere && (previous.kind == .mark || previous.isUsed)
  }

  // MARK: Music

  private mutating func readMusic(around index: Int) {
    var start = index
    var end = index + 1
    var isRefused = false
    while start > 0 {
      let piece = text.pieces[start - 1]
      if piece.isUsed || piece.kind == .mark && piece.text != "-" || piece.kind == .newline { break }
      if piece.has(.negation) || piece.has(.edit(.remove)) && piece.kind == .han {
        isRefused = true
        start -= 1
        break
      }
      guard piece.describesMusic || (piece.isSmall && !piece.has(.copula)) else { break }
      start -= 1
    }
    while end < text.pieces.count, !text.pieces[end].isUsed {
      let piece = text.pieces[end]
      if let key = keySignature(at: end) {
        settings.music.key = key.key
        settings.music.isMinor = key.isMinor
        end = key.end
      } else if piece.has(.musicNoun) || (piece.has(.more(.volume, 0.6)) || piece.has(.more(.volume, 1.5))) {
        end += 1
      } else if let mood = moodBehindLink(at: end) {
        end = mood
      } else {
        break
      }
    }
    // An "and" or a small word at the edge belongs to what stands before.
    while start < index, text.pieces[start].has(.and) { start += 1 }
    for inner in start..<end { readMusicWord(at: inner) }
    settings.music.isMentioned = true
    if isRefused { settings.music.isSilent = true }
    text.use(start..<end)
  }

  /// "music to piano", "音乐换成钢琴", "music: jazz": where the mood behind the link ends.
  private func moodBehindLink(at start: Int) -> Int? {
    var index = start
    while index < text.pieces.count, index - start < 4 {
      let piece = text.pieces[index]
      if piece.isUsed { return nil }
      if index > start, piece.meanings.contains(where: { $0.isMusical }) { return index + 1 }
      guard
        piece.isMark(":") || piece.isSmall || piece.has(.edit(.change))
          || index > start && piece.describesMusic
      else { return nil }
      if piece.has(.and) { return nil }
      index += 1
    }
    return nil
  }

  private mutating func readMusicWord(at index: Int) {
    for meaning in text.pieces[index].meanings {
      switch meaning {
      case .mood(let mood, _):
        settings.music.mood = mood
        settings.music.genre = nil
      case .genre(let mood):
        guard settings.music.mood == nil else { continue }
        settings.music.mood = mood
        settings.music.genre = text.words(index..<index + 1)
      case .feeling(let feeling): settings.music.feeling = feeling
      case .more(.volume, let factor) where factor != 1: settings.music.volume = .times(factor)
      default: break
      }
    }
  }

  private mutating func readMood(at index: Int) {
    let piece = text.pieces[index]
    if let key = keySignature(at: index) {
      settings.music.key = key.key
      settings.music.isMinor = key.isMinor
      settings.music.isMentioned = true
      text.use(index..<key.end)
      return
    }
    for meaning in piece.meanings {
      guard case .mood(let mood, let isSure) = meaning else { continue }
      let isNoun = piece.isNoun
      let isNamedWith = index > 0 && text.pieces[index - 1].text == "with"
      let clause = isNoun && mood == .piano ? ownClause(of: index) : nil
      if isSure || (isNamedWith && isNoun && mood == .piano) || clause != nil {
        settings.music.mood = settings.music.mood ?? mood
        settings.music.isMentioned = true
        for inner in clause ?? index..<index + 1 { readMusicWord(at: inner) }
        text.use(clause ?? index..<index + 1)
      } else if !(isNoun && mood == .piano) {
        settings.music.hint = settings.music.hint ?? mood
      }
    }
  }

  /// The clause that an instrument has to itself, behind another one: ", romantic piano". A piano alone is a thing to see.
  private func ownClause(of index: Int) -> Range<Int>? {
    var start = index
    while start > 0, text.pieces[start - 1].kind != .mark, text.pieces[start - 1].kind != .newline {
      let piece = text.pieces[start - 1]
      guard !piece.isUsed, piece.describesMusic || piece.isSmall else { return nil }
      start -= 1
    }
    let end = index + 1
    let endsHere =
      end == text.pieces.count || text.pieces[end].kind == .mark || text.pieces[end].kind == .newline
    return start > 0 && endsHere ? start..<end : nil
  }

  /// "in C sharp minor", "A大调".
  private func keySignature(at index: Int) -> (key: Int, isMinor: Bool, end: Int)? {
    var cursor = index
    if cursor < text.pieces.count, text.pieces[cursor].text == "in" { cursor += 1 }
    guard cursor < text.pieces.count,
      var key = ["c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11][text.pieces[cursor].text]
    else { return nil }
    cursor += 1
    guard cursor < text.pieces.count else { return nil }
    if text.pieces[cursor].text == "sharp" || text.pieces[cursor].text == "#" {
      key += 1
      cursor += 1
    } else if text.pieces[cursor].text == "flat" {
      key += 11
      cursor += 1
    }
    guard cursor < text.pieces.count else { return nil }
    let word = text.pieces[cursor].text
    if word == "minor" || word == "major" { return (key % 12, word == "minor", cursor + 1) }
    if cursor + 1 < text.pieces.count, text.pieces[cursor + 1].text == "调", word == "大" || word == "小" {
      return (key % 12, word == "小", cursor + 2)
    }
    return nil
  }
}

extension Piece {
  /// Whether it can stand before "music" as its description.
  fileprivate var describesMusic: Bool {
    meanings.contains {
      switch $0 {
      case .mood, .genre, .feeling, .energy, .adjective, .speed, .filmWord, .scene, .more(.volume, _),
        .more(.energy, _), .number(_):
        true
      default: false
      }
    }
  }
}
