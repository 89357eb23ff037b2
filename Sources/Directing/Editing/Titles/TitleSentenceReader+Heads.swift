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
    /// Whether nothing but "显示" or the like tells that its words are to be read.
    var isShown = false
    /// Whether its words are written: "write thanks".
    var isWritten = false
    /// Whether only "结尾" behind them tells what its words are: "以…结尾".
    var needsEnd = false
    /// Whether a colon brings the lines of subtitles.
    var isOfLines = false
  }

  /// The beginning of a sentence from a place on. `isNext` allows for one that goes on with the verb of the title before it.
  func heads(at start: Int, isNext: Bool) -> [Head] {
    var head = Head()
    var index = scanner.pastBlanks(start)
    func passPolite() {
      while true {
        if let next = scanner.longest(of: TitleDetailReader.meanwhile, at: index) {
          head.item.clauses[0].append(.meanwhile)
          index = scanner.pastAll([",", "，"], from: scanner.pastBlanks(next))
          continue
        }
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
    let (opening, opened) = (head, index)
    if let fronted = details.details(at: index, position: .behindComma),
      fronted.all.contains(where: { if case .place = $0 { true } else { $0.isOfTime } })
        || bringsWords(at: scanner.pastBlanks(fronted.end))
    {
      isFronted = true
      head.item.clauses[0] += asMoment(fronted)
      index = scanner.pastBlanks(fronted.end)
      passPolite()
    }
    var heads: [Head] = []
    // "yellow text top left DAY 3": what is said of a title, with its noun among it.
    if isFronted, let phrase = name(at: opened, opening) { heads.append(phrase) }
    if isFronted, let shown = shown(from: start, at: index, head) { heads.append(shown) }
    // "blur it with the title Dawn over it"
    if !isNext, index > 0, let with = scanner.longest(of: Self.accompanying, at: index) {
      var accompanying = head
      accompanying.item.clauses[0].append(.meanwhile)
      accompanying.words = scanner.pastBlanks(with)
      if let found = behindVerb(accompanying.words, accompanying) {
        heads.append(found)
      } else if scanner.match("with", at: index) == nil,
        isCapital(accompanying.words) || quotation(at: accompanying.words) != nil
      {
        accompanying.isLinked = true
        accompanying.isShown = true
        heads.append(accompanying)
      }
      return heads
    }
    // "slide in a title that says …"
    if let way = details.animation(at: index) {
      var moving = head
      moving.item.clauses[0] += way.details
      if let found = behindVerb(scanner.pastBlanks(way.end), moving),
        found.isLinked || isCapital(found.words) || quotation(at: found.words) != nil
      {
        heads.append(found)
      }
    }
    if let timed = timed(at: index, head) { heads.append(timed) }
    if let name = name(at: index, head) { heads.append(name) }
    // "let the text Hola fly in"
    if let verb = scanner.longest(of: ["let", "让"], at: index),
      let found = behindVerb(scanner.pastBlanks(verb), head),
      found.isLinked || isCapital(found.words) || quotation(at: found.words) != nil
    {
      heads.append(found)
    }
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
      bare.isWritten = Self.writing.contains(text)
      bare.item.isWritten = bare.isWritten
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
      // "同时显示 谢谢"
      if ["显示", "显示出", "展示", "打出", "出现"].contains(text), bare.words > verb, isNoThing(bare.words) {
        bare.isLinked = true
        bare.isShown = true
        bare.needsDetails = false
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
      if let found = behindVerb(scanner.past(["用"], from: index), head) { heads.append(found) }
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
}
