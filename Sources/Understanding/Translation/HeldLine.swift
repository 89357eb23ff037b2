/// A line that announces what comes next and is shown with the first piece of it that stays.
struct HeldLine: Sendable {
  /// The blank lines before it.
  var blanks: String
  var text: String
  var isHeading: Bool
}
