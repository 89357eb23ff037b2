/// Where a title stands, and how it looks.
extension TitleDetailReader {
  // MARK: Places

  private static let places: [(ScreenPlace, [String])] = [
    (.topLeft, ["top left", "upper left", "left top", "左上角", "左上方", "左上"]),
    (.topRight, ["top right", "upper right", "right top", "右上角", "右上方", "右上"]),
    (.bottomLeft, ["bottom left", "lower left", "left bottom", "左下角", "左下方", "左下"]),
    (.bottomRight, ["bottom right", "lower right", "right bottom", "右下角", "右下方", "右下"]),
    (
      .top,
      [
        "top", "upper third", "top centre", "top center", "top middle", "higher", "higher up",
        "further up",
        "靠上", "上面", "上方", "顶部", "顶端", "最上面", "最上方", "最顶上",
        "上边", "正上方",
      ]
    ),
    (
      .bottom,
      [
        "bottom", "lower third", "bottom centre", "bottom center", "bottom middle", "lower", "lower down",
        "further down", "靠下", "下面", "下方", "底部",
        "底端", "最下面",
        "下边", "正下方", "下三分之一",
      ]
    ),
    (.left, ["left", "left side", "left hand side", "left edge", "靠左", "居左", "左边", "左侧", "左面"]),
    (.right, ["right", "right side", "right hand side", "right edge", "靠右", "居右", "右边", "右侧", "右面"]),
    (
      .centre,
      [
        "middle", "centre", "center", "very middle", "very centre", "very center", "正中间", "正中央", "正中", "中间",
        "中央", "中心", "居中", "当中",
      ]
    ),
  ]

  func place(at start: Int, position: Position) -> (place: ScreenPlace, end: Int)? {
    if let end = scanner.longest(of: ["centered", "centred", "center aligned", "居中显示", "居中"], at: start) {
      return (.centre, end)
    }
    if let end = scanner.longest(of: ["on top"], at: start),
      scanner.longest(of: ["of", "left", "right"], at: scanner.pastBlanks(end)) == nil
    {
      return (.top, end)
    }
    let isHan = start < scanner.end && PhraseScanner.isHan(scanner.characters[start])
    let links =
      isHan
      ? [
        "放在", "放到", "放", "移到", "挪到", "位于", "显示在", "出现在", "置于", "摆在", "在", "靠", "于", "位置", "写在", "画面", "屏幕",
        "视频", "的", "加在", "显示", "打在",
      ]
      : [
        "in", "at", "on", "near", "to", "into", "along", "over", "towards", "the", "its", "very", "screen",
      ]
    var index = scanner.pastAll(links, from: start)
    if isHan, index == start { index = scanner.past(["往", "向", "朝", "到"], from: start) }
    func named(_ index: Int) -> (place: ScreenPlace, end: Int)? {
      Self.places.compactMap { place, names in
        scanner.longest(of: names, at: index).map { (place: place, end: $0) }
      }.max { $0.end < $1.end }
    }
    // "靠左" is a place by itself, and a link with what follows it.
    guard let found = named(start) ?? named(index) else { return nil }
    // A single word needs its link: "on the left", "放在上面"; two words are a place anyhow.
    let isCorner = found.place.row != .middle && found.place.column != .centre
    let isPhrase = isCorner || scanner.text(index..<found.end).contains(" ")
    guard index > start || isPhrase && !isHan || position == .behindComma else { return nil }
    if !isHan, isCapital(index) { return nil }
    var end = found.end
    let behind = [
      "corner", "corner of the screen", "edge", "of the screen", "of the frame", "of the video",
      "of the picture", "of the film", "of the clip", "of the image", "part of the screen",
      "corner of the frame", "corner of the video", "side",
    ]
    if let more = scanner.longest(of: behind, at: scanner.pastBlanks(end)) { end = more }
    return (
      found.place,
      scanner.pastAll(
        ["位置", "显示", "处", "出现", "那里", "去", "来", "放", "移", "挪", "靠"].filter {
          scanner.duration(at: scanner.pastBlanks(scanner.match($0, at: end) ?? end)) == nil
        }, from: end)
    )
  }

  /// Whether a word is written like a part of a name: "Malcolm in the Middle".
  func isCapital(_ index: Int) -> Bool {
    index < scanner.end && scanner.characters[index].isUppercase
      && scanner.characters.contains(where: \.isLowercase)
  }

  // MARK: Letters

  private static let sizes: [(Change, [String])] = [
    (
      .to(2),
      [
        "huge", "giant", "enormous", "gigantic", "massive", "really big", "very big", "very large", "巨大",
        "超大", "特大",
      ]
    ),
    (.to(1.5), ["big", "large", "bigger letters", "大", "大大", "大号", "很大"]),
    (.to(0.7), ["small", "little", "小", "小小", "小号", "很小"]), (.to(0.5), ["tiny", "very small", "微小", "极小"]),
    (
      .times(1.4),
      ["bigger", "larger", "a bit bigger", "a bit larger", "大一点", "大一些", "大点", "大点儿", "再大一点", "大些"]
    ),
    (.times(0.7), ["smaller", "a bit smaller", "小一点", "小一些", "小点", "小点儿", "再小一点", "小些"]),
  ]

