/// How a sentence about a title begins, up to its words.
extension TitleSentenceReader {
  /// What stands before the words of a title.
  struct Head {
    var item = TitleSentence.Item(words: "")
    /// Where the words begin.
    var words = 0
    /// Whether a colon, "saying" or the like brings the words.
    var isLinked = false
    /// Whether the noun is there.
    var hasNoun = false
    var hasColon = false
    /// Whether it may be about the title that there is: "have the title stay longer".
    var isOfThat = false
    /// Whether only what is said of them tells that its words are to be read: "put Summer 24 at the bottom".
    var needsDetails = false
  }

  /// The beginning of a sentence from a place on. `isNext` allows for one that goes on with the verb of the title before it.
  func heads(at start: Int, isNext: Bool) -> [Head] {
    var head = Head()
    var index = scanner.pastBlanks(start)
    func passPolite() {
      while true {
        let next = scanner.pastAll(Self.polite, from: index)
        if let further = scanner.longest(of: Self.furtherWords, at: next) {
          head.item.isFurther = true
          index = scanner.pastBlanks(further)
          continue
        }
        guard next > index else { return }
        index = next
      }
    }
    passPolite()
    // "at 3 seconds, …", "在左下角…"
    var isFronted = false
    if let fronted = details.details(at: index, position: .behindComma),
      fronted.all.contains(where: { if case .place = $0 { true } else { $0.isOfTime } })
        || scanner.longest(of: Self.writing, at: scanner.pastBlanks(fronted.end)) != nil
    {
      isFronted = true
      head.item.clauses[0] = fronted.all
      index = scanner.pastBlanks(fronted.end)
      passPolite()
    }
    var heads: [Head] = []
    if let timed = timed(at: index, head) { heads.append(timed) }
    if let name = name(at: index, head) { heads.append(name) }
    let verb = scanner.longest(of: Self.verbs, at: index)
    if let verb {
      let text = scanner.text(index..<verb).lowercased()
      var noun = head
      noun.item.isName = text == "use"
      if var found = behindVerb(scanner.pastBlanks(verb), noun) {
        found.isOfThat =
          hasTitle && !["add", "insert", "write", "include"].contains(text)
          && scanner.longest(of: ["the", "this", "my"], at: scanner.pastBlanks(verb)) != nil
        heads.append(found)
      }
      var bare = head
      bare.words = scanner.past(Self.bareObjects, from: scanner.pastBlanks(verb))
      let files = [
        "my logo", "the logo", "logo", "my photo", "my picture", "the photo", "this", "it", "that",
        "the first", "the second", "clip",
      ]
      if saysAsTitle(behind: verb), scanner.longest(of: files, at: bare.words) == nil {
        bare.isLinked = true
        bare.item.isName = text == "use"
      } else if Self.showing.contains(text) {
        bare.needsDetails = true
      }
      if Self.writing.contains(text), text != "type",
        let colon = scanner.longest(of: [":", "："], at: bare.words)
      {
        bare.words = scanner.pastBlanks(colon)
        bare.isLinked = true
        bare.hasColon = true
      }
      // "写字楼", "打开": one character is a verb where it is said that characters follow.
      let isVerb = !["写", "打"].contains(text) || isFronted || scanner.text(verb..<scanner.end).contains("个字")
      if Self.writing.contains(text) && (isVerb || quotation(at: bare.words) != nil) || bare.isLinked
        || bare.needsDetails && isCapital(bare.words)
        || quotation(at: bare.words) != nil && (Self.showing.contains(text))
      {
        heads.append(bare)
      }
    }
    // "把“再见”两个字放在结尾"
    let isTaken = index > 0 && "把将".contains(scanner.characters[index - 1])
    if isNext || isFronted || isTaken {
      if let found = behindVerb(index, head) { heads.append(found) }
      if quotation(at: index) != nil {
        head.words = index
        heads.append(head)
      }
    }
    return heads
  }

  /// Whether "as the title" stands behind a verb in its line.
  func saysAsTitle(behind start: Int) -> Bool {
    let line = (start..<scanner.end).first { scanner.characters[$0] == "\n" } ?? scanner.end
    return (start..<line).contains { scanner.longest(of: Self.asTitle, at: $0) != nil }
  }

