/// Whether words that are all known ask for the finished film.
extension ClauseReader {
  /// Verbs that put the film somewhere.
  private static let placeVerbs: Set<String> = [
    "put", "store", "stick", "place", "write", "放到", "放在", "放进", "放", "弄到", "搞到", "存进", "丢到",
  ]

  /// A thing of which there may be several: with a resolution, an output of the same film.
  private static let copies: Set<String> = [
    "version", "copy", "file", "版本", "版", "一版", "的版本", "文件", "version", "versao",
  ]

  /// Verbs that throw away as well as hand over: they need someone to hand it to.
  private static let roughVerbs: Set<String> = [
    "hook", "toss", "shoot", "spit", "crank", "pump", "kick", "cough", "hit", "text", "dump", "slide", "drop",
    "pull",
    "ping", "dm", "throw", "丢", "甩", "扔",
  ]

  /// "make a gif": a film that is to be made, in words that leave no other object.
  private func makesNew(_ words: Words) -> Bool {
    guard let verb = words.firstIndex(where: { ["create", "generate", "produce", "生成"].contains($0.text) })
    else {
      return false
    }
    return words[(verb + 1)...].contains {
      $0.classes.contains(.indefinite) && !$0.classes.contains(.definite)
    }
  }

  /// "download button animation": a film of a control, not the control.
  private func namesControl(_ words: Words) -> Bool {
    words.indices.dropLast(2).contains { index in
      words[index].classes.contains(.exportVerb)
        && ["button", "option", "function", "feature", "command"].contains(words[index + 1].text)
        && words[index + 2].classes.contains(.film)
    }
  }

  /// "how long does an export take": asks about exports as such.
  private func asksHowMuch(_ words: Words) -> Bool {
    guard let how = words.firstIndex(where: { $0.text == "how" }), how + 1 < words.count else { return false }
    return ["long", "often", "many", "much", "fast", "quickly"].contains(words[how + 1].text)
  }

  /// "can you make gifs?": files of a kind in general, not the film as one.
  func asksForAbility(_ words: Words) -> Bool {
    guard words.contains(where: { ["gifs", "mp4s", "movs", "mp3s", "webms"].contains($0.text) }),
      let first = words.first,
      ["can", "could", "do", "does", "are", "is"].contains(first.text)
    else { return false }
    return !says(
      words,
      ["it", "this", "that", "them", "me", "my", "the", "these", "those", "video", "film", "clip", "movie"])
  }

