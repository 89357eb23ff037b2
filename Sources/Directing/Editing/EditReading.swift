/// Turns one clause of an edit into requests, against the film that it edits.
struct EditReading {
  let clause: EditClause
  let film: Film
  let director: Director
  /// The verb of the clause before.
  var inherited: EditVerb?
  /// The things that the clause before named: "add three birds and make them red".
  var focus: [SceneElement.Kind] = []

  var settings: Settings { clause.settings }
  var sketch: Sketch { clause.sketch }
  var language: Language { clause.language }
  var verbs: [EditVerb] {
    // "add music and a title": the second thing takes the verb of the first.
    let own = clause.verbs.map(\.verb)
    return own.isEmpty ? inherited.map { [$0] } ?? [] : own
  }
  var removes: Bool {
    verbs.contains(.remove) || clause.text.pieces.contains { $0.has(.negation) && !$0.isUsed }
  }

  /// The requests of the clause; at least one.
  func requests() -> [EditRequest] {
    if let special = special() { return special }
    let shot = shotNumber()
    if let shot, removes, !sketch.namesScene { return [.removeShot(shot)] }
    var requests = filmRequests(inShot: shot != nil)
    if !(replacement(&requests)) { pictureRequests(&requests) }
    if let shot {
      requests = requests.map { $0.isOfShot ? .inShot(shot, $0) : $0.of(.clip(shot)) ?? $0 }
    }
    requests += clause.unavailable.filter { !requests.contains($0) }
    if requests.isEmpty {
      let help = clause.isVagueWish ? Self.vagueHelp : film.firstShot == nil ? Self.footageHelp : Self.help
      requests = [.cannot(what: clause.words, nearest: help.text(in: language))]
    }
    return requests
  }

  static let footageHelp = Bilingual(
    "say what to do with the footage: “cut the first 3 seconds”, “speed up 2x”, “black and white”, “add the title ‘Day 1’”, "
      + "“lo-fi music”",
    "说明要怎么处理素材：“剪掉前三秒”“加速两倍”“黑白”“加标题‘第一天’”“lo-fi音乐”")
  static let lengthHelp = Bilingual(
    "say what is to be so long: “make the film 12 seconds”, “show clip 2 for 2 seconds”, “fade out over 2 seconds”",
    "说明什么要这么长：“影片改成12秒”“第二段显示2秒”“结尾淡出2秒”")
  static let vagueHelp = Bilingual(
    "say what is to change: “20% more contrast”, “more saturation”, “speed it up”, “upbeat music”, “add a vignette”",
    "说明要改什么：“对比度加20%”“颜色更鲜艳”“加速”“欢快的音乐”“加暗角”")
  static let sceneHelp = Bilingual(
    "change what is there (“make it night”, “more energy”, “faster”, “title: Urban Dreams”), or describe a new scene by what "
      + "is seen in it (“a lighthouse in a storm”)",
    "改动现有影片（“改成夜晚”“更动感”“快一点”“标题改成城市之梦”），或描述新场景里看得到的东西（“暴风雨中的灯塔”）")
  /// Whether a refusal says no more than that its words were not understood.
  static func isOfWordsAlone(_ request: EditRequest) -> Bool {
    guard case .cannot(_, let nearest?) = request else { return false }
    return [footageHelp, lengthHelp, help, sceneHelp, appendHelp].contains {
      [$0.english, $0.chinese].contains(nearest)
    }
  }

  static let appendHelp = Bilingual("add it as a scene: “add a scene: …”", "把它作为镜头加上：“加一个镜头：……”")

  private static let help = Bilingual(
    "say what to change: “make it night”, “add three birds”, “lo-fi music”, “title: Urban Dreams”, “15 seconds”",
    "说明要改什么：“改成夜晚”“加三只鸟”“lo-fi音乐”“标题改成城市之梦”“15秒”")

  // MARK: Phrases

