/// The entries of a history, oldest first: no entry twice (the latest place counts), no more than the limit.
package struct HistoryLines: Equatable, Sendable {
  package private(set) var entries: [String]
  /// Lines of the file that are superfluous: repeated, beyond the limit, or damaged.
  package private(set) var superfluous: Int

  /// Reads a history file's text.
  package init(file: String, limit: Int) {
    var lines = 0
    var seen: Set<String> = []
    var newestFirst: [String] = []
    for line in file.split(separator: "\n", omittingEmptySubsequences: true).reversed() {
      lines += 1
      guard newestFirst.count < limit, let entry = HistoryEntry.decode(line),
        Self.isWorthKeeping(entry), seen.insert(entry).inserted
      else { continue }
      newestFirst.append(entry)
    }
    entries = newestFirst.reversed()
    superfluous = lines - entries.count
  }

  /// The text of a file with these entries.
  package var file: String { entries.map(HistoryEntry.encode).joined() }

  /// False for blank lines and for lines with a secret.
  package static func isWorthKeeping(_ line: String) -> Bool {
    line.contains { !$0.isWhitespace } && !SecretFilter.holdsSecret(line)
  }
}
