/// Beginnings of sentences about titles without a noun for them.
extension TitleSentenceReader {
  /// "end with the text …", "open with “…”".
  func timed(at index: Int, _ head: Head) -> Head? {
    func phrases(_ verbs: [String]) -> [String] {
      let films = [
        "", " it", " this", " the video", " the film", " the clip", " the movie", " my video", " off",
      ]
      return verbs.flatMap { verb in films.map { "\(verb)\($0) with" } }
    }
    let ways: [(TimePoint, [String])] = [
      (.end, phrases(["end", "finish", "close"]) + ["end on", "finish on", "以"]),
      (.start, phrases(["start", "open", "begin"])),
    ]
    for (point, names) in ways {
      guard let end = scanner.longest(of: names, at: index) else { continue }
      var head = head
      let next = scanner.pastBlanks(end)
      if scanner.text(index..<end) == "以" {
        head.needsEnd = true
        head.isLinked = true
      } else {
        head.item.clauses[0].append(.moment(point))
        if let found = behindVerb(next, head) { return found }
        if quotation(at: next) == nil {
          guard isCapital(next) || isLoose && isPhrase(next) else { return nil }
          head.isShown = true
          head.isLinked = true
        }
      }
      head.words = next
      return head
    }
    return nil
  }

  /// Whether a place begins like a sentence of its own rather than like a thing of the film: "follow me for more".
  private func isPhrase(_ index: Int) -> Bool {
    let things = [
      "a", "an", "the", "some", "my", "our", "this", "that", "it", "clip", "scene", "shot", "music", "no",
      "black",
      "white", "slow", "fade", "silence", "credits", "fading", "nothing", "same", "another", "more", "less",
    ]
    guard index < scanner.end, scanner.characters[index].isLowercase,
      scanner.longest(of: things, at: index) == nil
    else { return false }
    let rest = scanner.text(index..<scanner.end)
    let tokens = ClauseCues(rest).tokens
    return tokens.count >= 2 && !EditMessage.verbs.contains(tokens[0].text)
      && EditClause.wordsOfEdits.isDisjoint(with: [tokens[0].text])
  }

  /// What a message begins with, where a time in it is a moment: "15秒显示…".
  func asMoment(_ fronted: TitleDetailReader.Found) -> [TitleDetail] {
    guard fronted.all.count == 1, case .length(let length) = fronted.all[0], fronted.end < scanner.end,
      scanner.longest(of: Self.writing + Self.showing, at: scanner.pastBlanks(fronted.end)) != nil,
      PhraseScanner.isHan(scanner.characters[scanner.pastBlanks(fronted.end)])
    else { return fronted.all }
    return [.moment(.at(length))]
  }

  /// The words behind what is said of them, where it ends with the verb or with the noun: "在底部显示 前方高能", "右下角白色小字 …".
  func shown(from start: Int, at index: Int, _ head: Head) -> Head? {
    guard index < scanner.end, nounEnd(at: index) == nil else { return nil }
    var head = head
    let before = scanner.text(start..<index)
    let said = before.trimmingBlanks
    let isSpaced = before != said || !PhraseScanner.isHan(scanner.characters[index])
    if let colon = scanner.longest(of: [":", "："], at: index), scanner.pastBlanks(colon) < scanner.end {
      guard head.item.details.contains(where: \.isOfLetters) else { return nil }
      head.words = scanner.pastBlanks(colon)
      head.hasColon = true
    } else if ["显示", "展示", "打出", "写着"].contains(where: said.hasSuffix)
      || ["出现", "字", "文字", "字体"].contains(where: said.hasSuffix) && isSpaced
    {
      head.words = index
    } else {
      return nil
    }
    guard isNoThing(head.words) else { return nil }
    head.isLinked = true
    head.isShown = true
    return head
  }

  /// Whether a verb that writes, or one that shows a quotation, stands at a place.
  func bringsWords(at index: Int) -> Bool {
    if scanner.longest(of: Self.writing, at: index) != nil { return true }
    return scanner.longest(of: Self.showing, at: index).map { quotation(at: scanner.pastBlanks($0)) != nil }
      ?? false
  }

  /// Whether what stands at a place begins like words rather than like something that is shown.
  func isNoThing(_ index: Int) -> Bool {
    let things = [
      "logo", "the", "a", "an", "my", "it", "music", "video", "clip", "image", "photo", "picture",
      "watermark", "图片",
      "照片", "标志", "水印", "视频", "音乐", "画面", "进度条", "时间", "日期", "表情", "贴纸", "二维码", "滤镜", "特效", "上传", "我的", "片段",
      "一个", "一只", "一张", "这", "那", "它", "倒计时", "天气",
    ]
    return index < scanner.end && nounEnd(at: index) == nil && scanner.longest(of: things, at: index) == nil
  }
}
