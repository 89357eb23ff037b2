import Glibc

/// The history file: one JSON object a line, readable by its owner alone, shared by several processes.
///
/// Each entry is one append under a lock, so two programs running at once lose nothing; what the other one wrote
/// is seen at the next start. Lines with a token are never stored. The file is rewritten now and then (to
/// another file, renamed over it) to drop what is repeated.
public struct HistoryStore: Sendable {
  /// Where the file is.
  public let path: String
  /// The most entries that are kept.
  public let limit: Int

  /// - Parameters:
  ///   - path: the file; it and its folder are made when the first entry is stored (0600, 0700).
  ///   - limit: the most entries that are kept.
  public init(path: String, limit: Int = 1000) {
    self.path = path
    self.limit = max(1, limit)
  }

  /// The entries, oldest first; empty if there is no file, or none that can be read. A missing history keeps nobody from typing.
  public func load() -> [String] {
    guard let file = LockedFile(path: path, access: O_RDWR, lock: LOCK_SH) else { return [] }
    let lines = HistoryLines(file: file.text(), limit: limit)
    file.close()
    if lines.superfluous > limit { compact() }
    return lines.entries
  }

  /// Appends an entry, unless it is blank or holds a secret.
  /// - Returns: false if it could not be written (a full disk, no permission).
  @discardableResult
  public func append(_ line: String) -> Bool {
    guard HistoryLines.isWorthKeeping(line) else { return true }
    makeFolder()
    guard let file = LockedFile(path: path, access: O_RDWR | O_CREAT | O_APPEND, lock: LOCK_EX) else {
      return false
    }
    defer { file.close() }
    // A line that a crash cut short must not swallow this one.
    let start = file.endsWithNewline ? "" : "\n"
    return file.write(start + HistoryEntry.encode(line))
  }

  private func compact() {
    guard let file = LockedFile(path: path, access: O_RDWR, lock: LOCK_EX) else { return }
    defer { file.close() }
    let lines = HistoryLines(file: file.text(), limit: limit)
    let temporary = path + ".new"
    unlink(temporary)
    guard let copy = LockedFile(path: temporary, access: O_RDWR | O_CREAT | O_EXCL, lock: LOCK_EX) else {
      return
    }
    let written = copy.write(lines.file)
    copy.close()
    if !written || rename(temporary, path) != 0 { unlink(temporary) }
  }

  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: true).dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      mkdir(folder, 0o700)
    }
  }
}
