import PrivateFiles
import Synchronization
import TimelineDraft

/// What was said, for `/save`: a Markdown text, with the user's words quoted.
public final class Transcript: Sendable {
  private let text = Mutex("")

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
  public var markdown: String { "# A conversation with t2v\n" + text.withLock { $0 } }

  /// Writes it to a file, replaced in one step.
  ///
  /// - Throws: `PrivateFileError`.
  public func save(to path: String) throws {
    let folder = PrivateFolder(FinishedFile.parent(path))
    try folder.write(String(path.split(separator: "/").last ?? "transcript.md"), Array(markdown.utf8))
  }

  private func append(_ words: String) { text.withLock { $0 += words } }
}
