/// A shot with the words that it was made of.
public struct ShotScript: Sendable, Equatable {
  /// The shot.
  public var shot: Shot
  /// What is seen, in the user's words.
  public var words: String

  /// Makes a script.
  public init(shot: Shot, words: String) {
    self.shot = shot
    self.words = words
  }
}

extension Storyboard {
  /// The storyboard with its shots cut so that none is longer than a model takes, in time or in words, and the words
  /// of each shot.
  ///
  /// A shot that is too long in time becomes several of equal length that see the same; one that is too long in words
  /// becomes several that tell its sentences in order, each for its share of the time.
  ///
  /// - Parameters:
  ///   - script: what is seen in each shot; a shot without words has its name.
  ///   - longestMS: the longest clip, in milliseconds, at least 1000.
  ///   - longestWords: the longest text, in characters, at least 40; a Chinese one counts as two, for it is about as much
  ///     to a model's reader of text.
  public func divided(script: [String], longestMS: Int, longestWords: Int) -> (Storyboard, [ShotScript]) {
    var scripts: [ShotScript] = []
    for (index, shot) in shots.enumerated() {
      let own = index < script.count ? script[index] : ""
      let words = own.isEmpty ? shot.name : own
      let texts = Self.portions(of: words, longest: max(40, longestWords))
      var generator = SeededGenerator(seed: shot.seed)
      for (text, length) in zip(texts, Director.shares(of: shot.durationMS, count: texts.count)) {
        let count = max(1, (length + longestMS - 1) / max(1000, longestMS))
        for part in Director.shares(of: length, count: count) {
          var piece = shot
          piece.durationMS = max(200, part)
          if !scripts.isEmpty, scripts.last?.shot.seed == piece.seed || texts.count > 1 || count > 1 {
            piece.seed = generator.next()
          }
          scripts.append(ShotScript(shot: piece, words: text))
        }
      }
    }
    var storyboard = self
    storyboard.shots = scripts.map(\.shot)
    return (storyboard, scripts)
  }

  /// What a character counts.
  private static func weight(of character: Character) -> Int {
    character.unicodeScalars.first.map { $0.value >= 0x2E80 } == true ? 2 : 1
  }

  /// The beginning of a text that counts at most so much; all of it if it does.
  private static func head(of text: Substring, longest: Int) -> Substring {
    var left = longest
    return text.prefix { character in
      left -= weight(of: character)
      return left >= 0
    }
  }

  /// A text in portions that count at most so much: cut behind sentences where that is possible, else behind
  /// words, else anywhere.
  static func portions(of text: String, longest: Int) -> [String] {
    var portions: [String] = []
    var rest = text[...]
    while case let head = head(of: rest, longest: longest), head.endIndex < rest.endIndex {
      let sentence = head.lastIndex { ".!?。！？；;\n".contains($0) }
      let clause = head.lastIndex { ",，、 ".contains($0) }
      // A cut in the first third would make a portion of a few words.
      let least = head.index(head.startIndex, offsetBy: head.count / 3)
      let mark = [sentence, clause].compactMap { $0 }.first { $0 >= least }
      let end = mark.map { head.index(after: $0) } ?? head.endIndex
      portions.append(String(rest[..<end]))
      rest = rest[end...]
    }
    portions.append(String(rest))
    let trimmed = portions.map { portion in
      String(portion.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    let told = trimmed.filter { !$0.isEmpty }
    return told.isEmpty ? [text] : told
  }
}
