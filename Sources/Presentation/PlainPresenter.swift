import Conversation
import Synchronization
import TimelineDraft

/// Draws events for a pipe: replies and results on standard output, progress and diagnostics on standard error.
///
/// A line of a reply is written as soon as it ends, one without an end in parts. Progress is told at each tenth, so that a log stays short.
public final class PlainPresenter: Presenter {
  private struct State {
    var line = ""
    /// Whether the next words begin a text: the blanks before them only part it from another.
    var isAtStart = true
    var lastTenth: [Progress.Operation: Int] = [:]
  }

  /// How much of a line waits for its end, in bytes: more than a paragraph.
  private static let longestHeld = 4096

  private let output: @Sendable (String) -> Void
  private let diagnostics: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// Writes results by `output` and everything else by `diagnostics`.
  public init(
    output: @escaping @Sendable (String) -> Void, diagnostics: @escaping @Sendable (String) -> Void
  ) {
    self.output = output
    self.diagnostics = diagnostics
  }

  /// Writes what the event has to say.
  public func present(_ event: SessionEvent) async {
    switch event {
    case .text(let text): write(text)
    case .endOfText: endLine()
    case .timeline(let timeline): result(timeline.summary)
    case .uploaded(let files): result(Wording.uploaded(files))
    case .exported(let file):
      result(Wording.saved(file))
      if let link = file.link { tell("In a browser: \(link)") }
    case .credits(let credits): result(Wording.credits(credits))
    case .information(let text): result(text)
    case .sessions(let records): for record in records { result(SessionListing.line(for: record)) }
    case .connecting: tell("Setting things up…")
    case .ready(let studio, _, let credits): tell(Greeting.ready(studio: studio, credits: credits))
    case .heartbeat(let elapsed): tell(Wording.heartbeat(elapsed))
    case .progress(let progress): tell(progress)
    case .notice(let text): tell(text)
    case .waiting(let reason, let seconds): tell("\(reason) in \(seconds) s…")
    case .failure(let failure): tell("Error: \(failure.message) \(failure.hint)")
    case .turn(.interrupted, _): tell("Stopped waiting.")
    case .recalled(let turns): for line in Wording.recalled(turns) { tell(line) }
    case .route, .tool, .activity, .turn, .queue: break
    }
  }

  private func write(_ text: String) {
    let lines = state.withLock { state -> String in
      let text = state.isAtStart ? text.drop { $0 == " " } : text[...]
      state.isAtStart = state.isAtStart && text.isEmpty
      // Only what is new can hold the end of the line.
      guard let offset = Self.endOfLastLine(text) else {
        state.line += text
        guard state.line.utf8.count >= Self.longestHeld else { return "" }
        defer { state.line = "" }
        return state.line
      }
      let start = text.utf8.index(text.startIndex, offsetBy: offset)
      defer { state.line = String(text[start...]) }
      return state.line + text[..<start]
    }
    if !lines.isEmpty { output(lines) }
  }

  /// The bytes up to and with the last line feed; nil if there is none.
  private static func endOfLastLine(_ text: Substring) -> Int? {
    let bytes = text.utf8
    let last = bytes.withContiguousStorageIfAvailable { $0.lastIndex(of: UInt8(ascii: "\n")) }
    return (last ?? Array(bytes).lastIndex(of: UInt8(ascii: "\n"))).map { $0 + 1 }
  }

  private func endLine() {
    let line = state.withLock { state -> String in
      defer {
        state.line = ""
        state.isAtStart = true
      }
      return state.line
    }
    if !line.isEmpty { output(line + "\n") }
  }

  private func result(_ text: String) {
    endLine()
    output(text + "\n")
  }

  private func tell(_ text: String) { diagnostics(text + "\n") }

  private func tell(_ progress: Progress) {
    let tenth = Int(progress.fraction * 10)
    let isNews = state.withLock { state -> Bool in
      defer { state.lastTenth[progress.operation] = tenth == 10 ? nil : tenth }
      return state.lastTenth[progress.operation] != tenth
    }
    if isNews { tell("\(Wording.name(of: progress.operation)) \(tenth * 10)%") }
  }
}
