/// One thing that is said of how a title is to be seen.
enum TitleDetail: Equatable {
  /// How long, in milliseconds.
  case length(Int)
  case moment(TimePoint)
  case span(TimeSpan)
  case throughout
  /// The first half of the film, or the second.
  case half(isSecond: Bool)
  /// While a clip of the film is seen; counted from 0, and −1 is the last.
  case clip(Int)
  case place(ScreenPlace)
  case colour(NamedColour)
  case size(Change)
  case font(TitlePlan.Font)
  case animation(TitlePlan.Animation)
  /// Other letters than it has: "a different font".
  case otherFont
  /// That what is said with it is said of all titles of the sentence: "both for 3 seconds".
  case each
  /// While the part of the film is seen that was spoken of before: "while that happens", "同时".
  case meanwhile
  /// Upon what was spoken of before: "over it".
  case onIt
  /// What cannot be done with letters.
  case missing(MissingLettering)
  /// Words that say only that it is seen: "on the screen".
  case plain

  /// Whether it says when.
  var isOfTime: Bool {
    switch self {
    case .length, .moment, .span, .throughout, .half, .clip: true
    default: false
    }
  }

  /// Whether it says how letters look.
  var isOfLetters: Bool {
    switch self {
    case .colour, .size, .font: true
    default: false
    }
  }

  /// Whether it says only upon what the title is seen.
  var isPlain: Bool { self == .plain || self == .onIt }
}

/// Reads details of titles: "at 3 seconds for 2 seconds", "in big red letters, top left", "显示4秒", "放在左下角".
struct TitleDetailReader {
  let scanner: PhraseScanner

  /// Where a detail stands behind the words of a title. What needs no link of its own ("red", "4 seconds") is one behind a
  /// comma alone.
  enum Position { case attached, behindComma }

  /// Details that follow one another, up to a place where something else begins.
  struct Found {
    /// The details between commas.
    var clauses: [[TitleDetail]] = [[]]
    var end: Int
    /// Where each of the clauses ends.
    var ends: [Int] = []
    var all: [TitleDetail] { clauses.flatMap { $0 } }
  }

  /// As many details as follow one another from a place on; nil if none does.
  func details(at start: Int, position: Position) -> Found? {
    var found = Found(end: start)
    var index = start
    var position = position
    while index < scanner.end {
      var next = scanner.pastBlanks(index)
      let comma = scanner.longest(of: [",", "，", "、", ";", "；", "(", "（"], at: next)
      if let comma {
        next = scanner.pastBlanks(comma)
        position = .behindComma
      }
      guard let detail = detail(at: next, position: position) else { break }
      if comma != nil || detail.isOwn {
        found.ends.append(found.end)
        found.clauses.append([])
      }
      found.clauses[found.clauses.count - 1] += detail.details
      index = scanner.longest(of: [")", "）"], at: scanner.pastBlanks(detail.end)) ?? detail.end
      found.end = index
      // Behind one detail the next needs no link: "top left, big", "at the end 3 seconds".
      position = .behindComma
    }
    found.ends.append(found.end)
    return found.all.isEmpty ? nil : found
  }

  /// The detail at a place, with the words that link it to what stands before.
  /// `isOwn` is one that is asked for by itself: "and make it red".
  func detail(at start: Int, position: Position) -> (details: [TitleDetail], end: Int, isOwn: Bool)? {
    if let found = bareDetail(at: start, position: position) { return (found.details, found.end, false) }
    let linked = scanner.pastAll(Self.links, from: start)
    guard linked > start, !isName(at: start), let found = bareDetail(at: linked, position: .behindComma)
    else {
      return nil
    }
    let words = scanner.text(start..<linked).lowercased()
    return (
      found.details, found.end,
      ["make it", "have it", "let it", "put it", "set it", "move it", "place it"].contains {
        words.contains($0)
      }
    )
  }

  /// Whether a word is written like a part of a name: the last of "WE DID IT".
  func isName(at index: Int) -> Bool {
    guard scanner.characters[index].isUppercase, scanner.characters.contains(where: \.isLowercase) else {
      return false
    }
    let before = scanner.characters[..<index].last { !$0.isWhitespace }
    return before.map { !".!?。！？,;".contains($0) } ?? false
  }

