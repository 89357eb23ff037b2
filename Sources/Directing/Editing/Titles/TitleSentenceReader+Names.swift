/// Sentences that name the title rather than asking for one.
extension TitleSentenceReader {
  /// Whether credits are asked for, and not said who is in them.
  var isOfCreditsAlone: Bool {
    let verb = scanner.longest(
      of: Self.verbs, at: scanner.pastAll(Self.polite + ["片尾", "结尾"], from: scanner.pastBlanks(0)))
    guard let verb else { return false }
    let noun = scanner.longest(
      of: Self.creditNouns, at: scanner.pastAll(Self.determiners, from: scanner.pastBlanks(verb)))
    guard let noun else { return false }
    return details.details(at: noun, position: .attached).map { isStop($0.end) } ?? isStop(noun)
  }

  /// How something begins that is said of a title rather than in it: 标题太小.
  private static let changing: Set<Character> = Set("从在第放移字颜大小太要显改换去删用也再更出消淡停持居")

  /// A Chinese noun with its words and nothing else, where nothing else is understood: 标题周日早晨.
  func bareName() -> TitleSentence.Item? {
    let start = scanner.pastAll(["请", "加", "把"], from: scanner.pastBlanks(0))
    guard let noun = nounEnd(at: start), noun.isTitle, PhraseScanner.isHan(scanner.characters[start]) else {
      return nil
    }
    let index = scanner.pastBlanks(noun.end)
    let words = scanner.text(index..<scanner.end).trimmed(of: " 。！.!")
    guard (2...20).contains(words.count), !Self.changing.contains(scanner.characters[index]),
      !words.contains(where: { ",，。；;？?".contains($0) }),
      details.details(at: index, position: .behindComma) == nil
    else { return nil }
    var item = TitleSentence.Item(words: words)
    item.isName = true
    item.isTitle = true
    if let point = noun.point { item.clauses[0].append(.moment(point)) }
    return item
  }

  /// "title: Dawn", "title Dawn", "call it Dawn", "标题叫城市之梦".
  func name(at index: Int, _ head: Head) -> Head? {
    var head = head
    head.item.isName = true
    head.item.isTitle = true
    let films = [
      "it", "this", "the video", "the film", "the clip", "this video", "the movie", "my video", "this film",
    ]
    for verb in ["call", "name", "title"] {
      guard let end = scanner.longest(of: films.map { "\(verb) \($0)" }, at: index) else { continue }
      head.words = scanner.past([":", "："], from: scanner.pastBlanks(end))
      head.isLinked = true
      return head
    }
    let says = [
      "want it to say", "have it say", "make it say", "let it say", "it should say", "it should read",
      "like it to say",
    ]
    if let end = scanner.longest(of: says, at: index) {
      head.words = scanner.pastBlanks(end)
      head.isLinked = true
      return head
    }
    if let renamed = renaming(at: index, head) { return renamed }
    // "Sunday Morning as the title"
    if isCapital(index) || quotation(at: index) != nil,
      scanner.longest(of: TitleSentenceReader.verbs, at: index) == nil,
      saysAsTitle(behind: index)
    {
      head.words = index
      head.isLinked = true
      return head
    }
    var noun = scanner.past(["the", "a", "an", "new", "一个", "个", "一行"], from: index)
    // "yellow bold text top left DAY 3"
    var looks: [TitleDetail] = []
    while nounEnd(at: noun) == nil, let adjective = adjective(at: noun) {
      looks += adjective.details
      noun = scanner.past(["的", "long", ",", "and"], from: scanner.pastBlanks(adjective.end))
    }
    guard let found = nounEnd(at: noun) else { return nil }
    if found.isSubtitle {
      head = linked(scanner.pastBlanks(found.end), head)
      guard head.isLinked, !head.hasColon else { return nil }
      head.hasNoun = true
      head.isOfLines = true
      (head.item.isName, head.item.isTitle, head.item.isSubtitle) = (false, false, true)
      return head
    }
    head.item.clauses[0] += looks + Self.size(of: scanner.text(noun..<found.end))
    let isStrap = isStrap(noun..<found.end)
    if isStrap || !looks.isEmpty { head.item.isName = false }
    if isStrap { head.item.clauses[0].append(.place(.bottomLeft)) }
    head.item.isTitle = found.isTitle
    if let point = found.point { head.item.clauses[0].append(.moment(point)) }
    head.hasNoun = true
    let isBare = head.item.clauses[0]
    head = linked(scanner.pastBlanks(found.end), head, isStrap: isStrap)
    guard head.words < scanner.end else { return nil }
    let isSaidFirst = head.item.clauses[0] != isBare || !looks.isEmpty
    // "caption 0:02-0:04 “Look”" is a line of subtitles.
    if scanner.text(noun..<found.end).lowercased().hasPrefix("caption"), head.item.isTimed { return nil }
    // "title Dawn": without a link only a name is one.
    let first = scanner.characters[head.words]
    let isHanNoun = PhraseScanner.isHan(scanner.characters[noun])
    // "标题旅行日记显示在底部": without a title there is none that this could be about.
    if isHanNoun, !head.isLinked, !hasTitle, noun == index, PhraseScanner.isHan(first) || first.isUppercase,
      !Self.changing.contains(first)
    {
      head.needsDetails = true
      return head
    }
    guard
      head.isLinked || quotation(at: head.words) != nil
        || !isHanNoun && (noun == index || isSaidFirst) && (first.isUppercase || PhraseScanner.isHan(first))
        || (isStrap || isSaidFirst)
          && ("@#".contains(first) || first.isUppercase || PhraseScanner.isHan(first))
    else { return nil }
    return head
  }

