extension FilmEditor {
  func reshape(_ ratio: AspectRatio, fit: FramingPlan.Fit, in film: Film) -> (Film, EditSummary) {
    var edited = film
    edited.canvas = ratio.canvas(framesPerSecond: film.canvas.framesPerSecond)
    edited.editVideo { segments in
      // A drawn scene is drawn anew for any canvas.
      for index in segments.indices where segments[index].shot == nil {
        segments[index].edit(\.framing) { $0.fit = fit }
      }
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    var facts: [EditSummary.Fact] = []
    if edited.canvas != film.canvas {
      facts.append(
        .init(Wording.shape, before: Wording.canvas(film.canvas), after: Wording.canvas(edited.canvas)))
    }
    if let index = film.videoSegments.firstIndex(where: { $0.shot == nil }),
      film.videoSegments[index].framing?.fit != fit
    {
      facts.append(
        .init(
          Self.fitWords, before: Self.name(film.videoSegments[index].framing?.fit), after: Self.name(fit)))
    }
    return (edited, EditSummary(facts: facts))
  }

  private static let fitWords = Bilingual("Fit", "适配方式")

  private static func name(_ fit: FramingPlan.Fit?) -> Bilingual {
    switch fit {
    case .pad: Bilingual("whole, with black bars", "完整显示，加黑边")
    case .blur: Bilingual("whole, with blurred sides", "完整显示，两侧模糊")
    case .fill: Bilingual("filled, edges cut off", "铺满画面，裁掉边缘")
    case nil: Bilingual("automatic", "自动")
    }
  }

  func setFit(_ fit: FramingPlan.Fit, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    change(choice, of: film, subject: Self.fitWords, tell: { Self.name($0.framing?.fit) }) { segment in
      segment.edit(\.framing) { $0.fit = fit }
    }
  }

  func crop(to crop: FramingPlan.Crop, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    change(
      choice, of: film, subject: Bilingual("Crop", "裁切"),
      tell: { segment in
        let crop = segment.framing?.crop
        let (width, height) = (Wording.percent(crop?.width ?? 1), Wording.percent(crop?.height ?? 1))
        return Bilingual("\(width) × \(height)", "\(width) × \(height)")
      },
      { segment in
        segment.edit(\.framing) { framing in
          // A crop of what is cropped already.
          let old = framing.crop ?? FramingPlan.Crop(x: 0, y: 0, width: 1, height: 1)
          let new = FramingPlan.Crop(
            x: old.x + crop.x * old.width, y: old.y + crop.y * old.height, width: old.width * crop.width,
            height: old.height * crop.height)
          framing.crop = crop.width >= 1 && crop.height >= 1 ? nil : new
        }
      })
  }

  /// Turns clips; where the whole film is turned onto its side, the canvas turns with it.
  func rotate(by degrees: Int, _ choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    var (edited, summary) = change(
      choice, of: film, subject: Bilingual("Rotation", "旋转"),
      tell: { Wording.plain("\($0.framing?.visibleRotation ?? 0)°") },
      { segment in
        segment.edit(\.framing) { framing in
          let degrees = framing.isMirrored ? -degrees : degrees
          let turns = (framing.quarterTurns + degrees / 90 % 4 + 4) % 4
          framing.rotation = turns == 0 ? nil : turns * 90
        }
      })
    let isWhole = indices(choice, in: film)?.count == film.videoSegments.count
    guard summary.isDone, isWhole, degrees / 90 % 2 != 0, Self.liesAcross(edited) else {
      return (edited, summary)
    }
    edited.canvas = Canvas(
      width: film.canvas.height, height: film.canvas.width, framesPerSecond: film.canvas.framesPerSecond)
    summary.facts.append(
      .init(Wording.shape, before: Wording.canvas(film.canvas), after: Wording.canvas(edited.canvas)))
    return (edited, summary)
  }

  /// Turns clips by some degrees beside the quarters, half a quarter at most in all.
  func tilt(by degrees: Double, _ choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    let tilts = (indices(choice, in: film) ?? []).map { film.videoSegments[$0].framing?.visibleTilt ?? 0 }
    if tilts.contains(where: { abs($0 + degrees) > 45 }) {
      return refuse(
        film, "The picture can be turned by 45 degrees at most beside quarters; nothing was changed.",
        "除 90 度的倍数外，画面最多再转 45 度，没有改动。")
    }
    return change(
      choice, of: film, subject: Bilingual("Tilt, clockwise", "顺时针倾斜"),
      tell: { Wording.plain("\(Wording.number($0.framing?.visibleTilt ?? 0))°") },
      { segment in
        segment.edit(\.framing) { framing in
          let tilt = (framing.tilt ?? 0) + (framing.isMirrored ? -degrees : degrees)
          framing.tilt = abs(tilt) < 0.05 ? nil : (tilt * 10).rounded() / 10
        }
      })
  }

  /// Whether the first clip, as it is turned now, stands upright on a wide canvas or lies on an upright one. A drawn scene
  /// is drawn for its canvas, which stays.
  private static func liesAcross(_ film: Film) -> Bool {
    let canvas = film.canvas
    guard canvas.width != canvas.height, let first = film.videoSegments.first, first.shot == nil,
      let width = first.source?.width, let height = first.source?.height
    else { return false }
    var shape = (width: Double(width), height: Double(height))
    if let crop = first.framing?.crop {
      shape = (shape.width * crop.width, shape.height * crop.height)
    }
    if (first.framing?.quarterTurns ?? 0) % 2 == 1 { shape = (shape.height, shape.width) }
    return (shape.width > shape.height) != (canvas.width > canvas.height)
  }

  func flip(_ choice: ClipChoice, isVertical: Bool, in film: Film) -> (Film, EditSummary) {
    let key: WritableKeyPath<FramingPlan, Bool?> = isVertical ? \.isUpsideDown : \.isFlipped
    let words =
      isVertical
      ? Bilingual("Mirrored top to bottom", "上下翻转") : Bilingual("Mirrored left to right", "左右镜像")
    return change(
      choice, of: film, subject: words, tell: { Wording.yesNo($0.framing?[keyPath: key] ?? false) }
    ) {
      segment in segment.edit(\.framing) { $0[keyPath: key] = $0[keyPath: key] == true ? nil : true }
    }
  }

  func setMove(_ move: FramingPlan.Move?, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    change(
      choice, of: film, subject: Bilingual("Move over the picture", "画面推移"),
      tell: { segment in
        guard let move = segment.framing?.move else { return Bilingual("none", "无") }
        if move.from == 1, move.to == 1 { return Bilingual("none", "无") }
        let (from, to) = (Wording.percent(move.from), Wording.percent(move.to))
        let hasPan = move.fromX != move.toX || move.fromY != move.toY
        return Bilingual(
          "zoom \(from) to \(to)\(hasPan ? ", panning" : "")", "缩放 \(from) 到 \(to)\(hasPan ? "，平移" : "")")
      },
      { segment in
        // An image is pushed in unless it is told to stand.
        let standing = segment.isStill ? FramingPlan.Move(from: 1, to: 1) : nil
        segment.edit(\.framing) { $0.move = move ?? standing }
      })
  }

  /// Which moment a still shows; the file itself is exported.
  func setStill(at point: TimePoint, of film: Film) -> (Film, EditSummary) {
    let length = film.durationMS
    let moment = min(point.moment(in: length), point == .end ? max(0, length - 1) : .max)
    guard moment < length else {
      let whole = Wording.seconds(length)
      return refuse(
        film, "There is no such moment: the film is \(whole.english) long. Nothing was changed.",
        "没有这个时刻：影片长 \(whole.chinese)，没有改动。")
    }
    var edited = film
    edited.stillMS = moment
    let now = Wording.seconds(moment)
    let how = Bilingual("Type `export png` or `export jpg` to get it.", "输入 `export png` 或 `export jpg` 得到它。")
    guard edited != film else { return (film, EditSummary(refusal: how)) }
    let before = film.stillMS.map(Wording.seconds) ?? Bilingual("automatic", "自动")
    return (
      edited,
      EditSummary(
        facts: [.init(Bilingual("Still picture at", "截图时刻"), before: before, after: now)], notes: [how])
    )
  }

  func setResolution(_ side: Int, of film: Film) -> (Film, EditSummary) {
    let old = film.canvas
    let shorter = min(old.width, old.height)
    guard (144...2160).contains(side) else {
      return refuse(
        film, "The picture can be 144p to 2160p (4K); nothing was changed.", "画面可以是 144p 到 2160p（4K），没有改动。")
    }
    guard side != shorter else { return (film, EditSummary(refusal: Self.asItIs)) }
    func scaled(_ length: Int) -> Int { (Double(length) * Double(side) / Double(shorter)).nearestInt }
    var edited = film
    edited.canvas = Canvas(
      width: scaled(old.width), height: scaled(old.height), framesPerSecond: old.framesPerSecond)
    return (
      edited,
      EditSummary(facts: [
        .init(Wording.shape, before: Wording.canvas(old), after: Wording.canvas(edited.canvas))
      ])
    )
  }
}

extension FramingPlan {
  /// Whether what is seen is a mirror image: pictures are turned first and mirrored then, so that they turn the other way.
  fileprivate var isMirrored: Bool { (isFlipped == true) != (isUpsideDown == true) }