  private func special() -> [EditRequest]? {
    let unavailable = clause.unavailable
    for phrase in clause.phrases {
      switch phrase {
      case .undo:
        // "back to the original": with footage there is one.
        let cues = ClauseCues(clause.words)
        let isOfAll = film.firstShot == nil && cues.has("original", "恢复原状", "恢复到最初")
        return isOfAll ? [.startOver] : Array(repeating: .undo, count: steps)
      case .redo: return Array(repeating: .redo, count: steps)
      case .clear: return [.clear]
      case .startOver:
        // "reset the crop" does not throw the film away.
        let cues = ClauseCues(clause.words)
        let isOfMore =
          cues.has("reset") && cues.tokens.count > 2
          && !cues.has("everything", "all", "film", "video", "project", "timeline", "whole")
        return isOfMore
          ? [
            .cannot(
              what: clause.words,
              nearest: Bilingual(
                "“undo” takes the last change back, “start over” all of the film", "“撤销”取消上一步，“重新开始”清空影片"
              ).text(in: language))
          ]
          : [.startOver]
      case .describe: return [.describe]
      case .anotherTake: return [.anotherTake]
      case .ownPrompt: return [.needsPrompt]
      case .unavailable: break
      }
    }
    // "a title in big bold letters": all but the bold can be done.
    if !unavailable.isEmpty, settings.title.text == nil {
      // What a prompt can't ask for, footage can be asked for: it was said in words that were not understood.
      return film.firstShot == nil && !film.videoSegments.isEmpty
        && unavailable.contains(where: \.isOfPrompts)
        ? [.cannot(what: clause.words, nearest: Self.footageHelp.text(in: language))] : unavailable
    }
    let pieces = clause.text.pieces
    let isWishForFilm =
      pieces.contains { $0.has(.command) } && pieces.contains { $0.has(.filmWord) && !$0.isUsed }
    if isWishForFilm, !clause.hasSettings, sketch.isEmpty, sketch.comparisons.isEmpty, clause.verbs.isEmpty {
      return [.needsPrompt]
    }
    return nil
  }

  /// How many steps back or forth: "undo the last two changes", "undo twice".
  private var steps: Int {
    let cues = ClauseCues(clause.words)
    if cues.has(
      "the original", "original", "undo all", "原始", "最初", "原状", "everything", "all changes", "all of it",
      "全部", "所有")
    {
      return 24
    }
    if cues.has("twice", "两次", "两步") { return 2 }
    for index in cues.tokens.indices {
      guard let (value, end) = ClauseCues.number(cues.tokens, at: index), (1...24).contains(value),
        end < cues.tokens.count,
        ["changes", "steps", "edits", "times", "次", "步", "个"].contains(cues.tokens[end].text)
      else { continue }
      return Int(value)
    }
    return 1
  }

  // MARK: The film as a whole

  private func filmRequests(inShot: Bool) -> [EditRequest] {
    var requests: [(piece: Int, request: EditRequest)] = []
    for request in titleRequests() {
      requests.append((position { $0.has(.titleNoun) || $0.has(.titled) || $0.has(.noTitle) }, request))
    }
    for request in musicRequests() {
      requests.append(
        (
          position {
            $0.has(.musicNoun) || $0.has(.noMusic)
              || $0.meanings.contains { if case .mood = $0 { true } else { false } }
          }, request
        ))
    }
    for request in lengthRequests() {
      requests.append((settings.lengths.last?.piece ?? position { _ in false }, request))
    }
    if let pixels = settings.pixels {
      requests.append((0, .setAspect(AspectRatio.nearest(to: pixels))))
    } else if let aspect = settings.aspect {
      requests.append((position { $0.isAspect }, .setAspect(aspect)))
    }
    if let rate = settings.framesPerSecond {
      requests.append((position { $0.has(.unit(.framesPerSecond)) }, .setFrameRate(rate)))
    }
    if let loops = settings.loops {
      requests.append((position { $0.has(.loops) }, .setLoop(loops && !removes)))
    }
    return requests.sorted { $0.piece < $1.piece }.map(\.request)
  }

  private func position(_ matches: (Piece) -> Bool) -> Int {
    clause.text.pieces.firstIndex(where: matches) ?? clause.text.pieces.count
  }

