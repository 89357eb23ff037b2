/// What one clause does.
struct Reading {
  enum Act: Equatable {
    /// Asks for an action.
    case action(Intent)
    /// Would ask for one, but says not to, or not yet.
    case refusal
    /// Only says how: a format, a resolution, a place.
    case parameter
    /// Thanks, greetings, praise: decides nothing.
    case filler
    /// A remark about the film or oneself, in open words: decides nothing beside a request.
    case remark
    /// Describes or changes the film.
    case content
  }

  var act: Act
  var format: String?
  var resolution: String?
  /// The index of the reference that names the file to write.
  var destination: Int?
  /// Whether an export says more than one bare word, so that it can't be one of a list of nouns.
  var isFull = false
  /// "export failed": an attempt to be made again, if another clause says so.
  var tellsOfFailedExport = false
  /// "actually wait", behind a request: it is taken back.
  var holdsBack = false
  /// "try again"
  var repeats = false
}
