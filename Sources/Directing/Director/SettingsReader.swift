/// Finds what a text says of the film as a whole, and takes it out of the scene.
struct SettingsReader {
  var text: ParsedText
  var settings = Settings()

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
}
