/// The languages that the studio reads and answers in.
public enum Language: String, Codable, Sendable, CaseIterable {
  case english, chinese

  /// The language to answer a text in: Chinese where it has Han characters, unless words in Latin letters outnumber them.
  public static func of(_ text: String) -> Language {
    var han = 0
    var words = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isLetter = Tokenizer.isWordScalar(scalar)
      if Tokenizer.isHan(scalar) { han += 1 } else if isLetter, !isInWord { words += 1 }
      isInWord = isLetter && !Tokenizer.isHan(scalar)
    }
    return han > 0 && han >= words ? .chinese : .english
  }
}
