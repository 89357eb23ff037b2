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

extension NearestWord {
  /// The known word that a few typing errors lead to; the first letter is taken to be right, or to have changed places with
  /// the second.
  ///
  /// - Parameter errors: how many there may be at most.
  /// - Returns: nil if none is near, or two are equally near.
  public static func mistyped(_ word: String, among known: [String], errors: Int) -> String? {
    let start = word.prefix(2)
    let ranked = known.lazy.filter {
      $0.first == start.first || Array($0.prefix(2)) == Array(start.reversed())
    }
    .map { (word: $0, errors: EditDistance.between(word, $0)) }
    .filter { $0.errors <= errors }.sorted { $0.errors < $1.errors }
    guard let best = ranked.first, ranked.count < 2 || ranked[1].errors > best.errors else { return nil }
    return best.word
  }
}
