import NemoVideo
import TimelineDraft

extension ChatSession {
  /// Has a film made of a prompt in place of the one that the session holds, for an export that follows.
  ///
  /// The built-in studio is told that it is to be a new one, since the words of a prompt may be an edit as well: “faster cars at
  /// night”; and where its film stays as it was, nothing came of the prompt. What another service makes of a prompt is its own affair.
  ///
  /// - Parameter prompt: What the film is made of, and its file named after.
  /// - Returns: Whether a film was made of it. What went wrong has been told, among it that the film before is still there.
  public func makeFilm(of prompt: String) async -> Bool {
    guard settings.studio == .local else { return await converse(prompt, exportFollows: true) }
    if lastState == nil { _ = try? await readState() }
    let hasFilm = lastState?.timeline.tracks.contains { $0.kind == .video } ?? false
    let message = hasFilm ? Self.newFilm(of: prompt) : prompt
    let turn = Turn(message: message, timings: settings.timings, clock: settings.clock)
    guard await complete(turn), await follow(turn, exportFollows: true) else { return false }
    if hasFilm, !turn.hasUsedTools, let lastState, !lastState.differs(from: turn.stateBefore) {
      await emit(.failure(.filmUnchanged))
      return false
    }
    noteOrigin(prompt)
    return true
  }

  /// The prompt as one for a new film, in words that the built-in studio knows.
  private static func newFilm(of prompt: String) -> String {
    MessageLanguage.code(of: prompt) == "zh" ? "新视频：\(prompt)" : "A new video: \(prompt)"
  }
}

extension Failure {
  /// Nothing came of a prompt.
  static let filmUnchanged = Failure(
    .service,
    "No video was made of this prompt; the timeline still holds the one before, which is not exported again.",
    hint: "Describe what is seen in it, such as “a lighthouse in a storm”, and run the batch again.")
}
