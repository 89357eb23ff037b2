/// Finds the title that a text asks for, with its place, size, colour and length, and takes it out of the scene.
struct TitleReader {
  private(set) var text: ParsedText
  private var title = Settings.Title()
  /// Whether a quotation behind a plain "add" is a title, as in an edit.
  let takesAddedQuotes: Bool

  static func read(_ text: inout ParsedText, takesAddedQuotes: Bool = false) -> Settings.Title {
    var reader = TitleReader(text: text, takesAddedQuotes: takesAddedQuotes)
    reader.run()
    text = reader.text
    return reader.title
  }

  private init(text: ParsedText, takesAddedQuotes: Bool) {
    self.text = text
    self.takesAddedQuotes = takesAddedQuotes
  }

  private mutating func run() {
    for index in text.pieces.indices where text.pieces[index].has(.noTitle) {
      title.isRefused = true
      text.use(index..<index + 1)
    }
    let quotes = text.quotations()
    let titles = takesAddedQuotes ? [] : titles(of: quotes)
    if titles.count > 1 { return takeAll(titles) }
    if let quote = quotes.last(where: { isTitle($0) }) {
      take(text.inside(quote), span: anchor(before: quote.lowerBound)..<quote.upperBound, own: quote)
      return
    }
    if !takesAddedQuotes, let quote = quotes.first(where: { standsAlone($0) }) {
      var end = quote.upperBound
      while end < text.pieces.count, !text.pieces[end].isOfFilm,
        text.pieces[end].has(.says) || text.pieces[end].has(.filmWord)
      {
        end += 1
      }
      take(text.inside(quote), span: quote.lowerBound..<end, own: quote)
      return
    }
    if !takesAddedQuotes, let quote = quotes.first(where: { isName($0) }) {
      take(text.inside(quote), span: quote, own: quote)
      return
    }
    var index = 0
    while index < text.pieces.count {
      defer { index += 1 }
      guard !text.pieces[index].isUsed, let start = bareTitleStart(at: index) else { continue }
      let end = bareTitleEnd(from: start)
      guard end > start else { continue }
      take(text.words(start..<end), span: anchor(before: start)..<end, own: start..<end)
      return
    }
    mentionOnly()
  }

  // MARK: Taking it

  /// Takes a title out of the scene. What it says in its `own` pieces is no word about its look.
  private mutating func take(_ words: String, span: Range<Int>, own: Range<Int>) {
    title.isMentioned = true
    title.isRefused = false
    title.text = words.isEmpty ? nil : words
    text.use(span)
    if !takesAddedQuotes, !words.isEmpty, let source = source(behind: span.upperBound) {
      title.text = words + "\n— " + source.words
      text.use(span.upperBound..<source.end)
      readStyle(in: span, without: own)
      readStyle(after: source.end)
      return
    }
    readStyle(in: span, without: own)
    readStyle(after: span.upperBound)
  }

  /// Takes several texts, the first of them as the title.
  private mutating func takeAll(_ quotes: [Range<Int>]) {
    var lines: [Settings.Line] = []
    for quote in quotes where !text.pieces[quote.lowerBound].isUsed {
      title.style = TitleStyle()
      take(text.inside(quote), span: anchor(before: quote.lowerBound)..<quote.upperBound, own: quote)
      lines.append(Settings.Line(text: title.text ?? "", style: title.style, piece: quote.lowerBound))
    }
    guard let first = lines.first else { return }
    title.text = first.text
    title.style = first.style
    if lines.count > 1 { title.lines = lines }
  }

  private mutating func mentionOnly() {
    guard
      let index = text.pieces.indices.first(where: {
        !text.pieces[$0].isUsed && text.pieces[$0].has(.titleNoun)
          && (takesAddedQuotes || !text.pieces[$0].has(.filmWord))
      })
    else { return }
    let start = anchor(before: index + 1)
    if text.pieces[max(0, start - 2)..<max(start, index)].contains(where: { $0.has(.negation) }) {
      title.isRefused = true
      text.use(max(0, start - 1)..<index + 1)
      return
    }
    title.isMentioned = true
    text.use(start..<index + 1)
    readStyle(in: start..<index, without: index..<index)
    readStyle(after: index + 1)
  }

  private mutating func readStyle(in range: Range<Int>, without own: Range<Int>) {
    for index in range where !own.contains(index) {
      for meaning in text.pieces[index].meanings { readStyle(meaning) }
    }
  }

  private mutating func readStyle(after start: Int) {
    var index = start
    while index < text.pieces.count {
      let piece = text.pieces[index]
      let next = index + 1 < text.pieces.count ? text.pieces[index + 1] : nil
      if let length = text.length(at: index) {
        title.style.durationMS = length.milliseconds
        text.use(index..<length.end)
        index = length.end
        continue
      }
      // "move the title to the left"
      let side = takesAddedQuotes ? piece.side : nil
      if piece.isProperty || piece.isTextPlace || side != nil {
        if let side { stand(side) }
        if let next, next.isNoun { return }
        for meaning in piece.meanings { readStyle(meaning) }
        text.use(index..<index + 1)
      } else if piece.has(.and) {
        guard let next, next.isProperty || next.isTextPlace else { return }
      } else if !(piece.isIdle || piece.has(.sky) && piece.has(.adjective) || piece.has(.boundary)
        || piece.has(.copula) || piece.has(.edit(.move)))
        || piece.has(.then)
      {
        return
      }
      index += 1
    }
  }

  /// "at the top", then "left": the row of one and the column of the other.
  private mutating func stand(_ place: ScreenPlace) {
    guard let old = title.style.place else {
      title.style.place = place
      return
    }
    let row = place.row == .middle ? old.row : place.row
    let column = place.column == .centre ? old.column : place.column
    title.style.place = ScreenPlace(row, column)
  }

  private mutating func readStyle(_ meaning: Meaning) {
    switch meaning {
    case .textPlace(let place): stand(place)
    case .colour(let colour): title.style.colour = colour
    case .size(let size): title.style.size = .to(size > 1 ? min(2, size) : max(0.5, size))
    case .more(.size, let factor): title.style.size = .times(factor)
    case .edit(.increase): title.style.size = .times(1.4)
    case .edit(.decrease): title.style.size = .times(0.7)
    default: break
    }
  }
}
