/// A message and what was answered, as kept to be shown when the session is taken up again.
public struct RecordedTurn: Sendable, Equatable {
  /// The longest text that is kept of either side, in characters.
  private static let longest = 2000

  /// What the user said.
  public let message: String
  /// What was told.
  public let reply: String

  /// Keeps the beginning of both.
  init(message: String, reply: String) {
    self.message = Self.short(message)
    self.reply = Self.short(reply)
  }

  private static func short(_ text: String) -> String {
    text.count > longest ? text.prefix(longest - 1) + "…" : text
  }
}
