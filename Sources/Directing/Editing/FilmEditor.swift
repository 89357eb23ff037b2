/// Carries out edits on films: pure functions from a film and a request to a film and what changed.
///
/// A request that can't be done leaves the film exactly as it was and says why.
public struct FilmEditor: Sendable {
  /// Makes an editor.
  public init() {}

  /// The film with a request carried out, and what changed, told before → after.
  ///
  /// Undo, redo, starting over and questions are for whoever keeps the versions; they leave the film as it is.
  public func apply(_ request: EditRequest, to film: Film) -> (Film, EditSummary) {
    switch request {
    case .newScene(let storyboard): return newScene(storyboard)
    case .appendScene(let storyboard): return append(storyboard, to: film)
    case .undo, .redo, .startOver, .clear, .describe, .needsPrompt: return (film, EditSummary())
    case .substituted(let substitution): return (film, EditSummary(notes: [Wording.note(substitution)]))
    case .answer(let text): return (film, EditSummary(notes: [text]))
    case .cannot(let what, let nearest):
      return (film, EditSummary(refusal: Self.refusal(what, nearest: nearest)))
    case .inShot(let number, let inner): return edit(shot: number, with: inner, in: film)
    case .timeline(.insert(let item, let place)): return insert(item, at: place, in: film)
    default: break
    }
    guard !film.videoSegments.isEmpty else { return (film, EditSummary(refusal: Self.noFilm)) }
    switch request {
    case .setMusic(let plan, let name): return setMusic(plan, name: name, in: film)
    case .removeMusic: return removeMusic(in: film)
    case .setMusicVolume(let change): return setVolume(change, in: film)
    case .setTitle(let title): return setTitle(title, in: film)
    case .changeTitle(let text): return changeTitle(to: text, in: film)
    case .styleTitle(let style): return styleTitle(style, in: film)
    case .removeTitle: return removeTitle(in: film)
    case .addTitle(let title, let start): return addTitle(title, at: start, in: film)
    case .ofTitle(let number, let inner): return edit(title: number, with: inner, in: film)
    case .setLength(let length): return setLength(length, of: film)
    case .changeLength(let factor):
      // How much of somebody's footage is to go must be said.
      if factor < 1, film.videoSegments.contains(where: { $0.source?.kind == .video }) {
        return (film, EditSummary(refusal: Self.howShort(film)))
      }
      return setLength((Double(film.pictureMS) * factor / 100).nearestInt * 100, of: film)
    case .lengthen(let by): return setLength(film.pictureMS + by, of: film)
    case .setAspect(let ratio):
      return setCanvas(ratio.canvas(framesPerSecond: film.canvas.framesPerSecond), in: film)
    case .setFrameRate(let rate):
      return setCanvas(
        Canvas(width: film.canvas.width, height: film.canvas.height, framesPerSecond: rate), in: film)
    case .removeShot(let number): return removeShot(number, in: film)
    case .timeline(let edit): return apply(edit, to: film)
    case .setStyle(let style): return setStyle(style, in: film)
    default: return editShots(request, of: film, at: nil)
    }
  }

  static let noFilm = Bilingual(
    "There is no film to edit yet: describe a scene first, such as “a sunset over ocean waves”.",
    "还没有可以编辑的影片：请先描述一个场景，例如“海上日落”。")

  static func refusal(_ what: String, nearest: String?) -> Bilingual {
    guard let nearest else {
      return Bilingual("I can't do that yet: \(what). Nothing was changed.", "暂时做不到：\(what)。影片没有改动。")
    }
    return Bilingual(
      "I can't do that yet: \(what). Nothing was changed. What I can do: \(nearest).",
      "暂时做不到：\(what)。影片没有改动。可以做的是：\(nearest)。")
  }

  // MARK: Scenes

  private func newScene(_ storyboard: Storyboard) -> (Film, EditSummary) {
    let film = Film(storyboard)
    let length = Wording.seconds(film.pictureMS)
    var facts: [EditSummary.Fact] = []
    func tell(_ subject: Bilingual, _ value: Bilingual) {
      let line = Bilingual("\(subject.english): \(value.english)", "\(subject.chinese)：\(value.chinese)")
      facts.append(.init(line, before: nil, after: nil))
    }
    let names = storyboard.shots.map(\.name).joined(separator: " / ")
    tell(
      storyboard.shots.count > 1
        ? Bilingual("\(storyboard.shots.count) new scenes", "\(storyboard.shots.count) 个新镜头") : Wording.scene,
      Bilingual("\(names) (\(length.english))", "\(names)（\(length.chinese)）"))
    if let music = film.musicSegment { tell(Wording.music, Wording.music(music)) }
    if let title = film.titleSegment { tell(Wording.title, Wording.title(title, startMS: 0)) }
    return (film, EditSummary(facts: facts, notes: storyboard.substitutions.map(Wording.note)))
  }