  /// The quarter turns as they are seen, clockwise, in degrees.
  var visibleRotation: Int { isMirrored ? (4 - quarterTurns) % 4 * 90 : quarterTurns * 90 }

  /// The tilt as it is seen, clockwise, in degrees.
  var visibleTilt: Double { (tilt ?? 0) * (isMirrored ? -1 : 1) }
}

extension Film.Segment {
  /// Edits a plan that may be missing; one that says nothing is left out of the draft.
  mutating func edit(_ key: WritableKeyPath<Film.Segment, FramingPlan?>, _ body: (inout FramingPlan) -> Void)
  {
    var plan = self[keyPath: key] ?? FramingPlan()
    body(&plan)
    self[keyPath: key] = plan == FramingPlan() ? nil : plan
  }

  /// Edits the look; one that says nothing is left out of the draft.
  mutating func editLook(_ body: (inout LookPlan) -> Void) {
    var plan = look ?? LookPlan()
    body(&plan)
    look = plan.isEmpty ? nil : plan
  }

  /// Edits the sound; a plan that says nothing is left out of the draft.
  mutating func editSound(_ body: (inout SoundPlan) -> Void) {
    var plan = sound ?? SoundPlan()
    body(&plan)
    sound = plan == SoundPlan() ? nil : plan
  }
}