  /// Whether a verb, a noun or a quotation that brings a title stands at a place.
  func beginsTitle(at index: Int) -> Bool {
    quotation(at: index) != nil || nounEnd(at: index) != nil
      || scanner.longest(of: Self.verbs, at: index) != nil
  }

  /// "end with the text …", "open with “…”".
  private func timed(at index: Int, _ head: Head) -> Head? {
    let ways: [(TimePoint, [String])] = [
      (.end, ["end with", "finish with", "close with", "end it with", "finish it with", "end on", "以"]),
      (
        .start,
        [
          "start with", "open with", "begin with", "start it with", "open it with", "begin it with",
          "start off with",
        ]
      ),
    ]
    for (point, names) in ways {
      guard let end = scanner.longest(of: names, at: index), scanner.text(index..<end) != "以" else {
        continue
      }
      var head = head
      head.item.clauses[0].append(.moment(point))
      let next = scanner.pastBlanks(end)
      if let found = behindVerb(next, head) { return found }
      guard quotation(at: next) != nil else { return nil }
      head.words = next
      return head
    }
    return nil
  }

  /// The noun behind a verb with what stands around it: "a big red title at the top saying".
  private func behindVerb(_ start: Int, _ head: Head) -> Head? {
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
    head.item.isSubtitle = noun.isSubtitle
    let text = scanner.text(index..<noun.end)
    if text.hasPrefix("大") { head.item.clauses[0].append(.size(.to(1.5))) }
    if text.hasPrefix("小") { head.item.clauses[0].append(.size(.to(0.7))) }
    head.item.isCredits = Self.creditNouns.contains { scanner.match($0, at: index) == noun.end }
    if let point = noun.point { head.item.clauses[0].append(.moment(point)) }
    let linked = linked(scanner.pastBlanks(noun.end), head)
    // "写字楼": a character alone is followed by what is quoted.
    if text == "字", !linked.isLinked, quotation(at: linked.words) == nil { return nil }
    // Several lines behind a colon have times of their own.
    if linked.item.isSubtitle, linked.hasColon {
      let isPlaced = linked.item.details.contains { if case .place = $0 { true } else { false } }
      guard isPlaced, !scanner.text(linked.words..<scanner.end).contains(where: \.isNumber) else {
        return nil
      }
    }
    return linked
  }

  func nounEnd(at index: Int) -> (end: Int, isTitle: Bool, point: TimePoint?, isSubtitle: Bool)? {
    let kinds: [([String], isTitle: Bool, point: TimePoint?, isSubtitle: Bool)] = [
      (Self.openingNouns, true, .start, false), (Self.closingNouns, true, .end, false),
      (Self.creditNouns, true, .end, false), (Self.titleNouns, true, nil, false),
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
  private func adjective(at index: Int) -> (details: [TitleDetail], end: Int)? {
    if let time = scanner.duration(at: index) { return ([.length(time.milliseconds)], time.end) }
    if let end = scanner.longest(of: ["centered", "centred", "居中"], at: index) {
      return ([.place(.centre)], end)
    }
    let colour = details.colour(at: index).map { ([TitleDetail.colour($0.0)], $0.1) }
    let size = details.size(at: index).map { ([TitleDetail.size($0.0)], $0.1) }
    let font = details.look(at: index, position: .behindComma)
    return colour ?? size
      ?? font.flatMap { found in found.details.count == 1 ? (found.details, found.end) : nil }
  }

  /// What brings the words behind the noun: a colon, "saying", or what is said of the title before it.
  func linked(_ start: Int, _ head: Head) -> Head {
    var head = head
    var index = start
    if let found = details.details(at: index, position: .attached) {
      let behind = scanner.pastBlanks(found.end)
      let isLink =
        scanner.longest(of: Self.links + [":", "："], at: behind) != nil || quotation(at: behind) != nil
      if isLink {
        head.item.clauses[0] += found.all
        index = behind
      }
    }
    if let link = scanner.longest(of: Self.links, at: index), !isCapital(index) {
      let next = scanner.pastBlanks(link)
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