  private func append(_ storyboard: Storyboard, to film: Film) -> (Film, EditSummary) {
    guard !film.videoSegments.isEmpty else { return newScene(storyboard) }
    guard film.pictureMS + storyboard.durationMS <= Director.longestMS else {
      return (film, EditSummary(refusal: Self.tooLong))
    }
    var edited = film
    let before = film.pictureMS
    edited.editVideo { segments in
      segments += storyboard.shots.map {
        Film.Segment(durationMS: $0.durationMS, metadata: Film.Metadata(name: $0.name), shot: $0)
      }
    }
    edited.fitToPictures()
    return (
      edited,
      EditSummary(
        facts: [
          .init(
            Wording.shot, before: nil,
            after: Wording.plain(storyboard.shots.map(\.name).joined(separator: " / "))),
          .init(Wording.length, before: Wording.seconds(before), after: Wording.seconds(edited.pictureMS)),
        ], notes: storyboard.substitutions.map(Wording.note))
    )
  }

  private func removeShot(_ number: Int, in film: Film) -> (Film, EditSummary) {
    let segments = film.videoSegments
    let index = number < 0 ? segments.count + number : number
    guard segments.indices.contains(index) else {
      return (film, EditSummary(refusal: Self.noShot(number, of: segments.count)))
    }
    guard segments.count > 1 else {
      return (
        film,
        EditSummary(
          refusal: Bilingual(
            "The film has only this scene; describe another to replace it, or say “start over”.",
            "影片只有这一个镜头；请描述新的场景来替换，或说“重新开始”。"))
      )
    }
    var edited = film
    let before = film.pictureMS
    edited.editVideo { $0.remove(at: index) }
    edited.fitToPictures()
    let name = segments[index].metadata.name ?? "\(index + 1)"
    return (
      edited,
      EditSummary(facts: [
        .init(Wording.shot, before: Wording.plain(name), after: nil),
        .init(Wording.length, before: Wording.seconds(before), after: Wording.seconds(edited.pictureMS)),
      ])
    )
  }

  private func edit(shot number: Int, with request: EditRequest, in film: Film) -> (Film, EditSummary) {
    let segments = film.videoSegments
    guard !segments.isEmpty else { return (film, EditSummary(refusal: Self.noFilm)) }
    let index = number < 0 ? segments.count + number : number
    guard segments.indices.contains(index) else {
      return (film, EditSummary(refusal: Self.noShot(number, of: segments.count)))
    }
    let old = segments[index].durationMS
    switch request {
    case .setLength(let length): return setLength(length, ofShot: index, in: film)
    case .changeLength(let factor):
      return setLength((Double(old) * factor).nearestInt, ofShot: index, in: film)
    case .lengthen(let by): return setLength(old + by, ofShot: index, in: film)
    case .newScene(let storyboard): return replaceShot(index, with: storyboard, in: film)
    default: return request.isOfShot ? editShots(request, of: film, at: index) : apply(request, to: film)
    }
  }

  /// Another scene in the place of one, as long as that was.
  private func replaceShot(_ index: Int, with storyboard: Storyboard, in film: Film) -> (Film, EditSummary) {
    guard var shot = storyboard.shots.first else { return (film, EditSummary(refusal: Self.asItIs)) }
    let old = film.videoSegments[index]
    shot.durationMS = old.durationMS
    var edited = film
    edited.editVideo { segments in
      segments[index] = Film.Segment(
        durationMS: old.durationMS, metadata: Film.Metadata(name: shot.name), shot: shot)
    }
    edited.fitToPictures()
    let subject = Bilingual("Scene \(index + 1)", "第 \(index + 1) 个镜头")
    return (
      edited,
      EditSummary(
        facts: [
          .init(subject, before: Wording.plain(old.metadata.name ?? ""), after: Wording.plain(shot.name))
        ],
        notes: storyboard.substitutions.map(Wording.note))
    )
  }

  static func noShot(_ number: Int, of count: Int) -> Bilingual {
    Bilingual(
      "There is no scene \(number + 1): the film has \(count).", "没有第 \(number + 1) 个镜头：影片共有 \(count) 个。")
  }

  // MARK: The canvas

  private func setCanvas(_ canvas: Canvas, in film: Film) -> (Film, EditSummary) {
    guard canvas != film.canvas else { return (film, EditSummary(refusal: Self.asItIs)) }
    var edited = film
    edited.canvas = canvas
    var facts: [EditSummary.Fact] = []
    if canvas.width != film.canvas.width || canvas.height != film.canvas.height {
      facts.append(.init(Wording.shape, before: Wording.canvas(film.canvas), after: Wording.canvas(canvas)))
    }
    if canvas.framesPerSecond != film.canvas.framesPerSecond {
      facts.append(
        .init(
          Wording.rate, before: Wording.plain("\(film.canvas.framesPerSecond) fps"),
          after: Wording.plain("\(canvas.framesPerSecond) fps")))
    }
    return (edited, EditSummary(facts: facts))
  }

  static let asItIs = Bilingual("It is that way already; nothing was changed.", "已经是这样了，没有改动。")
  static let tooLong = Bilingual(
    "That would be longer than ten minutes, the longest film there is; nothing was changed.",
    "超过了最长十分钟的限制，没有改动。")
}
