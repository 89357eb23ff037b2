/// Turns a prompt into a storyboard: what is seen, in which light, how the camera moves, with what music and title.
///
/// It knows English and Chinese, and never fails: a prompt without a word that it knows becomes type over moving
/// colour. The same prompt and seed give the same storyboard on every machine.
///
///     let film = Film(Director().storyboard(for: "a sunset over ocean waves, 15 seconds, lo-fi music"))
public struct Director: Sendable {
  /// What a prompt that doesn't say gets.
  public struct Defaults: Sendable {
    /// The canvas and frame rate.
    public var canvas: Canvas
    /// The length of the film, in milliseconds.
    public var durationMS: Int

    /// Makes defaults: upright, ten seconds.
    public init(canvas: Canvas = .portrait, durationMS: Int = 10_000) {
      self.canvas = canvas
      self.durationMS = durationMS
    }
  }

  /// The longest film, in milliseconds: ten minutes.
  public static let longestMS = 600_000
  /// The most shots of one prompt.
  public static let mostShots = 12
  /// The shortest shot of a prompt with several, in milliseconds.
  public static let shortestShotMS = 2000
  static let mostSubstitutions = 12

  /// What the scenes can draw.
  let drawable: Set<SceneElement.Kind>

  /// Makes a director for scenes that can draw `drawable`; other kinds are named as substitutions, and the nearest
  /// drawable kind stands in.
  public init(drawable: Set<SceneElement.Kind> = Set(SceneElement.Kind.allCases)) {
    self.drawable = drawable
  }

  /// The seed that a prompt has of itself, the same on every machine (FNV-1a over its UTF-8, then mixed).
  public static func seed(for prompt: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in prompt.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var generator = SeededGenerator(seed: hash)
    return generator.next()
  }

  /// The storyboard of a prompt; total over any string.
  /// - Parameters:
  ///   - prompt: What the user wrote.
  ///   - seed: Decides every random choice; nil takes the prompt's own.
  ///   - defaults: What the prompt leaves open.
  public func storyboard(for prompt: String, seed: UInt64? = nil, defaults: Defaults = Defaults())
    -> Storyboard
  {
    var text = ParsedText(prompt)
    let settings = SettingsReader.read(&text)
    return storyboard(prompt: prompt, text: text, settings: settings, seed: seed, defaults: defaults)
  }

  private func storyboard(
    prompt: String, text: ParsedText, settings: Settings, seed: UInt64?, defaults: Defaults
  ) -> Storyboard {
    let stretches = Self.stretches(of: text)
    let lengths = lengths(of: stretches.map(\.range), settings: settings, defaults: defaults)
    let baseSeed = seed ?? Self.seed(for: prompt)
    var generator = SeededGenerator(seed: baseSeed)
    let composer = Composer(drawable: drawable)
    var shots: [Shot] = []
    var previous: Composer.Composition?
    var swapped: [(from: SceneElement.Kind, to: SceneElement.Kind?)] = []
    // A style holds from where it is named; named once, it is the film's, wherever it stands.
    let styles = stretches.map { StyleReader.wish(in: text, range: $0.range) }
    var style = styles.compactMap { $0 }.first ?? StyleReader.wish(in: text, range: text.pieces.indices)
    for (index, stretch) in stretches.enumerated() {
      let composition = composer.compose(stretch.sketch, after: previous)
      previous = composition
      style = styles[index] ?? style
      swapped += composition.swapped
      let name = Namer.name(text, in: stretch.range) ?? Self.description(of: stretch.sketch)
      shots.append(
        Shot(
          name: name ?? "untitled", durationMS: lengths[index], seed: generator.next(),
          timeOfDay: composition.time,
          elements: composition.elements, tint: composition.tint, energy: composition.energy,
          camera: composition.camera, loops: settings.loops ?? false,
          style: style?.style))
    }
    let sketches = stretches.map(\.sketch)
    let canvas = settings.canvas(from: defaults.canvas)
    let music =
      settings.music.isSilent
      ? nil
      : MusicChooser.plan(
        for: settings.music, feelings: sketches.flatMap(\.feelings), shots: shots, seed: generator.next())
    let title = title(settings.title, name: shots[0].name, sketches: sketches, lengths: lengths)
    var storyboard = Storyboard(
      prompt: prompt, name: shots[0].name, canvas: canvas, shots: shots, music: music, title: title,
      substitutions: substitutions(of: sketches, swapped: swapped, settings: settings, language: .of(prompt)))
    placeTitles(settings.title.lines, in: stretches.map(\.range), on: &storyboard)
    return storyboard
  }

  /// The stretches of a prompt that become a shot each, in order; at least one, at most ``mostShots``.
  static func stretches(of text: ParsedText) -> [(range: Range<Int>, sketch: Sketch)] {
    var stretches = ShotSplitter.ranges(of: text).map { (range: $0, sketch: SceneReader.read(text, in: $0)) }
    // What only states a setting ("then add music") is no shot; a camera alone moves the shot before.
    stretches = stretches.reduce(into: []) { kept, stretch in
      if stretch.sketch.namesScene {
        kept.append(stretch)
      } else if let camera = stretch.sketch.camera, let last = kept.indices.last,
        kept[last].sketch.camera == nil
      {
        kept[last].sketch.camera = camera
      } else if kept.isEmpty, !stretch.sketch.isEmpty {
        kept.append(stretch)
      }
    }
    if stretches.count > 1, !stretches[0].sketch.namesScene { stretches.removeFirst() }
    if stretches.isEmpty { stretches = [(text.pieces.indices, Sketch())] }
    if stretches.count > mostShots { stretches.removeLast(stretches.count - mostShots) }
    return stretches
  }

