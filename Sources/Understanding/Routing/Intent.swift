/// What the user wants done with an utterance (SEED.md, "Matching Input to Actions").
public enum Intent: String, Sendable, Equatable, CaseIterable {
  /// Render the timeline and fetch the file.
  case export
  /// Read the balance.
  case credits
  /// Read the session's state: what is on the timeline, how far the work is.
  case status
  /// Supply files, or ask how to.
  case upload
  /// Everything else: goes to the service as it is.
  case message
}
