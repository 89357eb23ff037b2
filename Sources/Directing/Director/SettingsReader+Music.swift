/// What a text says of the music.
extension SettingsReader {
  mutating func readMusic(around index: Int) {
    var start = index
    var end = index + 1
    var isRefused = false
    while start > 0 {
      let piece = text.pieces[start - 1]
      if piece.isUsed || piece.kind == .mark && piece.text != "-" || piece.kind == .newline { break }
      if piece.has(.negation) || piece.has(.edit(.remove)) && piece.kind == .han {
        isRefused = true
        start -= 1
        break
      }
      guard piece.describesMusic || (piece.isSmall && !piece.has(.copula)) else { break }
      start -= 1
    }
    while end < text.pieces.count, !text.pieces[end].isUsed {
      let piece = text.pieces[end]
      if let key = keySignature(at: end) {
        settings.music.key = key.key
        settings.music.isMinor = key.isMinor
        end = key.end
      } else if piece.has(.musicNoun) || (piece.has(.more(.volume, 0.6)) || piece.has(.more(.volume, 1.5))) {
        end += 1
      } else if let mood = moodBehindLink(at: end) {
        end = mood
      } else {
        break
      }
    }
    // An "and" or a small word at the edge belongs to what stands before.
    while start < index, text.pieces[start].has(.and) { start += 1 }
    for inner in start..<end { readMusicWord(at: inner) }
    settings.music.isMentioned = true
    if isRefused { settings.music.isSilent = true }
    text.use(start..<end)
  }

  /// "music to piano", "音乐换成钢琴", "music: jazz": where the mood behind the link ends.
  func moodBehindLink(at start: Int) -> Int? {
    var index = start
    while index < text.pieces.count, index - start < 4 {
      let piece = text.pieces[index]
      if piece.isUsed { return nil }
      if index > start, piece.meanings.contains(where: { $0.isMusical }) { return index + 1 }
      guard
        piece.isMark(":") || piece.isSmall || piece.has(.edit(.change))
          || index > start && piece.describesMusic
      else { return nil }
      if piece.has(.and) { return nil }
      index += 1
    }
    return nil
  }

  mutating func readMusicWord(at index: Int) {
    for meaning in text.pieces[index].meanings {
      switch meaning {
      case .mood(let mood, _):
        settings.music.mood = mood
        settings.music.genre = nil
      case .genre(let mood):
        guard settings.music.mood == nil else { continue }
        settings.music.mood = mood
        settings.music.genre = text.words(index..<index + 1)
      case .feeling(let feeling): settings.music.feeling = feeling
      case .more(.volume, let factor) where factor != 1: settings.music.volume = .times(factor)
      default: break
      }
    }
  }

  mutating func readMood(at index: Int) {
    let piece = text.pieces[index]
    if let key = keySignature(at: index) {
      settings.music.key = key.key
      settings.music.isMinor = key.isMinor
      settings.music.isMentioned = true
      text.use(index..<key.end)
      return
    }
    for meaning in piece.meanings {
      guard case .mood(let mood, let isSure) = meaning else { continue }
      let isNoun = piece.isNoun
      let isNamedWith = index > 0 && text.pieces[index - 1].text == "with"
      let clause = isNoun && mood == .piano ? ownClause(of: index) : nil
      if isSure || (isNamedWith && isNoun && mood == .piano) || clause != nil {
        settings.music.mood = settings.music.mood ?? mood
        settings.music.isMentioned = true
        for inner in clause ?? index..<index + 1 { readMusicWord(at: inner) }
        text.use(clause ?? index..<index + 1)
      } else if !(isNoun && mood == .piano) {
        settings.music.hint = settings.music.hint ?? mood
      }
    }
  }

  /// The clause that an instrument has to itself, behind another one: ", romantic piano". A piano alone is a thing to see.
  func ownClause(of index: Int) -> Range<Int>? {
    var start = index
    while start > 0, text.pieces[start - 1].kind != .mark, text.pieces[start - 1].kind != .newline {
      let piece = text.pieces[start - 1]
      guard !piece.isUsed, piece.describesMusic || piece.isSmall else { return nil }
      start -= 1
    }
    let end = index + 1
    let endsHere =
      end == text.pieces.count || text.pieces[end].kind == .mark || text.pieces[end].kind == .newline
    return start > 0 && endsHere ? start..<end : nil
  }

  /// "in C sharp minor", "A大调".
  func keySignature(at index: Int) -> (key: Int, isMinor: Bool, end: Int)? {
    var cursor = index
    if cursor < text.pieces.count, text.pieces[cursor].text == "in" { cursor += 1 }
    guard cursor < text.pieces.count,
      var key = ["c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11][text.pieces[cursor].text]
    else { return nil }
    cursor += 1
    guard cursor < text.pieces.count else { return nil }
    if text.pieces[cursor].text == "sharp" || text.pieces[cursor].text == "#" {
      key += 1
      cursor += 1
    } else if text.pieces[cursor].text == "flat" {
      key += 11
      cursor += 1
    }
    guard cursor < text.pieces.count else { return nil }
    let word = text.pieces[cursor].text
    if word == "minor" || word == "major" { return (key % 12, word == "minor", cursor + 1) }
    if cursor + 1 < text.pieces.count, text.pieces[cursor + 1].text == "调", word == "大" || word == "小" {
      return (key % 12, word == "小", cursor + 2)
    }
    return nil
  }
}

extension Piece {
  /// Whether it can stand before "music" as its description.
  fileprivate var describesMusic: Bool {
    meanings.contains {
      switch $0 {
      case .mood, .genre, .feeling, .energy, .adjective, .speed, .filmWord, .scene, .more(.volume, _),
        .more(.energy, _), .number(_):
        true
      default: false
      }
    }
  }
}
