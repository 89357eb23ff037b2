import Generation

/// A turn that ends without a change of the film, when everything that there is to say of it has been said.
enum TurnEnding: Error {
  /// The user has cancelled it.
  case withoutChange
  /// An engine has not made what was asked for.
  case unmade(GenerationError)
  /// The studio is ending: the next start goes on.
  case interrupted
}