  private static let fonts: [(TitlePlan.Font, [String])] = [
    (.sans, ["sans serif", "sans", "无衬线", "黑体", "arial", "helvetica", "roboto", "inter"]),
    (.serif, ["serif", "衬线", "衬线体", "宋体", "georgia", "times new roman", "garamond"]),
    (
      .mono,
      [
        "monospace", "monospaced", "mono", "typewriter", "type writer", "等宽", "等宽字体", "courier", "打字机字体",
        "打字机",
      ]
    ),
    (.handwriting, ["handwritten", "handwriting", "script", "cursive", "手写体", "手写", "楷体", "手写字体"]),
  ]

  private static let otherFonts = [
    "different font", "another font", "other font", "new font", "different typeface", "another typeface",
    "change the font", "change font", "change its font", "switch the font", "different lettering", "换个字体",
    "换一个字体",
    "换种字体", "换一种字体", "换字体", "另一种字体", "另外一种字体", "别的字体", "其他字体", "不同的字体", "不一样的字体", "字体换一个", "字体换一种", "字体换个",
    "字体换掉", "字体换一下", "字体改一下", "换一下字体",
  ]

  private static let weights = [
    "bold", "bolded", "boldface", "italic", "italics", "粗体", "加粗", "斜体",
  ]

  /// How letters appear one after another, which no title does.
  private static let typing = [
    "typewriter effect", "typewriter animation", "typing effect", "typing animation",
    "typed in letter by letter",
    "letter by letter", "one letter at a time", "打字机效果", "打字机动画", "打字效果", "打字动画", "逐字出现", "逐字显示", "一个字一个字出现",
    "一个字一个字显示", "一个字一个字地出现",
  ]

  private static let colours: [(NamedColour, [String])] = Vocabulary.colours.flatMap { entry in
    entry.meanings.compactMap { meaning in
      guard case .colour(let colour) = meaning, colour != Palette.monochrome else { return nil }
      let names = entry.phrases.split(separator: ",").map { String($0.drop { $0 == " " }) }
      return (colour, names)
    }
  }

  func size(at index: Int) -> (Change, Int)? { Self.best(Self.sizes, scanner, index) }
  func colour(at index: Int) -> (NamedColour, Int)? {
    // "black and white" is no colour of letters.
    let mono = ["black and white", "black & white", "b&w", "黑白"]
    return scanner.longest(of: mono, at: index) == nil ? Self.best(Self.colours, scanner, index) : nil
  }

  /// What is said of the kind of letters, without a noun behind it.
  func letters(at index: Int) -> (details: [TitleDetail], end: Int)? {
    if let end = scanner.longest(of: Self.typing, at: index) {
      return ([.font(.mono), .missing(.typing)], end)
    }
    if let end = scanner.longest(of: Self.otherFonts, at: index) { return ([.otherFont], end) }
    if let end = scanner.longest(of: Self.weights, at: index) { return ([.missing(.weight)], end) }
    return Self.best(Self.fonts, scanner, index).map { ([.font($0.0)], $0.1) }
  }

  private static func best<Value>(
    _ table: [(Value, [String])], _ scanner: PhraseScanner, _ index: Int
  ) -> (Value, Int)? {
    table.compactMap { value, names in scanner.longest(of: names, at: index).map { (value, $0) } }
      .max { $0.1 < $1.1 }
  }

  /// Nouns and little words among those of the look.
  private static let lettering = [
    "letters", "lettering", "text", "font", "type", "characters", "typeface", "colour", "color", "in colour",
    "in color", "writing", "words", "style", "and", "&", "n", "in", "a", "with", "的", "字", "字体", "字母", "颜色",
    "文字", "字号", "的字", "体",
  ]

  /// "in big red letters", "with a serif font", ", red", "红色大字".
  func look(at start: Int, position: Position) -> (details: [TitleDetail], end: Int)? {
    // "字体换一种": the noun is no link here.
    if position == .behindComma, let end = scanner.longest(of: Self.otherFonts, at: start) {
      return ([.otherFont], end)
    }
    let links = [
      "in a", "in an", "in the", "in", "a", "an", "with a", "with", "using a", "using", "as", "of", "color",
      "colour", "text color", "text colour", "font color", "font colour", "font",
      "in color", "in colour",
      "coloured", "colored", "made", "用", "使用", "采用",
      "颜色用", "颜色是", "颜色为", "颜色", "字体用", "字体是", "字体为", "字体颜色", "字体", "字号", "字用", "字", "改成", "设成", "做成", "换成",
      "换为", "以",
      "要", "的", "稍微", "a bit", "a little", "slightly",
    ]
    var index = scanner.pastAll(links, from: start)
    guard index > start || position == .behindComma else { return nil }
    var details: [TitleDetail] = []
    var end = start
    while index < scanner.end {
      if !details.isEmpty { index = scanner.pastAll(Self.lettering, from: index) }
      if isCapital(index) { break }
      if let font = letters(at: index) {
        details += font.details
        end = font.end
      } else if let colour = colour(at: index) {
        details.append(.colour(colour.0))
        end = colour.1
      } else if let size = size(at: index) {
        details.append(.size(size.0))
        end = size.1
      } else {
        break
      }
      index = scanner.pastBlanks(end)
    }
    guard !details.isEmpty else { return nil }
    // The noun behind them belongs to them.
    let nouns =
      Self.lettering.filter { !["and", "&", "n", "in", "a", "with"].contains($0) } + ["in size", "sized"]
    while let next = scanner.longest(of: nouns, at: scanner.pastBlanks(end)), next > end { end = next }
    return (details, end)
  }
}