  /// What a film consists of.
  private static let parts: Set<String> = [
    "clip", "clips", "scene", "scenes", "shot", "shots", "part", "section", "segment", "half", "third", "段",
    "片段", "镜头", "场景", "部分", "段落",
  ]
  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "1st", "2nd", "3rd", "4th", "5th", "middle", "opening",
    "closing", "other", "第一", "第二", "第三", "第四", "第五", "中间", "前", "后",
  ]

  /// "the second scene", "clip 2", "keep 0:10 to 0:25": a part of the film, which no export hands over.
  func namesPart(_ words: Words) -> Bool {
    if words.contains(where: { isReference($0) || $0.classes.contains(.uploadVerb) }) { return false }
    for (index, word) in words.enumerated() where Self.parts.contains(word.text) {
      let before = index > 0 ? words[index - 1].text : ""
      let after = index + 1 < words.count ? words[index + 1].text : ""
      if Self.ordinals.contains(before) || isNumber(after) && !word.text.hasSuffix("s") { return true }
      if before == "last", !["clip", "clips"].contains(word.text) { return true }
    }
    // "keep" chooses where it does not keep the film.
    guard words.contains(where: { $0.text == "keep" }) else { return false }
    return words.contains {
      isNumber($0.text) || Self.parts.contains($0.text) || Self.heard.contains($0.text)
    }
  }

  /// What may be left out of a film, or be asked to stay.
  private static let components: Set<String> = heard.union([
    "title", "titles", "text", "caption", "captions", "subtitle", "subtitles", "logo", "voiceover", "overlay",
    "overlays", "intro", "outro", "标题", "片名", "文字", "字幕", "音乐", "配乐", "声音", "音频", "旁白", "配音", "片头", "片尾",
  ])
  private static let leavingOut: Set<String> = ["without", "minus", "sans", "不带", "不含", "去掉", "没有", "除了"]

  /// "export it without the title": an edit comes before the export.
  func leavesOut(_ words: Words) -> Bool {
    guard let index = words.firstIndex(where: { Self.leavingOut.contains($0.text) }) else { return false }
    let what = words[(index + 1)...].first {
      !$0.classes.contains(.definite) && !["any", "all", "its", "my", "的"].contains($0.text)
    }
    return what.map { Self.components.contains($0.text) } ?? false
  }

  private static let elsewhere: Set<String> = [
    "youtube", "instagram", "insta", "tiktok", "facebook", "twitter", "linkedin", "whatsapp", "telegram",
    "discord",
    "vimeo", "reddit", "snapchat", "wechat", "bilibili", "抖音", "快手", "小红书", "微博", "微信", "朋友圈", "视频号", "油管",
    "哔哩哔哩",
  ]
  private static let sending: Set<String> = ["email", "mail", "tweet", "发邮件"]

  /// "upload it to YouTube", "email it to my boss": what nobody here can do is a message, whose answer says so.
  func isForElsewhere(_ words: Words) -> Bool {
    if words.contains(where: { Self.sending.contains($0.text) }),
      says(words, ["it", "this", "that", "them"]), says(words, ["to"])
    {
      return true
    }
    guard says(words, ["upload", "post", "publish", "share", "上传", "发布", "发", "传", "分享"]) else {
      return false
    }
    return says(words, ["to", "on", "onto", "到", "去"]) && words.contains { Self.elsewhere.contains($0.text) }
  }

  private static let heard: Set<String> = ["audio", "sound", "music", "voice", "song", "soundtrack"]

  private func isNumber(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }

  func isExport(_ words: Words, hasPath: Bool) -> Bool {
    let has = union(words)
    if says(words, ["what", "what's", "which", "why", "什么", "哪些", "什么时候"]), !says(words, ["link"]) {
      return false
    }
    if asksAboutThing(words) { return false }
    // "bring back the previous version"
    if says(words, ["back"]), says(words, ["bring", "give", "get", "put"]), !says(words, ["me"]) {
      return false
    }
    // "change the export text"
    if words.contains(where: { $0.classes.contains(.change) && !$0.classes.contains(.work) }) { return false }
    if has.contains(.exportVerb) {
      if namesControl(words) || asksHowMuch(words) { return false }
      return !(words[0].classes.contains(.indefinite) && !says(words, ["please", "me", "link"]))
    }
    let object = !has.isDisjoint(with: [.pronoun, .film, .format, .resolution, .place, .quality]) || hasPath
    let newFilm = startsNewFilm(words)
    if has.contains(.giveVerb), says(words, ["发给我", "发我", "给我", "传给我"]), words.count <= 3 { return true }
    if has.contains(.saveVerb) {
      return (object && !newFilm) || words.allSatisfy { $0.classes.contains(.saveVerb) || isPolite($0) }
    }
    if has.contains(.convertVerb) {
      // "turn it into a gif", "put it on my phone"
      if hasPath || (has.contains(.place) && object && says(words, Self.placeVerbs)) { return true }
      if says(words, ["final", "finished", "最终", "最后"]),
        says(words, ["文件", "成品", "file", "files", "deliverable", "master", "output"])
      {
        return true
      }
      // 「弄成 gif」, but not "make a gif of …".
      return has.contains(.format) && !(newFilm || makesNew(words))
    }
    if says(
      words, ["where", "where's", "wheres", "哪", "哪里", "哪儿", "呢", "どこ", "donde", "onde", "ou", "wo", "어디"]),
      has.contains(.film)
    {
      return !newFilm
    }
    if let place = words.firstIndex(where: { $0.classes.contains(.place) }), place > 1,
      says(words, ["get", "have", "move", "transfer", "bring", "want", "need", "like"]), !newFilm,
      words[..<place].contains(where: { !$0.classes.isDisjoint(with: [.pronoun, .film]) }), isDefinite(words)
    {
      return true
    }
    if words.count <= 4, says(words, ["发我", "发给我", "发过来", "传给我", "发来", "发我吧", "传我"]) { return true }
    let strongGive = words.contains { $0.classes.contains(.giveVerb) && !$0.classes.contains(.glue) }
    let weakGive =
      words.contains { $0.classes.contains(.giveVerb) && $0.classes.contains(.glue) }
      || (says(words, ["have"]) && says(words, ["can", "could", "may", "let"]))
      || words[0].text == "have"
      || (says(words, ["like"]) && says(words, ["i'd", "would"]))
      || (says(words, ["get", "have"]) && says(words, ["can", "could", "may", "let"]))
    if strongGive || weakGive {
      if has.contains(.format) || (has.contains(.resolution) && says(words, Self.copies)) {
        return true
      }
      if newFilm { return false }
      if has.contains(.film) { return strongGive || isDefinite(words) }
      if weakGive, has.contains(.resolution), has.contains(.pronoun) { return true }
      return strongGive && has.contains(.pronoun) && !says(words, ["want", "need"])
        && (!says(words, Self.roughVerbs) || says(words, ["me", "us", "over", "here"]))
    }
    if has.contains(.format) {
      return fits(words, [.glue, .format, .resolution, .quality, .film, .social, .praise, .done, .take])
    }
    if has.contains(.film), says(words, ["please", "pls", "plz", "bitte", "svp", "请"]),
      fits(words, [.glue, .film, .social, .quality]),
      !newFilm,
      !words.contains(where: {
        !$0.classes.isDisjoint(with: [.question, .indefinite]) && $0.classes.isDisjoint(with: .definite)
      })
    {
      return true
    }
    if has.contains(.quality), has.contains(.film) {
      return !newFilm && !words.contains { $0.classes.contains(.question) }
        && says(words, ["final", "finished", "成品", "成片", "原片", "最终", "finale", "fertige"])
    }
    if has.contains(.look), has.contains(.film), !words.contains(where: { $0.classes.contains(.question) }) {
      return !newFilm && isDefinite(words)
    }
    return words.allSatisfy { isCJKFilm($0) } && has.contains(.film) && says(words, ["成片", "成品"])
  }
}
