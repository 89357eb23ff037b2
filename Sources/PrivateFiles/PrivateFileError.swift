import Glibc

/// A file of the program's own that could not be read or written.
public struct PrivateFileError: Error, Sendable, CustomStringConvertible {
  /// What was being done.
  public enum Action: String, Sendable {
    case creating = "create"
    case reading = "read"
    case writing = "write"
    case removing = "remove"
  }

  /// The file or folder.
  public let path: String
  /// What was being done.
  public let action: Action
  /// Why it failed, in the system's words.
  public let reason: String
  /// Whether the disk or the quota is full.
  public let isDiskFull: Bool

  /// Makes an error; without a reason the system's last one (`errno`) is taken.
  init(path: String, doing action: Action, reason: String? = nil) {
    let code = errno
    self.path = path
    self.action = action
    self.reason = reason ?? String(cString: strerror(code))
    isDiskFull = reason == nil && (code == ENOSPC || code == EDQUOT)
  }

  /// What happened, such as `can't write /home/ana/.local/state/t2v/tokens.json: No space left on device`.
  public var description: String { "can't \(action.rawValue) \(path): \(reason)" }
}
