extension FilmEditor {
  /// Carries out an edit of the picture in one shot, or in all of them.
  func editShots(_ request: EditRequest, of film: Film, at only: Int?) -> (Film, EditSummary) {
    let indices = film.videoSegments.indices.filter {
      (only == nil || only == $0) && film.videoSegments[$0].shot != nil
    }
    guard !indices.isEmpty else {
      return (
        film,
        EditSummary(
          refusal: Bilingual(
            "This is uploaded footage: only drawn scenes can be changed inside. It can be cropped, blurred, cut and coloured: “crop to the middle”, “blur it”.",
            "这是上传的素材：只有绘制的场景才能改动内容。素材可以裁剪、模糊、剪切和调色：“裁到中间”“模糊画面”。"))
      )
    }
    var edited = film
    var facts: [EditSummary.Fact] = []
    edited.editVideo { segments in
      for index in indices {
        guard let old = segments[index].shot else { continue }
        let (new, fact) = Self.edit(old, with: request)
        segments[index].shot = new
        // One fact says it for all shots that change the same way.
        if new != old, let fact,
          !facts.contains(where: { $0.subject == fact.subject && $0.after == fact.after })
        {
          facts.append(fact)
        }
      }
    }
    if request == .anotherTake, only == nil, let music = edited.musicSegment?.music {
      var generator = SeededGenerator(seed: music.seed)
      var plan = music
      plan.seed = generator.next()
      edited.editFirst(.audio, where: { $0.music != nil }) { $0.music = plan }
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.reason(request))) }
    return (edited, EditSummary(facts: facts))
  }

  private static func reason(_ request: EditRequest) -> Bilingual {
    switch request {
    case .removeElement(let kinds):
      let names = Wording.list(kinds.map { Bilingual($0.name(in: .english), $0.name(in: .chinese)) })
      let isPlural = kinds.count > 1 || names.english.hasSuffix("s") && !names.english.hasSuffix("ss")
      return Bilingual(
        "There \(isPlural ? "are" : "is") no \(names.english) in the picture; nothing was changed.",
        "画面里没有\(names.chinese)，没有改动。")
    case .changeElement(let kind, _):
      return Bilingual(
        "The \(kind.name(in: .english)) is not in the picture, or is that way already; nothing was changed.",
        "画面里没有\(kind.name(in: .chinese))，或已经是这样了，没有改动。")
    case .removeTint: return Bilingual("The picture has no tint; nothing was changed.", "画面没有色调，没有改动。")
    default: return asItIs
    }
  }

  private static func edit(_ shot: Shot, with request: EditRequest) -> (Shot, EditSummary.Fact?) {
    var new = shot
    switch request {
    case .setStyle(let style):
      new.style = style
      return (
        new,
        .init(Bilingual("Style", "风格"), before: styleName(shot.style), after: styleName(style))
      )
    case .setTimeOfDay(let time):
      setTime(time, of: &new)
      return (new, .init(Wording.time, before: Wording.time(shot.timeOfDay), after: Wording.time(time)))
    case .setTint(let colour):
      new.tint = colour
      return (new, .init(Wording.tint, before: Wording.colour(shot.tint), after: Wording.colour(colour)))
    case .removeTint:
      new.tint = nil
      return (new, .init(Wording.tint, before: Wording.colour(shot.tint), after: nil))
    case .setEnergy(let change):
      new.energy = min(1, max(0.02, change.applied(to: max(0.05, shot.energy))))
      return (
        new,
        .init(
          Wording.energy, before: Wording.plain(Wording.percent(shot.energy)),
          after: Wording.plain(Wording.percent(new.energy)))
      )
    case .setCamera(let move):
      new.camera = move
      return (new, .init(Wording.camera, before: Wording.camera(shot.camera), after: Wording.camera(move)))
    case .setLoop(let loops):
      new.loops = loops
      return (new, .init(Wording.loop, before: Wording.yesNo(shot.loops), after: Wording.yesNo(loops)))
    case .setSpeed(let change):
      for index in new.elements.indices {
        new.elements[index].speed = min(3, max(0, change.applied(to: new.elements[index].speed)))
      }
      let before = shot.elements.map(\.speed).max() ?? 1
      let after = new.elements.map(\.speed).max() ?? 1
      return (
        new,
        .init(
          Wording.speed, before: Wording.plain(Wording.percent(before)),
          after: Wording.plain(Wording.percent(after)))
      )
    case .addElement(let elements): return add(elements, to: shot)
    case .removeElement(let kinds):
      let gone = shot.elements.filter { kinds.contains($0.kind) }
      new.elements.removeAll { kinds.contains($0.kind) }
      if new.elements.isEmpty { new.elements = [SceneElement(.flow)] }
      return (new, .init(Wording.inPicture, before: Wording.list(gone.map(Wording.element)), after: nil))
    case .changeElement(let kind, let change): return self.change(kind, by: change, in: shot)
    case .anotherTake:
      var generator = SeededGenerator(seed: shot.seed)
      new.seed = generator.next()
      return (new, .init(Bilingual("Another take of the same scenes", "同样的场景换了一版"), before: nil, after: nil))
    default: return (shot, nil)
    }
  }

  /// Sets the light, and exchanges what only belongs to the other: the sun for stars, stars for clouds.
  private static func setTime(_ time: TimeOfDay, of shot: inout Shot) {
    shot.timeOfDay = time
    let hasSky = !shot.elements.contains { $0.kind.isAbstract || $0.kind == .underwater }
    guard hasSky else { return }
    let isCovered = [.rain, .snow, .fog, .lightning].contains { shot.element($0) != nil }
    switch time {
    case .night:
      shot.elements.removeAll { $0.kind == .sun || $0.kind == .rainbow }
      if !isCovered, shot.element(.stars) == nil { shot.elements.append(SceneElement(.stars)) }
    case .dusk, .overcast:
      shot.elements.removeAll { $0.kind == .sun || (time == .overcast && $0.kind == .stars) }
      if shot.element(.clouds) == nil { shot.elements.append(SceneElement(.clouds)) }
    case .sunset, .dawn, .goldenHour, .day:
      shot.elements.removeAll { $0.kind == .stars || $0.kind == .moon }
      if time != .day, !isCovered, shot.element(.sun) == nil { shot.elements.append(SceneElement(.sun)) }
      if shot.element(.clouds) == nil { shot.elements.append(SceneElement(.clouds)) }
    }
  }

  private static func add(_ elements: [SceneElement], to shot: Shot) -> (Shot, EditSummary.Fact?) {
    var new = shot
    for element in elements {
      guard
        let index = new.elements.firstIndex(where: {
          $0.kind == element.kind
            && (element.colour == nil || $0.colour == nil || $0.colour == element.colour)
        })
      else {
        new.elements.append(element)
        continue
      }
      // More of what is there: the numbers add up, and what is said anew counts.
      var merged = new.elements[index]
      if let more = element.count {
        merged.count = min(500, (merged.count ?? 0) + more)
      } else if element == SceneElement(element.kind) {
        // "add birds" to birds: twice as many, or more of what can't be counted.
        if element.kind.isCountable {
          merged.count = min(500, (merged.count ?? 4) * 2)
        } else {
          merged.size = min(2.5, merged.size * 1.3)
        }
      }
      merged.colour = element.colour ?? merged.colour
      if element.size != 1 { merged.size = element.size }
      if element.speed != 1 { merged.speed = element.speed }
      if element.place != 0 { merged.place = element.place }
      if element.heading != .any { merged.heading = element.heading }
      new.elements[index] = merged
    }
    return (new, .init(Wording.inPicture, before: nil, after: Wording.list(elements.map(Wording.element))))
  }

  private static func change(_ kind: SceneElement.Kind, by change: ElementChange, in shot: Shot) -> (
    Shot, EditSummary.Fact?
  ) {
    var new = shot
    var before: [Bilingual] = []
    var after: [Bilingual] = []
    for index in new.elements.indices where new.elements[index].kind == kind {
      let old = new.elements[index]
      let now = change.applied(to: old)
      new.elements[index] = now
      func tell(_ was: Bilingual, _ isNow: Bilingual) {
        before.append(was)
        after.append(isNow)
      }
      if old.colour != now.colour {
        tell(
          Wording.colour(old.colour) ?? Bilingual("its own colour", "原色"),
          Wording.colour(now.colour) ?? Bilingual("its own colour", "原色"))
      }
      if old.count != now.count {
        tell(
          old.count.map { Wording.plain("\($0)") } ?? Bilingual("some", "若干"),
          Wording.plain("\(now.count ?? 1)"))
      }
      if old.size != now.size {
        let (was, isNow) = (Wording.percent(old.size), Wording.percent(now.size))
        tell(Bilingual("size \(was)", "大小 \(was)"), Bilingual("size \(isNow)", "大小 \(isNow)"))
      }
      if old.speed != now.speed {
        let (was, isNow) = (Wording.percent(old.speed), Wording.percent(now.speed))
        tell(Bilingual("speed \(was)", "速度 \(was)"), Bilingual("speed \(isNow)", "速度 \(isNow)"))
      }
      if old.place != now.place { tell(side(old.place), side(now.place)) }
      if old.heading != now.heading { tell(name(old.heading), name(now.heading)) }
    }
    let name = kind.name(in: .english)
    let subject = Bilingual(name.prefix(1).uppercased() + name.dropFirst(), kind.name(in: .chinese))
    return (new, .init(subject, before: Wording.list(before), after: Wording.list(after)))
  }

  private static func side(_ place: Double) -> Bilingual {
    if place < -0.1 { return Bilingual("on the left", "左边") }
    return place > 0.1 ? Bilingual("on the right", "右边") : Bilingual("where it suits", "原处")
  }

  private static func name(_ heading: SceneElement.Heading) -> Bilingual {
    switch heading {
    case .any: Bilingual("going its way", "原方向")
    case .left: Bilingual("going left", "向左")
    case .right: Bilingual("going right", "向右")
    }
  }
}
