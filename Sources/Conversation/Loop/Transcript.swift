import PrivateFiles
import Synchronization
import TimelineDraft

/// What was said, for `/save`: a Markdown text, with the user's words quoted.
///
/// Of a very long conversation the last part is kept, so that memory does not grow without an end.
public final class Transcript: Sendable {
  private struct Kept {
    var text = ""
    var isShortened = false
  }

  /// When so many bytes are reached, the older half goes: 4 MiB, a thousand pages.
  private static let longest = 4 << 20

  /// So much is left out, in bytes, for the rest to begin with a line.
  private static let longestSkipped = 65_536

  private let kept = Mutex(Kept())

  /// Starts an empty transcript.
  public init() {}

  /// Notes what the user typed.
  public func note(input: String) {
    let quoted = input.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
    append("\n\(quoted.joined(separator: "\n"))\n\n")
  }

  /// Notes an event that belongs to the conversation.
  public func note(_ event: SessionEvent) {
    switch event {
    case .text(let words): append(words)
    case .endOfText: append("\n\n")
    case .timeline(let timeline): append("\(timeline.summary)\n\n")
    case .exported(let result): append("Saved `\(result.path)`\n\n")
    case .failure(let failure): append("**\(failure.message)** \(failure.hint)\n\n")
    default: break
    }
  }

  /// Everything noted so far.
  public var markdown: String {
    let kept = kept.withLock { $0 }
    let mark = kept.isShortened ? "\n*What came before was too long to keep.*\n\n" : ""
    return "# A conversation with t2v\n\(mark)\(kept.text)"
  }

  /// Writes it to a file, replaced in one step.
  ///
  /// - Throws: `PrivateFileError`.
  public func save(to path: String) throws {
    let folder = PrivateFolder(FinishedFile.parent(path))
    try folder.write(String(path.split(separator: "/").last ?? "transcript.md"), Array(markdown.utf8))
  }

  private func append(_ words: String) {
    kept.withLock { kept in
      kept.text += words
      guard kept.text.utf8.count > Self.longest else { return }
      let half = kept.text.utf8.count - Self.longest / 2
      // From a whole line on, if one begins soon; else from where a character does.
      let skipped = kept.text.utf8.withContiguousStorageIfAvailable { bytes in
        let rest = bytes[half...]
        return rest.prefix(Self.longestSkipped).firstIndex(of: UInt8(ascii: "\n"))
          ?? rest.firstIndex { $0 & 0xC0 != 0x80 } ?? half
      }
      let start = kept.text.utf8.index(kept.text.startIndex, offsetBy: skipped ?? half)
      kept.text = String(kept.text[start...])
      kept.isShortened = true
    }
  }
}