  /// Words between a title and a detail.
  private static let links = [
    "and", "&", "n", "+", "that", "which", "it", "it's", "should", "shall", "must", "be", "is", "shown",
    "displayed", "visible", "seen", "appearing", "appears", "appear", "to appear", "to be shown", "to show",
    "pop up", "pops up", "to pop up", "show up", "shows up",
    "to show up", "popping up", "to be", "comes up", "placed", "positioned", "located",
    "lasting", "lasts", "stays", "stay", "staying", "remains", "make it", "have it", "let it",
    "put it", "keep it", "show it", "place it", "move it", "set it", "start it", "it starts", "only", "just",
    "written", "use", "using", "give it", "comes", "coming", "popping up", "please", "with it",
    "并", "并且", "且", "然后", "让它", "把它", "它", "请", "要", "设为", "设成", "而且", "字体", "字幕", "的",
  ]

  private func bareDetail(at start: Int, position: Position) -> (details: [TitleDetail], end: Int)? {
    guard start < scanner.end else { return nil }
    if let found = shared(at: start, position: position) { return found }
    if let end = scanner.longest(of: Self.meanwhile, at: start),
      position == .behindComma || !PhraseScanner.isHan(scanner.characters[start])
    {
      return ([.meanwhile], end)
    }
    if let time = time(at: start, position: position) { return time }
    if let place = place(at: start, position: position) { return ([.place(place.place)], place.end) }
    if let way = animation(at: start) { return way }
    if let look = look(at: start, position: position) { return look }
    // "Look Here" has both its words.
    guard !isName(at: start) else { return nil }
    if let end = scanner.longest(of: Self.uponIt, at: start) { return ([.onIt], end) }
    if let end = scanner.longest(of: Self.plain, at: start) { return ([.plain], end) }
    return nil
  }

  /// "both for 3 seconds", "2 seconds each", "都用红色".
  private func shared(at start: Int, position: Position) -> (details: [TitleDetail], end: Int)? {
    guard !isName(at: start),
      let word = scanner.longest(
        of: ["both of them", "both", "each of them", "each", "all of them", "都", "各", "均"], at: start)
    else { return nil }
    if let found = detail(at: scanner.pastBlanks(word), position: .behindComma) {
      return ([.each] + found.details, found.end)
    }
    let isLatin = PhraseScanner.isLatin(scanner.characters[start])
    return position == .behindComma && isLatin ? ([.each], word) : nil
  }

  /// What says that a title is seen with what was asked for before.
  static let meanwhile: [String] =
    whileIt + duringIt + [
      "meanwhile", "at the same time", "with that", "同时", "与此同时", "这时候", "这时", "此时", "那时", "在这段时间里", "在这段时间",
      "在那段时间", "这段时间里", "这段时间内",
      "这段时间",
      "那段时间", "在这期间", "这期间", "期间", "在这段里", "在这一段",
    ]

  private static let whileIt: [String] = ["while", "as"].flatMap { link -> [String] in
    let does = [
      "happens", "is happening", "goes on", "is going on", "lasts", "plays", "does", "does that", "does so",
    ]
    let all = ["that", "this", "it"].flatMap { what in does.map { "\(what) \($0)" } }
    let states = [
      "that's happening", "it's happening", "it's frozen", "it is frozen", "it's slow", "it is slow",
    ]
    return (all + states).map { "\(link) \($0)" }
  }

  private static let duringIt: [String] =
    ["during", "for", "over", "on", "in"].flatMap { link -> [String] in
      let parts = [
        "that part", "this part", "that bit", "that section", "that time", "that stretch", "the same time",
      ]
      return parts.map { "\(link) \($0)" }
    } + ["during that", "during this"]

  private static let uponIt: [String] =
    ["on", "over", "onto", "across", "upon"].flatMap { link in
      ["it", "that", "this", "there"].map { "\(link) \($0)" }
    } + ["on top of it", "on top of that", "在它上面", "在上面"]

  private static let plain: [String] =
    ["on", "over", "onto", "to", "across"].flatMap { link in
      ["video", "film", "clip", "movie", "picture", "footage", "screen", "image", "frame"].flatMap { noun in
        ["\(link) the \(noun)", "\(link) my \(noun)", "\(link) this \(noun)", "\(link) \(noun)"]
      }
    } + [
      "to it", "on top of the video", "please", "pls", "plz", "thanks", "here", "too", "as well", "吧",
      "谢谢", "在画面上",
      "在视频上", "在屏幕上",
    ]
}
