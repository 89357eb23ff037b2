import Foundation
import Synchronization

/// How far the work is, on standard error, if that is a terminal.
final class ProgressLine: Sendable {
  static let standardError = ProgressLine()

  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let shown = Mutex(-1)

  /// Shows a share, 0 to 1.
  func show(_ share: Double) {
    guard isTerminal else { return }
    let percent = Int(share * 100)
    let isNew = shown.withLock { last in
      defer { last = percent }
      return last != percent
    }
    if isNew { FileHandle.standardError.write(Data("\rRendering: \(percent)%".utf8)) }
  }

  /// Removes the line.
  func clear() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
