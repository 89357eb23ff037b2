import GRDB

/// Where a render is, in the words of the wire.
public enum RenderStatus: String, Codable, Sendable, CaseIterable, DatabaseValueConvertible {
  /// Waiting for a worker.
  case pending
  /// Being made.
  case processing
  /// The file is there.
  case completed
  /// It could not be made; the error says why.
  case failed
  /// The file was there and has gone, because it was old.
  case expired
  /// The user did not want it any more.
  case cancelled

  /// Whether nothing more will happen to it.
  public var isFinal: Bool { self != .pending && self != .processing }
}
