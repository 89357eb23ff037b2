/// What a mistyped word was probably meant to be.
public enum NearestWord {
  /// The known word that the fewest typing errors lead to: at most two, and fewer than half of the letters. Failing that, the
  /// first that the word begins.
  ///
  /// - Returns: nil if none is near.
  public static func of(_ word: String, among known: [String]) -> String? {
    let ranked = known.map { (word: $0, errors: EditDistance.between(word, $0)) }
    if let best = ranked.min(by: { $0.errors < $1.errors }), best.errors <= 2,
      best.errors * 2 < max(3, word.count)
    {
      return best.word
    }
    return known.first { word.count >= 2 && $0.hasPrefix(word) }
  }
}
