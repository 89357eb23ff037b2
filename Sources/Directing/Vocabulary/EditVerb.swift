/// What the verb of an edit asks for.
enum EditVerb: Sendable, Equatable {
  case add, remove, make, change, replace, increase, decrease, shorten, extend, rename, zoom, move, speedUp,
    slowDown
  case mute, unmute, useMusic, append
}
