/// The noun of a title, with what is said before it and what brings its words.
extension TitleSentenceReader {
  /// The noun behind a verb with what stands around it: "a big red title at the top saying".
  func behindVerb(_ start: Int, _ head: Head) -> Head? {
    var head = head
    var index = start
    while true {
      if let further = scanner.longest(of: Self.furtherDeterminers, at: index) {
        head.item.isFurther = true
        index = scanner.pastBlanks(further)
        continue
      }
      if nounEnd(at: index) != nil { break }
      if let next = scanner.longest(of: Self.determiners, at: index) {
        index = scanner.pastBlanks(next)
        continue
      }
      if let adjective = adjective(at: index) {
        head.item.clauses[0] += adjective.details
        index = scanner.past(["的", "long", ",", "and"], from: scanner.pastBlanks(adjective.end))
        continue
      }
      break
    }
    guard let noun = nounEnd(at: index) else { return nil }
    head.hasNoun = true
    head.item.isTitle = noun.isTitle
    let isStrap = isStrap(index..<noun.end)
    if isStrap { head.item.clauses[0].append(.place(.bottomLeft)) }
    head.item.isSubtitle = noun.isSubtitle
    let text = scanner.text(index..<noun.end)
    head.item.clauses[0] += Self.size(of: text)
    head.item.isCredits = Self.creditNouns.contains { scanner.match($0, at: index) == noun.end }
    if let point = noun.point { head.item.clauses[0].append(.moment(point)) }
    var linked = linked(scanner.pastBlanks(noun.end), head, isStrap: isStrap)
    // "写字楼": a character alone is followed by what is quoted.
    if text == "字", !linked.isLinked, quotation(at: linked.words) == nil { return nil }
    // Several lines behind a colon have times of their own.
    if linked.item.isSubtitle, linked.hasColon {
      let isPlaced = linked.item.details.contains { if case .place = $0 { true } else { false } }
      if !isPlaced || scanner.text(linked.words..<scanner.end).contains(where: \.isNumber) {
        linked.isOfLines = true
      }
    }
    return linked
  }

  /// "大字" and "小标题" say how large.
  static func size(of noun: String) -> [TitleDetail] {
    if noun.hasPrefix("大") { return [.size(.to(1.5))] }
    return noun.hasPrefix("小") ? [.size(.to(0.7))] : []
  }

  /// Whether a noun names a strap with somebody's name.
  func isStrap(_ noun: Range<Int>) -> Bool {
    scanner.longest(of: Self.strapNouns, at: noun.lowerBound) == noun.upperBound
  }

  func nounEnd(at index: Int) -> (end: Int, isTitle: Bool, point: TimePoint?, isSubtitle: Bool)? {
    let kinds: [([String], isTitle: Bool, point: TimePoint?, isSubtitle: Bool)] = [
      (Self.openingNouns, true, .start, false), (Self.closingNouns, true, .end, false),
      (Self.creditNouns, true, .end, false), (Self.titleNouns, true, nil, false),
      (Self.strapNouns, false, nil, false),
      (Self.textNouns, false, nil, false), (Self.subtitleNouns, false, nil, true),
    ]
    let found = kinds.compactMap { kind in
      scanner.longest(of: kind.0, at: index).map {
        (end: $0, isTitle: kind.isTitle, point: kind.point, isSubtitle: kind.isSubtitle)
      }
    }.max { $0.end < $1.end }
    // "字幕" is another word than "字".
    return found.flatMap { found in
      !found.isSubtitle && found.end < scanner.end && scanner.characters[found.end] == "幕" ? nil : found
    }
  }

  /// "red", "big", "4 second", "4秒的", before the noun.
  func adjective(at index: Int) -> (details: [TitleDetail], end: Int)? {
    if let time = scanner.duration(at: index) { return ([.length(time.milliseconds)], time.end) }
    if let end = scanner.longest(of: ["centered", "centred", "居中"], at: index) {
      return ([.place(.centre)], end)
    }
    let colour = details.colour(at: index).map { ([TitleDetail.colour($0.0)], $0.1) }
    let size = details.size(at: index).map { ([TitleDetail.size($0.0)], $0.1) }
    let letters = details.letters(at: index).flatMap { found in
      found.details == [.otherFont]
        ? nil
        : (
          found.details,
          scanner.longest(of: ["font", "letters", "lettering", "style"], at: scanner.pastBlanks(found.end))
            ?? found.end
        )
    }
    return colour ?? size ?? letters
  }

  /// What brings the words behind the noun: a colon, "saying", or what is said of the title before it.
  func linked(_ start: Int, _ head: Head, isStrap: Bool = false) -> Head {
    var head = head
    var index = start
    let links = isStrap ? Self.links + Self.strapLinks : Self.links
    let isHan = index < scanner.end && PhraseScanner.isHan(scanner.characters[index])
    if let found = details.details(at: index, position: isHan ? .behindComma : .attached) {
      let behind = scanner.pastBlanks(found.end)
      let isLink =
        scanner.longest(of: links + [":", "："], at: behind) != nil || quotation(at: behind) != nil
        || isCapital(behind) && found.all.contains { !$0.isPlain }
      if isLink {
        head.item.clauses[0] += found.all
        index = behind
      }
    }
    if let link = scanner.longest(of: links, at: index), !isCapital(index),
      details.details(at: index, position: .attached) == nil
    {
      var next = scanner.pastBlanks(link)
      if isStrap { next = scanner.past(["my name", "the name", "name", ":", "："], from: next) }
      if next < scanner.end {
        head.isLinked = true
        index = next
      }
    }
    if let colon = scanner.longest(of: [":", "：", "=", "＝"], at: index),
      scanner.pastBlanks(colon) < scanner.end
    {
      head.isLinked = true
      head.hasColon = true
      index = scanner.pastBlanks(colon)
    }
    // "subtitles on it, Hello at 1s"
    if !head.isLinked, let found = details.details(at: index, position: .attached),
      found.all.allSatisfy(\.isPlain),
      scanner.longest(of: [",", "，", ":", "："], at: scanner.pastBlanks(found.end)) != nil
    {
      index = scanner.pastBlanks(found.end)
      if let colon = scanner.longest(of: [":", "："], at: index), scanner.pastBlanks(colon) < scanner.end {
        head.isLinked = true
        head.hasColon = true
        index = scanner.pastBlanks(colon)
      }
    }
    if !head.isLinked, let comma = scanner.longest(of: [",", "，", " -", "-", "–", "—"], at: index) {
      let next = scanner.pastBlanks(comma)
      if next < scanner.end, details.details(at: next, position: .behindComma) == nil, !opens(next),
        isCapital(next) || PhraseScanner.isHan(scanner.characters[next]) || quotation(at: next) != nil
      {
        head.isLinked = true
        index = next
      }
    }
    head.words = index
    return head
  }

  func isCapital(_ index: Int) -> Bool {
    index < scanner.end && scanner.characters[index].isUppercase
  }
}
