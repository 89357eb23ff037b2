import Spelling

/// Words of editing that were mistyped: "brigthness", "revrese".
///
/// Those that can hardly be anything else ("frist", "begining") are put right before a message about footage is read: "the frist
/// 4 seconds" would be understood, and wrongly. Others are looked for only where a message was not understood as it stands, so a
/// word that means something else is never taken for one.
enum Misspelling {
  /// The message with such words as they were probably meant; nil if there is none.
  static func corrected(_ message: String) -> String? {
    corrected(message) { NearestWord.mistyped($0, among: words, errors: $0.count >= 8 ? 2 : 1) }
  }

  /// The message with those words put right that have two letters in each other's place, one too few or one too many, within
  /// the word; nil if there is none.
  static func certainlyCorrected(_ message: String) -> String? {
    corrected(message) { word in
      if let meant = usual[word] { return meant }
      return words.first { isSlip(Array(word), of: Array($0)) }
    }
  }

  /// Whether a word is another but for two letters that changed places, or one too few or too many; its first and last letters
  /// are those of the other.
  private static func isSlip(_ word: [Character], of meant: [Character]) -> Bool {
    guard word.first == meant.first, word.last == meant.last, word != meant else { return false }
    let same = zip(word, meant).prefix { $0 == $1 }.count
    if word.count == meant.count {
      guard same + 1 < word.count, word[same] == meant[same + 1], word[same + 1] == meant[same] else {
        return false
      }
      return word[(same + 2)...] == meant[(same + 2)...]
    }
    let (long, short) = word.count > meant.count ? (word, meant) : (meant, word)
    return short.count >= 6 && long.count == short.count + 1 && long[(same + 1)...] == short[same...]
  }

  private static func corrected(_ message: String, _ meaning: (String) -> String?) -> String? {
    guard message.utf8.count <= 400 else { return nil }
    let text = ParsedText(message)
    let quoted = text.quotations()
    var result = String.UnicodeScalarView()
    var copied = 0
    for (index, piece) in text.pieces.enumerated()
    where piece.kind == .word && piece.tokens.count == 1 && !quoted.contains(where: { $0.contains(index) }) {
      let isPart = piece.isJoined && index > 0 && text.pieces[index - 1].isMark(".")
      guard piece.text.count >= 5, !isPart, !known.contains(piece.text),
        let meant = meaning(piece.text)
      else { continue }
      let range = text.tokens[piece.tokens.lowerBound].range
      result.append(contentsOf: text.scalars[copied..<range.lowerBound])
      result.append(contentsOf: meant.unicodeScalars)
      copied = range.upperBound
    }
    guard copied > 0 else { return nil }
    result.append(contentsOf: text.scalars[copied...])
    return String(result)
  }

  private static let known = Set(words)
  /// Slips of other kinds that are made again and again.
  private static let usual = [
    "volumn": "volume", "vidoe": "video", "vedio": "video", "lenght": "length", "untill": "until",
    "tittle": "title",
    "subtitels": "subtitles", "backgroud": "background", "backround": "background", "begining": "beginning",
    "peice": "piece", "halfs": "halves", "thast": "that's", "somthing": "something", "seperate": "separate",
  ]
  private static let words = [
    "aspect", "backwards", "background", "beginning", "between", "piece", "length", "until", "something",
    "smooth", "black", "blurry", "bottom", "brighten",
    "brighter",
    "brightness", "caption", "captions", "center", "centre", "colour", "colours", "contrast", "corner",
    "crossfade", "darken", "darker", "delete", "dissolve", "double", "duplicate", "ending", "faster", "first",
    "flip", "frame", "frames", "freeze", "grayscale", "green", "greyscale", "horizontal", "horizontally",
    "insert",
    "letterbox", "louder", "lower", "middle", "minute", "minutes", "mirror", "music", "narrate", "narration",
    "narrator", "opacity",
    "original", "percent", "photo", "picture", "quieter", "remove", "repeat", "replace", "resolution",
    "reverse",
    "rotate", "saturation", "screen", "second", "seconds", "sharpen", "sharper", "shorten", "shorter",
    "slower",
    "smaller", "sound", "speed", "split", "square", "stabilise", "stabilize", "start", "subtitle",
    "subtitles",
    "third", "title", "transition", "transitions", "transparent", "vertical", "vertically", "video",
    "vignette",
    "vintage", "voice", "voiceover", "volume", "warmer", "watermark", "white",
  ]
}
