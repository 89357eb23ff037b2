import Glibc

extension EditReading {
  /// What it asks of the music bed: another, none, louder, softer.
  func musicRequests() -> [EditRequest] {
    var wish = settings.music
    let old = film.musicSegment
    if wish.mood == nil, let hint = wish.hint,
      wish.isMentioned || verbs.contains(where: { [.useMusic, .add, .make, .change].contains($0) })
    {
      wish.mood = hint
      wish.isMentioned = true
    }
    if verbs.contains(.mute) || wish.isSilent { return [.removeMusic] }
    if verbs.contains(.unmute) { return [.setMusicVolume(.to(0.35))] }
    let namesVolume = clause.text.pieces.contains { $0.has(.more(.volume, 1)) }
    // A percentage among words that nobody understood is no volume.
    let isOfVolume = wish.isMentioned || namesVolume || isPercentAlone
    if let percent = settings.percent, isOfVolume {
      let volume = EditRequest.setMusicVolume(changesBy() ? .times(relative(percent)) : .to(min(1, percent)))
      return (wish.mood == nil ? [] : [setMusic(wish)]) + [volume]
    }
    if let comparison = sketch.comparisons.first(where: { $0.property == .volume && $0.factor != 1 }) {
      return [.setMusicVolume(.times(strongly(comparison.factor)))]
    }
    if let volume = wish.volume {
      if case .times(let factor) = volume { return [.setMusicVolume(.times(strongly(factor)))] }
      return [.setMusicVolume(volume)]
    }
    guard wish.isMentioned else { return [] }
    if removes, !verbs.contains(.increase), !verbs.contains(.decrease) { return [.removeMusic] }
    if wish.mood == nil, isTurnedDown { return [.setMusicVolume(.times(turn))] }
    if wish.mood == nil, old != nil || namesVolume {
      if verbs.contains(.increase) { return [.setMusicVolume(.times(strongly(1.5)))] }
      if verbs.contains(.decrease) { return [.setMusicVolume(.times(strongly(0.6)))] }
      if let energy = sketch.comparisons.first(where: { $0.property == .energy }), energy.factor < 1,
        !verbs.contains(.change), !verbs.contains(.replace)
      {
        return [.setMusicVolume(.times(0.6))]
      }
    }
    // "the volume" of a film without music is no wish for any.
    if old == nil, namesVolume, wish.mood == nil, wish.feeling == nil {
      return [
        .cannot(
          what: Bilingual("changing the volume: the film has no music", "调整音量：影片没有音乐").text(in: language),
          nearest: Bilingual("say “add music” first", "先说“加音乐”").text(in: language))
      ]
    }
    // A bed that is there is not changed for another by words that nobody understands.
    let asks: [EditVerb] = [.add, .useMusic, .change, .replace, .make, .append]
    let isPaced =
      wish.tempo != nil || wish.key != nil || wish.isMinor != nil
      || sketch.comparisons.contains { $0.property == .speed || $0.property == .energy }
    let hasOwnSound = film.videoSegments.contains(where: \.mayHaveSound)
    if old != nil || hasOwnSound, wish.mood == nil, wish.feeling == nil, !isPaced,
      !verbs.contains(where: asks.contains),
      clause.text.pieces.count > 4
    {
      return []
    }
    if wish.mood == nil, wish.feeling == nil, !isPaced, !verbs.contains(where: asks.contains),
      !namesMusicAlone
    {
      // "the music a bit smaller" says something of music, and wishes for none.
      return old != nil ? [] : [noMusic]
    }
    return [setMusic(wish)]
  }

  /// "50%", "30 percent please"
  private var isPercentAlone: Bool {
    ClauseCues(clause.words).tokens.allSatisfy {
      $0.isNumber || $0.kind == .mark || $0.kind == .symbol
        || ["%", "percent", "pct", "please", "to", "at", "about", "only", "just", "到", "百", "分", "之"]
          .contains($0.text)
        || ClauseCues.number([$0], at: 0) != nil
    }
  }

