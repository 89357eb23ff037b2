/// What is known of the line that a page is laying out.
struct PageLine: Sendable {
  /// Its list marker or indentation, shown with the first of its text.
  var prefix = ""
  var isAtStart = true
  var isItem = false
  var isBlank = true
  /// Whether some of it has been shown.
  var isShown = false
  var isHeld = false
  /// Whether some of it went.
  var isDropped = false
  /// Whether its last sentence went, so that a connective after it has nothing to connect to.
  var followsDrop = false
}
