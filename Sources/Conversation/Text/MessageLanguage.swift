/// Tells the language of a message from its letters and its small words.
public enum MessageLanguage {
  /// An ISO 639 code such as `zh`; nil when the text does not show it.
  ///
  /// A script of one language decides: kana, Hangul, Han without kana, Thai and so on. Latin letters are told apart by the
  /// small words that every sentence has.
  public static func code(of text: String) -> String? {
    var letters: [String: Int] = [:]
    for scalar in text.unicodeScalars.prefix(4000) where scalar.properties.isAlphabetic {
      letters[script(of: scalar), default: 0] += weight(of: scalar)
    }
    // Japanese is written with Han as well; kana tells it.
    if let kana = letters["ja"] {
      letters["ja"] = kana + (letters["zh"] ?? 0)
      letters["zh"] = nil
    }
    guard let most = letters.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
    return most.key == latin ? codeOfLatin(text) : most.key
  }

  private static let latin = "latin"

  /// A character of Chinese says about as much as three letters.
  private static func weight(of scalar: Unicode.Scalar) -> Int { scalar.value >= 0x2E80 ? 3 : 1 }

  private static func script(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x0370...0x03FF: "el"
    case 0x0400...0x052F: "ru"
    case 0x0590...0x05FF: "he"
    case 0x0600...0x06FF: "ar"
    case 0x0900...0x097F: "hi"
    case 0x0E00...0x0E7F: "th"
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: "ko"
    case 0x3040...0x30FF: "ja"
    case 0x2E80...0x2FDF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: "zh"
    default: latin
    }
  }

  private static let smallWords: [(code: String, words: Set<String>)] = [
    (
      "en",
      [
        "the", "a", "an", "of", "and", "over", "with", "in", "on", "at", "to", "into", "make", "add", "video",
        "is", "for", "from", "my", "me", "this", "that", "under", "through", "please",
      ]
    ),
    (
      "es",
      [
        "el", "la", "los", "las", "un", "una", "de", "del", "y", "con", "en", "sobre", "al", "por", "para",
        "que", "mi", "haz", "añade", "quiero", "vídeo",
      ]
    ),
    (
      "fr",
      [
        "le", "la", "les", "un", "une", "de", "des", "du", "et", "avec", "dans", "sur", "au", "aux", "en",
        "pour", "que", "mon", "ma", "ajoute", "fais", "vidéo",
      ]
    ),
    (
      "de",
      [
        "der", "die", "das", "ein", "eine", "einen", "einem", "und", "mit", "im", "über", "auf", "am", "von",
        "zu", "zum", "für", "mein", "meine", "den", "dem", "mach", "füge", "in", "bitte",
      ]
    ),
    (
      "pt",
      [
        "o", "os", "um", "uma", "de", "do", "da", "dos", "das", "e", "com", "em", "no", "na", "sobre", "ao",
        "para", "que", "meu", "minha", "faz", "faça", "adicione", "vídeo",
      ]
    ),
    (
      "it",
      [
        "il", "lo", "la", "gli", "un", "una", "di", "del", "della", "e", "con", "in", "nel", "sul", "per",
        "che", "mio", "mia", "fai", "aggiungi",
      ]
    ),
  ]

  private static func codeOfLatin(_ text: String) -> String? {
    let words = text.prefix(4000).lowercased().split { !$0.isLetter }.map(String.init)
    let counts = smallWords.map { language in
      (code: language.code, count: words.count { language.words.contains($0) })
    }
    let ranked = counts.sorted { $0.count > $1.count }
    // Two languages that share the few small words of a text are not told apart.
    guard ranked[0].count > 0, ranked[0].count > ranked[1].count else { return nil }
    return ranked[0].code
  }
}
