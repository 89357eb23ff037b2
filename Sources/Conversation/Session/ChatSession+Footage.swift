import NemoVideo

extension ChatSession {
  /// Has the built-in studio end what a video server makes for a turn that the user has stopped: it would go on for
  /// minutes, at a price, for nobody. What the studio draws itself is done in a moment.
  func endFootage() async {
    guard settings.studio == .local, let session = record?.id else { return }
    let service = service
    // The turn's own task is cancelled; this call must go out all the same.
    await Task { try? await service.cancelFootage(in: session) }.value
  }
}
