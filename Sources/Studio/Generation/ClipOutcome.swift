import Directing
import Generation

/// How the making of a film's clips ended.
enum ClipOutcome: Sendable {
  /// All are there, in the order of their places.
  case complete([MediaItem])
  /// Some are not there: the places of those, from 1, with the first reason, and how many there are.
  case incomplete(missing: [Int], of: Int, reason: GenerationError)
  /// The user has cancelled it.
  case cancelled
  /// The studio is ending: the next start goes on.
  case interrupted
}
