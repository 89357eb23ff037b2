/// What came before a sentence, as far as it changes its meaning.
struct SentenceContext {
  /// The sentence or item before was an instruction.
  var followsInstruction = false
  /// The sentence before on this line went.
  var followsDrop = false
  var inList = false
  /// An item of the list of choices of an instruction ("Click one of:").
  var isChoice = false
  /// Every sentence is read, also one without a word of instructions: for comparing the two ways.
  var readsAll = false

  /// Whether nothing before the sentence bears on it.
  var isNeutral: Bool { !followsInstruction && !followsDrop && !isChoice }
}
