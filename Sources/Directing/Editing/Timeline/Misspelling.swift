import Spelling

/// Words of editing that were mistyped: "brigthness", "revrese". They are looked for only where a message was not understood
/// as it stands, so a word that means something else is never taken for one.
enum Misspelling {
  /// The message with such words as they were probably meant; nil if there is none.
  static func corrected(_ message: String) -> String? {
    guard message.utf8.count <= 400 else { return nil }
    let text = ParsedText(message)
    let quoted = text.quotations()
    var result = String.UnicodeScalarView()
    var copied = 0
    for (index, piece) in text.pieces.enumerated()
    where piece.kind == .word && piece.tokens.count == 1 && !quoted.contains(where: { $0.contains(index) }) {
      let isPart = piece.isJoined && index > 0 && text.pieces[index - 1].isMark(".")
      guard piece.text.count >= 5, !isPart, !known.contains(piece.text),
        let meant = NearestWord.mistyped(
          piece.text, among: words, errors: piece.text.count >= 8 ? 2 : 1)
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
  private static let words = [
    "aspect", "backwards", "background", "beginning", "between", "black", "blurry", "bottom", "brighten",
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
