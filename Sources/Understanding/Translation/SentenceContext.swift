/// What came before a sentence, as far as it changes its meaning.
struct SentenceContext {
  /// The sentence or item before was an instruction.
  var followsInstruction = false
  /// The sentence before on this line went.
  var followsDrop = false
  var inList = false
  /// An item of the list of choices of an instruction ("Click one of:").
  var isChoice = false
}
