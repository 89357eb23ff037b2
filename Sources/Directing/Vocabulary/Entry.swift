/// A line of the vocabulary: phrases in both languages that mean the same.
struct Entry {
  /// The phrases, separated by commas; English in the singular, Chinese in simplified characters.
  let phrases: String
  /// What they mean.
  let meanings: [Meaning]

  init(_ phrases: String, _ meanings: Meaning...) {
    self.phrases = phrases
    self.meanings = meanings
  }
}
