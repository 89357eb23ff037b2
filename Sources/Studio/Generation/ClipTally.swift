/// What has come of clips that models were asked for, since the studio's start.
struct ClipTally: Sendable, Equatable {
  /// Clips that were made.
  var made = 0
  /// Clips that were not.
  var failed = 0
  /// Films whose clips the user cancelled.
  var cancelled = 0
}
