import NemoVideo
import TimelineDraft

extension ChatSession {
  /// A still picture of the present film, a PNG or JPEG file: what the draft names, or what the built-in studio makes.
  ///
  /// - Returns: nil when there is none. Nothing is told of that.
  public func poster() async -> [UInt8]? {
    guard let record, let draft = lastState?.draft, draft.isReadyToExport else { return nil }
    if let picture = await service.poster(in: draft.bytes) { return picture }
    return settings.studio == .local ? await service.studioPoster(of: record.id) : nil
  }
}
