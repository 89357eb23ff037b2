/// How a job stands.
public enum VideoJobStatus: Sendable, Equatable {
  /// It waits for its turn.
  case queued
  /// It is being made.
  case inProgress
  /// The video is there.
  case completed
  /// It will never be there.
  case failed

  /// Reads the API's word. Words beyond the published four are taken by their sense; an unknown one means that the job
  /// is not at its end.
  init(word: String) {
    self =
      switch word.lowercased() {
      case "queued", "pending": .queued
      case "completed", "succeeded": .completed
      case "failed", "cancelled", "canceled", "deleted", "expired": .failed
      default: .inProgress
      }
  }
}
