/// How far a download is.
public struct DownloadProgress: Sendable, Hashable {
  /// Bytes in the file, with those of an earlier attempt.
  public let received: Int64
  /// Bytes the file will have, if the server says so.
  public let total: Int64?
  /// What to hand to the next attempt if this one breaks; told before the first byte is written.
  public let validator: DownloadValidator

  /// A progress from its parts.
  public init(received: Int64, total: Int64?, validator: DownloadValidator) {
    self.received = received
    self.total = total
    self.validator = validator
  }
}
