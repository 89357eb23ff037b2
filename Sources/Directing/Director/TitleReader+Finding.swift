/// Where a title is in a text.
extension TitleReader {
  /// The quotations that are titles; of a row of them, the first is said to be one: the titles “A”, “B” and “C”.
  func titles(of quotes: [Range<Int>]) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    for quote in quotes where !text.inside(quote).isEmpty {
      let goesOn =
        titles.last.map { last in
          (last.upperBound..<quote.lowerBound).allSatisfy {
            text.pieces[$0].isMark(",/") || text.pieces[$0].has(.and)
          }
        } ?? false
      if goesOn || isTitle(quote) { titles.append(quote) }
    }
    return titles
  }

  func isTitle(_ quote: Range<Int>) -> Bool {
    var index = quote.lowerBound - 1
    var steps = 0
    while index >= 0, steps < 6 {
      let piece = text.pieces[index]
      if piece.isUsed { return false }
      if piece.has(.titled), piece.has(.filler), !isOfFilm(before: index) { return false }
      if isTitleWord(piece) || piece.has(.says) || piece.has(.edit(.rename)) { return true }
      if takesAddedQuotes, piece.has(.edit(.add)) { return true }
      if piece.isMark(",.;!?") { return false }
      guard
        piece.isIdle || piece.has(.copula) || piece.has(.boundary) || piece.isMark(":") || piece.isProperty
          || piece.isTextPlace
      else { break }
      index -= 1
      steps += 1
    }
    // “X” as the title
    var after = quote.upperBound
    while after < text.pieces.count, after < quote.upperBound + 4 {
      let piece = text.pieces[after]
      if isTitleWord(piece) { return true }
      guard piece.isIdle || piece.has(.boundary) || piece.text == "作" || piece.has(.copula) else {
        return false
      }
      after += 1
    }
    return false
  }

  /// Whether a quotation is a thought of its own beside the scene, as in a clip of lyrics or a quote: it opens a clause
  /// and says more than a name, and there is a scene without it.
  func standsAlone(_ quote: Range<Int>) -> Bool {
    let previous = quote.lowerBound > 0 ? text.pieces[quote.lowerBound - 1] : nil
    guard
      previous.map({ $0.kind == .newline || $0.isMark(",.;!?:") || $0.has(.says) || $0.has(.filmWord) })
        ?? true,
      text.inside(quote).contains(where: \.isLetter)
    else { return false }
    let outside = text.pieces.indices.lazy.filter { !quote.contains($0) }
    if outside.contains(where: { text.pieces[$0].isNoun }) { return true }
    // “人生若只如初见” 水墨风格: words without a picture of their own, and a look for them.
    return !quote.contains {
      text.pieces[$0].meanings.contains { if case .element = $0 { true } else { false } }
    }
      && outside.contains {
        text.pieces[$0].isOfFilm || text.pieces[$0].has(.lyrics) || text.pieces[$0].has(.says)
      }
  }

  /// Whether a quotation is the name of what can't be drawn, and is read instead: my bakery “Sweet Corner”.
  func isName(_ quote: Range<Int>) -> Bool {
    guard quote.lowerBound > 0, quote.count > 2 else { return false }
    let piece = text.pieces[quote.lowerBound - 1]
    let isUndrawn =
      piece.meanings.isEmpty && piece.kind == .word
      || piece.meanings.contains { if case .undrawable = $0 { true } else { false } }
    return isUndrawn
      && (text.isCapitalised(quote.lowerBound + 1) || text.pieces[quote.lowerBound + 1].kind == .han)
  }

  /// Who is named behind a quotation and a dash: “Stay hungry” — Steve Jobs.
  func source(behind end: Int) -> (words: String, end: Int)? {
    var start = end
    while start < text.pieces.count, text.pieces[start].isMark("—–―-"), start - end < 2 { start += 1 }
    guard start > end else { return nil }
    var last = start
    while last < text.pieces.count, last - start < 6 {
      let piece = text.pieces[last]
      guard !piece.isUsed, piece.kind == .han || piece.kind == .word && text.isCapitalised(last) else {
        break
      }
      last += 1
    }
    let endsHere =
      last == text.pieces.count || text.pieces[last].kind == .mark || text.pieces[last].kind == .newline
    return last > start && endsHere ? (text.words(start..<last), last) : nil
  }

  func isTitleWord(_ piece: Piece) -> Bool { piece.has(.titled) || piece.has(.titleNoun) }

  /// The piece behind "titled", "title:", "the title is", "call it".
  func bareTitleStart(at index: Int) -> Int? {
    let piece = text.pieces[index]
    let next = index + 1
    guard next < text.pieces.count else { return nil }
    if piece.has(.edit(.rename)) { return afterColon(next) }
    if piece.has(.titled) {
      // "a boat called Titanic" names the boat; "a video called Titanic" names the film.
      guard piece.has(.filler) else { return afterColon(next) }
      return isOfFilm(before: index) ? next : nil
    }
    if piece.has(.lyrics), text.pieces[next].isMark(":") { return next + 1 }
    guard piece.has(.titleNoun) else { return nil }
    if text.pieces[next].isMark(":") { return next + 1 }
    if text.pieces[next].has(.says)
      || text.pieces[next].text == "to" && text.pieces[next].tokens.count == 1 && takesAddedQuotes
    {
      return styleFollows(next + 1) ? nil : next + 1
    }
    // "标题用夏日海边", but "标题用红色"
    if text.pieces[next].kind == .han, text.pieces[next].has(.edit(.change)) || text.pieces[next].text == "用"
    {
      return styleFollows(next + 1) ? nil : next + 1
    }
    guard !piece.has(.filmWord) else { return nil }
    if text.pieces[next].has(.copula) { return styleFollows(next + 1) ? nil : next + 1 }
    return isName(next, behind: index) ? next : nil
  }

  /// Whether what follows the word for a title can only be its text: "title Urban Dreams", "标题 初雪".
  func isName(_ index: Int, behind noun: Int) -> Bool {
    let piece = text.pieces[index]
    let isPlain =
      !piece.isUsed && piece.kind != .mark && piece.kind != .newline && !piece.isIdle && !piece.isProperty
      && !piece.isTextPlace && !piece.startsRequest && !piece.has(.copula) && !piece.has(.boundary)
      && !piece.has(.says) && !piece.has(.linker) && piece.side == nil && text.length(at: index) == nil
    guard isPlain else { return false }
    if piece.kind == .han { return text.pieces[noun].kind == .han && !piece.isJoined }
    guard piece.kind == .word else { return false }
    return text.pieces[noun].kind == .han || text.isCapitalised(index)
  }

  /// Whether "called" is said of the film or of a title, or of nothing at all ("called 'Dawn', a lake at sunrise"), and not
  /// of a thing in the picture.
  func isOfFilm(before index: Int) -> Bool {
    let before = text.pieces[max(0, index - 2)..<index]
    return before.allSatisfy { !$0.isNoun && !$0.meanings.isEmpty }
      || before.contains { $0.has(.filmWord) || $0.has(.titleNoun) }
  }

  func afterColon(_ index: Int) -> Int {
    index < text.pieces.count && (text.pieces[index].isMark(":") || text.pieces[index].has(.copula))
      ? index + 1 : index
  }

  /// Whether what comes is a style ("to red", "to the top") and no text.
  func styleFollows(_ start: Int) -> Bool {
    var index = start
    while index < text.pieces.count, text.pieces[index].has(.article) || text.pieces[index].has(.filler) {
      index += 1
    }
    guard index < text.pieces.count else { return true }
    let piece = text.pieces[index]
    let isProperty =
      piece.isProperty || piece.meanings.contains { if case .textPlace = $0 { true } else { false } }
    let isLast =
      index + 1 >= text.pieces.count || text.pieces[index + 1].isIdle || text.pieces[index + 1].kind == .mark
    return (isProperty && isLast) || text.length(at: index) != nil
  }

  /// A title without quotation marks ends at a mark, a place, a length or the next request.
  func bareTitleEnd(from start: Int) -> Int {
    var index = start
    while index < text.pieces.count, index - start < 14 {
      let piece = text.pieces[index]
      if piece.isUsed || piece.kind == .newline || piece.isMark(",.;!?\"”』」》()") { break }
      if index > start {
        if piece.meanings.contains(where: { if case .textPlace = $0 { true } else { false } }) { break }
        if piece.text == "for" || piece.text == "in", index + 1 < text.pieces.count {
          if text.length(at: index + 1) != nil || text.pieces[index + 1].isColour { break }
        }
        if piece.has(.and), index + 1 < text.pieces.count, text.pieces[index + 1].startsRequest { break }
        if piece.text == "with" || piece.has(.then) || piece.has(.loops) || text.length(at: index) != nil {
          break
        }
        if piece.kind == .han {
          if piece.has(.edit(.add)) || piece.has(.edit(.remove)) { break }
          // "标题：初雪 配乐用钢琴": what stands apart is a request of its own.
          if !piece.isJoined, piece.startsRequest || piece.isOfFilm { break }
        }
      }
      index += 1
    }
    return index
  }

  /// The first piece of the request for a title, from the start of its text backwards.
  func anchor(before start: Int) -> Int {
    var index = start
    var hasNoun = false
    while index > 0 {
      let piece = text.pieces[index - 1]
      if piece.isUsed { break }
      if isTitleWord(piece) || piece.has(.says) || piece.has(.lyrics) {
        hasNoun = true
      } else if piece.isProperty, !takesAddedQuotes {
        guard hasNoun else { break }
      } else if takesAddedQuotes, piece.isProperty || piece.isTextPlace || piece.has(.boundary) {
        // "put a title at the top in red '…'": the noun may stand before its style.
      } else if !(piece.isIdle || piece.isMark(":") || piece.has(.copula)) || piece.has(.then) {
        break
      }
      index -= 1
    }
    return index
  }
}