  private func titleRequests() -> [EditRequest] {
    let wish = settings.title
    if wish.isRefused { return [.removeTitle] }
    guard wish.isMentioned else {
      return []
    }
    let old = film.titleSegment?.title
    if let text = wish.text {
      let isNew = old == nil || verbs.contains(.add)
      if isNew {
        return [
          .setTitle(
            wish.style.applied(to: TitlePlan(text: text, durationMS: min(3000, max(1000, film.durationMS)))))
        ]
      }
      return [.changeTitle(text: text)] + (wish.style.isEmpty ? [] : [.styleTitle(wish.style)])
    }
    if removes { return [.removeTitle] }
    var style = wish.style
    // "the title is too big"
    if case .to(let size)? = style.size, ClauseCues(clause.words).has("too") {
      style.size = .times(size > 1 ? 0.7 : 1.4)
    }
    if style.size == nil, !verbs.contains(.add) {
      if let comparison = sketch.comparisons.first(where: { $0.property == .size }) {
        style.size = .times(strongly(comparison.factor))
      }
      if verbs.contains(.increase) { style.size = .times(1.4) }
      if verbs.contains(.decrease) { style.size = .times(0.7) }
    }
    if style.durationMS == nil, let old {
      if let comparison = sketch.comparisons.first(where: { $0.property == .length }) {
        style.durationMS = (Double(old.durationMS) * comparison.factor).nearestInt
      }
    }
    // "put the title in the corner" is about the one that is there.
    let isThatOne = ["the title", "标题放", "标题移"].contains { clause.words.lowercased().contains($0) }
    if old != nil, !verbs.contains(.add) || isThatOne && !style.isEmpty {
      return style.isEmpty
        ? [
          .cannot(
            what: Bilingual("a change of the title without its words", "没有内容的标题修改").text(in: language),
            nearest: Bilingual("say “change the title to …”", "说“标题改成…”").text(in: language))
        ] : [.styleTitle(style)]
    }
    guard film.firstShot != nil || verbs.contains(.add) else {
      return [
        .cannot(
          what: Bilingual("changing the title: the film has none", "修改标题：影片还没有标题").text(in: language),
          nearest: Bilingual("say “add the title …” with its words", "说“加标题……”并给出文字").text(in: language))
      ]
    }
    guard let name = film.firstShot?.name else {
      return [
        .cannot(
          what: Bilingual("a title without its words", "没有文字的标题").text(in: language),
          nearest: Bilingual("say “add the title ‘…’” with its words", "说“加标题‘……’”并给出文字").text(in: language))
      ]
    }
    return [
      .setTitle(
        style.applied(
          to: TitlePlan(text: Namer.title(from: name), durationMS: min(3000, max(1000, film.durationMS)))))
    ]
  }
}

extension EditClause {
  /// The user's words of the piece before another, in lower case.
  func words(before index: Int, count: Int) -> String {
    text.words(max(0, index - count)..<index).lowercased()
  }
}

extension Piece {
  fileprivate var isAspect: Bool {
    meanings.contains {
      switch $0 {
      case .aspect, .aspectIfSaid, .number: true
      default: false
      }
    }
  }
}

extension AspectRatio {
  /// The usual ratio that pixels have.
  static func nearest(to canvas: Canvas) -> AspectRatio {
    let wanted = Double(canvas.width) / Double(canvas.height)
    let usual = [
      portrait, landscape, square, fourByFive, AspectRatio(4, 3), AspectRatio(3, 4), AspectRatio(21, 9),
      AspectRatio(3, 2), AspectRatio(2, 3),
    ]
    func distance(_ ratio: AspectRatio) -> Double {
      let value = Double(ratio.width) / Double(ratio.height)
      return max(value / wanted, wanted / value)
    }
    return usual.min { distance($0) < distance($1) } ?? .portrait
  }
}

extension EditRequest {
  /// Whether it can be asked of one shot alone.
  var isOfShot: Bool {
    switch self {
    case .setLength, .changeLength, .lengthen, .setLoop, .setTimeOfDay, .setTint, .removeTint, .setEnergy,
      .setCamera, .setSpeed,
      .addElement, .removeElement, .changeElement, .anotherTake, .setStyle:
      true
    default: false
    }
  }
}
