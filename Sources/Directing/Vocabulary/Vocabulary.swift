/// The words that the director knows. Each theme has a file of its own, which adds one table to this type.
enum Vocabulary {
  /// All tables as one tree, built at the first use.
  static let lexicon = Lexicon(
    sky + weather + water + land + plants + built + life + light + abstract + furtherPlaces + furtherLife
      + people
      + furtherSky + emoji
      + times + colours + moods + occasions + motion + quantities + places + corners
      + styles + film + music + titles + grammar + undrawable + editing)
}
