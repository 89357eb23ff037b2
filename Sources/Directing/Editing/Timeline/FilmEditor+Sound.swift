extension FilmEditor {
  func useMusic(_ item: MediaItem, in film: Film) -> (Film, EditSummary) {
    guard item.facts.kind == .audio || item.facts.kind == .video && item.facts.hasSound != false else {
      return refuse(
        film, "“\(item.name)” has no sound; nothing was changed.", "“\(item.name)”没有声音，没有改动。")
    }
    let old = film.bedSegment
    var bed = Film.Segment(
      durationMS: film.pictureMS,
      metadata: Film.Metadata(name: item.name, volume: old?.media == nil ? 0.8 : old?.metadata.volume ?? 0.8),
      media: item.hash, source: item.facts)
    var plan = SoundPlan(role: .music, fadeOutMS: 1500, ducks: old?.sound?.ducks, loops: true)
    (plan.fromMS, plan.untilMS) = (old?.sound?.fromMS, old?.sound?.untilMS)
    bed.sound = plan
    guard old?.media != item.hash else { return (film, EditSummary(refusal: Self.asItIs)) }
    var edited = film
    // A song that stands on the timeline as it was uploaded becomes the music: it is not heard twice.
    edited.removeSegments {
      $0.isBed || $0.media == item.hash && $0.source?.kind == .audio && $0.sound == nil
    }
    let index = edited.tracks.firstIndex { $0.kind != .video } ?? edited.tracks.count
    edited.tracks.insert(Film.Track(kind: .audio, segments: [bed]), at: index)
    edited.fitToPictures()
    return (
      edited,
      EditSummary(facts: [.init(Wording.music, before: old.map(Wording.music), after: Wording.music(bed))])
    )
  }

  func replaceSound(with item: MediaItem, in film: Film) -> (Film, EditSummary) {
    guard item.facts.kind != .image, item.facts.hasSound != false else { return useMusic(item, in: film) }
    var edited = film
    edited.editVideo { segments in
      for index in segments.indices where segments[index].media != nil { segments[index].metadata.volume = 0 }
    }
    edited.removeSegments { $0.isBed || $0.media != nil && $0.source?.kind == .audio }
    var sound = Film.Segment(item)
    sound.startMS = 0
    sound.durationMS = min(sound.durationMS, film.pictureMS)
    sound.metadata.volume = 1
    let index = edited.tracks.firstIndex { $0.kind != .video } ?? edited.tracks.count
    edited.tracks.insert(Film.Track(kind: .audio, segments: [sound]), at: index)
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    var facts: [EditSummary.Fact] = []
    let old = film.tracks.filter { $0.kind == .audio }.flatMap(\.segments).first
    if old.map({ ($0.media, $0.metadata.volume) == (item.hash, 1) }) != true {
      facts.append(
        .init(
          Bilingual("Sound", "声音"), before: old.map(Wording.music) ?? Bilingual("as recorded", "原声"),
          after: Wording.music(sound)))
    }
    if let heard = film.videoSegments.first(where: { $0.mayHaveSound && ($0.metadata.volume ?? 1) > 0 }) {
      facts.append(
        .init(
          Self.originalSound, before: Wording.plain(Wording.percent(heard.metadata.volume ?? 1)),
          after: Wording.plain("0%")))
    }
    return (edited, EditSummary(facts: facts))
  }

  private static let originalSound = Bilingual("Original sound", "原声音量")

  func setClipVolume(_ change: Change, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    guard let chosen = indices(choice, in: film) else { return missing(choice, in: film) }
    let heard = chosen.filter { film.videoSegments[$0].mayHaveSound }
    guard let first = heard.first else {
      return refuse(
        film,
        "The clips have no sound of their own; nothing was changed. The music can be removed or made quieter.",
        "片段本身没有声音，没有改动。可以移除音乐或调低音乐音量。")
    }
    var edited = film
    edited.editVideo { segments in
      for index in heard {
        let volume = min(4, max(0, change.applied(to: segments[index].metadata.volume ?? 1)))
        let whole = Double((volume * 100).nearestInt) / 100
        segments[index].metadata.volume = whole == 1 ? nil : whole
      }
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    func volume(_ film: Film) -> Bilingual {
      Wording.plain(Wording.percent(film.videoSegments[first].metadata.volume ?? 1))
    }
    let words = subject(Self.originalSound, choice, in: film)
    return (edited, EditSummary(facts: [.init(words, before: volume(film), after: volume(edited))]))
  }

  func duck(_ ducks: Bool, in film: Film) -> (Film, EditSummary) {
    guard film.bedSegment != nil else {
      return refuse(
        film, "There is no music to make quieter while people speak; add music first. Nothing was changed.",
        "没有可以在说话时压低的音乐；请先加音乐，没有改动。")
    }
    var edited = film
    edited.editFirst(.audio, where: \.isBed) { $0.editSound { $0.ducks = ducks ? true : nil } }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    let hasSpeech = film.tracks.contains { track in
      track.segments.contains {
        track.kind == .video && $0.mayHaveSound && ($0.metadata.volume ?? 1) > 0
          || track.kind == .audio && !$0.isBed
      }
    }
    let note = Bilingual("Nobody speaks yet: it will be heard when there is a voice.", "目前还没有人声，加入人声后才会生效。")
    return (
      edited,
      EditSummary(
        facts: [
          .init(
            Bilingual("Music under speech", "说话时的音乐"),
            before: ducks ? Bilingual("full", "不变") : Bilingual("quieter", "压低"),
            after: ducks ? Bilingual("quieter", "压低") : Bilingual("full", "不变"))
        ], notes: ducks && !hasSpeech ? [note] : [])
    )
  }

  func fadeSound(inMS: Int?, outMS: Int?, isMusic: Bool, in film: Film) -> (Film, EditSummary) {
    var edited = film
    let half = film.pictureMS / 2
    let (coming, going) = (inMS.map { min($0, half) }, outMS.map { min($0, half) })
    let isOfBed = isMusic && film.bedSegment != nil
    if isOfBed {
      edited.editFirst(.audio, where: \.isBed) {
        $0.editSound { plan in
          if let coming { plan.fadeInMS = coming > 0 ? coming : nil }
          if let going { plan.fadeOutMS = going > 0 ? going : nil }
        }
      }
    } else {
      edited.fadeSound(inMS: coming, outMS: going)
    }
    guard edited != film else {
      return film.bedSegment == nil && !film.videoSegments.contains(where: \.mayHaveSound)
        ? refuse(film, "The film has no sound; add music first. Nothing was changed.", "影片没有声音；请先加音乐，没有改动。")
        : (film, EditSummary(refusal: Self.asItIs))
    }
    func length(_ film: Film, _ key: KeyPath<SoundPlan, Int?>) -> Bilingual {
      let plans = film.tracks.flatMap(\.segments).filter { !isOfBed || $0.isBed }.compactMap(\.sound)
      return plans.compactMap { $0[keyPath: key] }.max().map(Wording.seconds) ?? Bilingual("none", "无")
    }
    let name = isOfBed ? Wording.music : Bilingual("Sound", "声音")
    var facts: [EditSummary.Fact] = []
    func tell(_ words: Bilingual, _ key: KeyPath<SoundPlan, Int?>) {
      facts.append(
        .init(
          Bilingual("\(name.english) \(words.english)", name.chinese + words.chinese),
          before: length(film, key), after: length(edited, key)))
    }
    if inMS != nil { tell(Bilingual("fade in", "淡入"), \.fadeInMS) }
    if outMS != nil { tell(Bilingual("fade out", "淡出"), \.fadeOutMS) }
    return (edited, EditSummary(facts: facts.filter { $0.before != $0.after }))
  }

  static func noVoice(for text: String) -> Bilingual {
    Bilingual(
      "There is no voice on this machine: install espeak-ng (sudo apt install espeak-ng) and say it again. Nothing was changed. What I can do: set the words as subtitles.",
      "本机没有语音程序：请安装 espeak-ng（sudo apt install espeak-ng）后再说一次，没有改动。可以做的是：把文字做成字幕。")
  }

  func addVoice(_ item: MediaItem, reading text: String, in film: Film) -> (Film, EditSummary) {
    var voice = Film.Segment(item)
    voice.startMS = 0
    voice.metadata.text = text
    voice.sound = SoundPlan(role: .voice)
    let spoken = voice.durationMS
    voice.durationMS = min(spoken, film.pictureMS)
    let old = film.voiceSegment
    var edited = film
    edited.removeSegments { $0.sound?.role == .voice }
    edited.tracks.append(Film.Track(kind: .audio, segments: [voice]))
    edited.editFirst(.audio, where: \.isBed) { $0.editSound { $0.ducks = true } }
    func tell(_ segment: Film.Segment) -> Bilingual {
      let words = String((segment.metadata.text ?? "").prefix(60))
      let length = Wording.seconds(segment.durationMS)
      return Bilingual("“\(words)” (\(length.english))", "“\(words)”（\(length.chinese)）")
    }
    var notes: [Bilingual] = []
    if spoken > film.pictureMS {
      let length = Wording.seconds(spoken)
      notes.append(
        Bilingual(
          "Reading it takes \(length.english), longer than the film; the end is cut off. Make the film longer to hear all of it.",
          "朗读需要\(length.chinese)，比影片长，结尾会被截断；可以延长影片。"))
    }
    if edited.bedSegment != nil, film.bedSegment?.sound?.ducks != true {
      notes.append(Bilingual("The music becomes quieter meanwhile.", "朗读时音乐会压低。"))
    }
    return (
      edited,
      EditSummary(
        facts: [.init(Bilingual("Voice-over", "配音"), before: old.map(tell), after: tell(voice))], notes: notes
      )
    )
  }

  func timeVoice(at moment: Int, in film: Film) -> (Film, EditSummary) {
    guard let old = film.voiceSegment else { return refuse(film, "There is no voice-over.", "没有配音。") }
    guard moment + 200 <= film.pictureMS else {
      let length = Wording.seconds(film.pictureMS)
      return refuse(
        film, "The film is \(length.english) long; nothing was changed.", "影片长\(length.chinese)，没有改动。")
    }
    var edited = film
    edited.editFirst(.audio, where: { $0.sound?.role == .voice }) { voice in
      voice.startMS = moment
      voice.durationMS = min(old.source?.durationMS ?? old.durationMS, film.pictureMS - moment)
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    return (
      edited,
      EditSummary(facts: [
        .init(
          Bilingual("Voice-over starts at", "配音开始"), before: Wording.seconds(old.startMS ?? 0),
          after: Wording.seconds(moment))
      ])
    )
  }

  func removeVoice(in film: Film) -> (Film, EditSummary) {
    guard let old = film.voiceSegment else { return refuse(film, "There is no voice-over.", "没有配音。") }
    var edited = film
    edited.removeSegments { $0.sound?.role == .voice }
    return (
      edited,
      EditSummary(facts: [
        .init(
          Bilingual("Voice-over", "配音"),
          before: Wording.plain("“\(String((old.metadata.text ?? "").prefix(60)))”"), after: nil)
      ])
    )
  }
}

extension Film {
  /// The bed of the film, synthesised or uploaded.
  var bedSegment: Segment? {
    tracks.filter { $0.kind == .audio }.flatMap(\.segments).first(where: \.isBed)
  }

  var voiceSegment: Segment? {
    tracks.filter { $0.kind == .audio }.flatMap(\.segments).first { $0.sound?.role == .voice }
  }

  /// Lets all that is heard at the start come in, and all that is heard at the end go.
  mutating func fadeSound(inMS: Int?, outMS: Int?) {
    let length = pictureMS
    for track in tracks.indices where tracks[track].kind != .text && !tracks[track].isOverlay {
      let placed = tracks[track].placedSegments
      for index in tracks[track].segments.indices {
        let (start, segment) = placed[index]
        guard tracks[track].kind == .audio || segment.mayHaveSound else { continue }
        if let inMS, start < max(1, inMS) {
          tracks[track].segments[index].editSound { $0.fadeInMS = inMS > 0 ? inMS : nil }
        }
        if let outMS, start + segment.durationMS >= length {
          tracks[track].segments[index].editSound { $0.fadeOutMS = outMS > 0 ? outMS : nil }
        }
      }
    }
  }
}

extension Film.Segment {
  /// Whether it may be heard by itself: an uploaded video, unless it is known to be silent.
  var mayHaveSound: Bool {
    media != nil && source?.kind != .image && source?.hasSound != false && clip?.isFrozen != true
  }
}