  // MARK: Lengths

  private func lengths(of ranges: [Range<Int>], settings: Settings, defaults: Defaults) -> [Int] {
    let count = ranges.count
    if count > 1, let each = settings.lengths.last(where: \.isOfEach) {
      let length = max(Self.shortestShotMS, min(each.milliseconds, Self.longestMS / count))
      return Array(repeating: length, count: count)
    }
    let own = ranges.map { range in settings.lengths.last { range.contains($0.piece) }?.milliseconds }
    if count > 1, own.allSatisfy({ $0 != nil }) {
      return own.map { max(Self.shortestShotMS, min($0 ?? 0, Self.longestMS / count)) }
    }
    let total = max(1000, settings.lengths.last?.milliseconds ?? defaults.durationMS)
    return Self.shares(of: count > 1 ? max(total, count * Self.shortestShotMS) : total, count: count)
  }

  /// `total` in `count` whole parts that add up to it.
  static func shares(of total: Int, count: Int) -> [Int] {
    (0..<count).map { total * ($0 + 1) / count - total * $0 / count }
  }

  // MARK: Title

  private func title(_ wish: Settings.Title, name: String, sketches: [Sketch], lengths: [Int]) -> TitlePlan? {
    guard !wish.isRefused else { return nil }
    let total = lengths.reduce(0, +)
    // Where nothing can be drawn, the words are the picture.
    let isType = sketches.allSatisfy { $0.mentions.isEmpty && $0.lights.isEmpty } && wish.text == nil
    let words = wish.text ?? (name == "untitled" ? nil : Namer.title(from: name))
    guard let words, !words.isEmpty else { return nil }
    let plan = TitlePlan(
      text: String(words.prefix(200)), place: .centre, size: isType ? 1.4 : 1,
      durationMS: isType ? total : min(max(3000, Self.readingMS(words)), total))
    var styled = wish.style.applied(to: plan)
    styled.durationMS = min(styled.durationMS, total)
    return styled
  }

  /// How long it takes to read a text at leisure, in milliseconds: a third of a second a word, half of that a Chinese
  /// character.
  static func readingMS(_ text: String) -> Int {
    var words = 0
    var isInWord = false
    var ideographs = 0
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x2E80 {
        ideographs += 1
        isInWord = false
      } else {
        let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        if isLetter, !isInWord { words += 1 }
        isInWord = isLetter || isInWord && !scalar.properties.isWhitespace
      }
    }
    // To the next half second: a timeline is read by people.
    return (1200 + words * 330 + ideographs * 170 + 499) / 500 * 500
  }

  /// Puts each of several texts at the start of the shot that it is said of; several of one shot share its time.
  private func placeTitles(_ lines: [Settings.Line], in ranges: [Range<Int>], on board: inout Storyboard) {
    guard lines.count > 1 else { return }
    var placed: [Storyboard.LaterTitle] = []
    var shotStart = 0
    for (index, range) in ranges.enumerated() {
      let isLast = index == ranges.count - 1
      let own = lines.filter { line in
        (index == 0 || line.piece >= range.lowerBound)
          && (isLast || line.piece < ranges[index + 1].lowerBound)
      }
      let length = board.shots[index].durationMS
      for (number, line) in own.enumerated() {
        let start = length * number / own.count
        let room = length * (number + 1) / own.count - start
        var plan = line.style.applied(
          to: TitlePlan(
            text: String(line.text.prefix(200)), place: .centre, size: 1,
            durationMS: min(max(3000, Self.readingMS(line.text)), room)))
        plan.durationMS = min(plan.durationMS, room)
        placed.append(Storyboard.LaterTitle(startMS: shotStart + start, plan: plan))
      }
      shotStart += length
    }
    board.title = nil
    if let first = placed.first, first.startMS == 0 {
      board.title = first.plan
      placed.removeFirst()
    }
    board.laterTitles = placed
  }

  // MARK: What can't be drawn

  private func substitutions(
    of sketches: [Sketch], swapped: [(from: SceneElement.Kind, to: SceneElement.Kind?)], settings: Settings,
    language: Language
  ) -> [Substitution] {
    var found: [Substitution] = []
    func add(_ word: String, _ instead: String?) {
      if found.count < Self.mostSubstitutions, !found.contains(where: { $0.word == word }) {
        found.append(Substitution(word: word, drawnInstead: instead))
      }
    }
    let isType = sketches.allSatisfy { $0.mentions.isEmpty && $0.lights.isEmpty && $0.occasion == nil }
    let type = Bilingual("its name in type over flowing colour", "流动色彩上的文字").text(in: language)
    for sketch in sketches {
      for noun in sketch.nouns {
        // Whom a greeting is for is read, not drawn.
        if sketch.occasion != nil, noun.standIn == nil, noun.word.first?.isUppercase == true { continue }
        let standIn = noun.standIn?.nearest(in: drawable)?.name(in: language)
        add(noun.word, standIn ?? (isType ? type : nil))
      }
    }
    for swap in swapped { add(swap.from.name(in: language), swap.to?.name(in: language)) }
    if let genre = settings.music.genre, let mood = settings.music.mood {
      add(genre, mood.name(in: language))
    }
    return found
  }

  /// A name for a prompt of pictures alone: "ocean, sun".
  private static func description(of sketch: Sketch) -> String? {
    let names = sketch.mentions.prefix(3).map { $0.kind.name(in: .english) }
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }
}
