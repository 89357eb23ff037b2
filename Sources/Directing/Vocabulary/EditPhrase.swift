/// A phrase that is an edit on its own, whatever stands around it.
enum EditPhrase: Sendable, Equatable {
  case undo, redo, startOver, clear, anotherTake, describe
  /// The user's own prompt without saying what it is.
  case ownPrompt
  /// Something editors do and the studio doesn't, by its place in `Unavailable.all`.
  case unavailable(Int)
}