  /// "change the title to Dawn", "the title should be Dawn", "标题改成城市之梦".
  private func renaming(at start: Int, _ head: Head) -> Head? {
    var head = head
    let verbs = ["change", "rename", "set", "replace", "switch", "update", "edit", "把", "将"]
    let verb = scanner.longest(of: verbs, at: start)
    let noun = scanner.past(["the", "my", "this", "现在的", "这个"], from: verb.map(scanner.pastBlanks) ?? start)
    guard let found = nounEnd(at: noun), found.point == nil, !found.isSubtitle else { return nil }
    let behind = scanner.past(
      ["text", "words", "wording", "的文字", "的内容", "内容", "文字", "名字"], from: scanner.pastBlanks(found.end))
    let links =
      verb == nil
      ? [
        "should say", "should read", "must say", "has to say", "needs to say", "says", "should be",
        "has to be", "must be", "改成", "改为", "换成", "变成", "更改为", "改叫", "改名叫", "改",
      ]
      : [
        "to say", "to read", "to", "with", "into", "by", "改成", "改为", "换成", "设为", "设成", "变成", "写成", "设置为",
        "更改为", "替换成", "替换为",
      ]
    guard let link = scanner.longest(of: links, at: behind) else { return nil }
    let words = scanner.past([":", "："], from: scanner.pastBlanks(link))
    guard words < scanner.end else { return nil }
    // "the title should be Dawn", but not "should be longer".
    if scanner.text(behind..<link).lowercased().hasSuffix("be") || scanner.text(behind..<link) == "改" {
      guard isCapital(words) || quotation(at: words) != nil else { return nil }
    }
    let no = [
      "something", "another", "a different", "the", "be", "all caps", "uppercase", "lowercase", "caps",
      "capitals", "大写", "小写", "别的", "其他", "最后", "开头", "结尾", "片尾", "片头", "第",
      "a", "in", "at", "clip", "scene", "和",
    ]
    guard quotation(at: words) != nil || isCapital(words) || scanner.longest(of: no, at: words) == nil else {
      return nil
    }
    head.item.isName = true
    head.item.isTitle = true
    head.hasNoun = true
    head.isLinked = true
    head.words = words
    return head
  }
}