  private var noMusic: EditRequest {
    .cannot(
      what: Bilingual("changing the music: the film has none", "调整音乐：影片没有音乐").text(in: language),
      nearest: Bilingual("say “add music” first", "先说“加音乐”").text(in: language))
  }

  /// "some background music, please": music and small words.
  private var namesMusicAlone: Bool {
    clause.text.pieces.allSatisfy { piece in
      piece.isUsed || piece.kind == .mark || piece.kind == .newline || piece.has(.musicNoun)
        || piece.has(.filler)
        || piece.has(.article) || piece.has(.linker) || piece.has(.and) || piece.has(.measure)
        || piece.isCount
        || piece.has(.command) || piece.has(.then)
    }
  }

  /// "turn the music down by half"
  private var isTurnedDown: Bool {
    let words = clause.words.lowercased()
    return words.contains("turn") && (words.contains(" down") || words.contains(" up"))
  }

  private var turn: Double {
    let words = clause.words.lowercased()
    if words.contains(" up") { return words.contains("double") ? 2 : strongly(1.5) }
    return words.contains("half") ? 0.5 : strongly(0.6)
  }

  /// A factor as far as the clause wants it: less for "a bit", more for "way".
  func strongly(_ factor: Double) -> Double { pow(factor, ClauseCues(clause.words).degree) }

  /// Whether a percentage is by how much, rather than how much.
  private func changesBy() -> Bool {
    clause.text.pieces.contains { $0.text == "by" }
      || language == .chinese && verbs.contains { $0 == .increase || $0 == .decrease }
        && !clause.words.contains("到") && !clause.words.contains("至") && !clause.words.contains("为")
  }

  private func relative(_ fraction: Double) -> Double {
    verbs.contains(.decrease) ? max(0, 1 - fraction) : 1 + fraction
  }

  /// Whether the clause asks for less or for more of it; nil: neither.
  private var calmsDown: Bool? {
    sketch.comparisons.first { $0.property == .energy }.map { $0.factor < 1 }
  }

  private func setMusic(_ wish: Settings.Music) -> EditRequest {
    let old = film.musicSegment?.music
    var seed = Director.seed(for: clause.words)
    if let old, old.seed == seed { seed &+= 1 }
    var wish = wish
    // "faster music", "90 bpm": the same bed at another pace.
    if let old, wish.mood == nil, wish.tempo != nil || wish.key != nil || wish.isMinor != nil {
      return .setMusic(
        MusicPlan(
          mood: old.mood, tempo: wish.tempo ?? old.tempo, key: wish.key ?? old.key,
          isMinor: wish.isMinor ?? old.isMinor,
          seed: old.seed), name: nil)
    }
    if let old, wish.mood == nil, let pace = sketch.comparisons.first(where: { $0.property == .speed }) {
      let tempo = (Double(old.tempo) * (pace.factor > 1 ? 1.2 : 0.83)).nearestInt
      return .setMusic(
        MusicPlan(mood: old.mood, tempo: tempo, key: old.key, isMinor: old.isMinor, seed: old.seed), name: nil
      )
    }
    // "change the music" asks for something else than what plays.
    // "音乐换成欢快的": how it is to feel.
    let feelings = wish.mood == nil && wish.feeling == nil && sketch.mentions.isEmpty ? sketch.feelings : []
    if let old, wish.mood == nil, wish.feeling == nil, feelings.isEmpty,
      verbs.contains(.change) || verbs.contains(.replace)
    {
      let isCalm = sketch.energy.map { $0 < 0.4 } ?? calmsDown
      if let isCalm {
        wish.mood =
          isCalm ? (old.mood == .ambient ? .piano : .ambient) : (old.mood == .upbeat ? .synthwave : .upbeat)
        return .setMusic(MusicChooser.plan(for: wish, feelings: [], shots: film.shots, seed: seed), name: nil)
      }
      let moods = MusicPlan.Mood.allCases
      wish.mood = moods[((moods.firstIndex(of: old.mood) ?? 0) + 1) % moods.count]
    }
    let plan = MusicChooser.plan(for: wish, feelings: feelings, shots: film.shots, seed: seed)
    return .setMusic(plan, name: wish.genre)
  }
}
