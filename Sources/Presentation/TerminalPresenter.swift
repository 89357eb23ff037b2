import Conversation
import Synchronization
import TimelineDraft

/// Draws events for a person at a terminal: text above the live prompt, one status row below it.
///
/// It writes through a ``TerminalSurface``, which keeps the input line intact.
public final class TerminalPresenter: Presenter {
  private struct State {
    var activity: String?
    var activityStart: ContinuousClock.Instant?
    /// When the wait ends that is counted down.
    var waitEnd: ContinuousClock.Instant?
    var progress: Progress?
    var progressStart: ContinuousClock.Instant?
    var queued = 0
  }

  private let surface: any TerminalSurface
  private let style: Style
  private let state = Mutex(State())
  private let wrapper: Mutex<WordWrapper>

  private let wordPace: Duration

  /// A sentence never takes longer than this to appear, however many words it has.
  private static let longestSentence = Duration.milliseconds(300)

  /// Draws on a surface in a style.
  ///
  /// - Parameter wordPace: The time between two words of a reply. Replies come as sentences, since only whole ones can be
  ///   translated; a few milliseconds a word make them appear as they were said. Zero shows them at once.
  public init(surface: any TerminalSurface, style: Style, wordPace: Duration = .zero) {
    self.surface = surface
    self.wordPace = wordPace
    self.style = style
    wrapper = Mutex(WordWrapper(width: surface.width))
  }

  /// Greets before anything is connected.
  public func welcome() {
    line(Greeting.welcome, style.bold)
  }

  /// Draws the status row anew, with the time that has passed. Call it once a second while something runs.
  public func tick() { surface.setStatus(statusRow()) }

  /// Draws an event.
  public func present(_ event: SessionEvent) async {
    switch event {
    case .text(let text): await stream(text)
    case .endOfText: endLine()
    case .connecting:
      line("Setting things up…", style.faint)
      begin("Connecting")
    case .ready(let studio, _, let credits):
      begin(nil)
      line(Greeting.ready(studio: studio, credits: credits), style.good)
      line("Try:", style.faint)
      for suggestion in Greeting.suggestions { line("  • " + suggestion) }
    case .activity(let words):
      begin(words)
      if words == nil { endProgress() }
    case .timeline(let timeline): line(timeline.summary, style.accent)
    case .heartbeat(let elapsed): line(Wording.heartbeat(elapsed), style.faint)
    case .progress(let progress): show(progress)
    case .uploaded(let files): line(Wording.uploaded(files), style.good)
    case .exported(let result):
      endProgress()
      line(Wording.saved(result), style.good)
      if let link = result.link { line("In a browser: \(link)", style.faint) }
    case .credits(let credits): line(Wording.credits(credits))
    case .notice(let text): line(text, style.faint)
    case .information(let text): line(text)
    case .waiting(let reason, let seconds):
      line("\(reason) in \(seconds) s (Ctrl-C to stop waiting)…", style.faint)
      begin(reason, countingDown: seconds)
    case .queue(let lines, let isHeld): show(queue: lines, isHeld: isHeld)
    case .sessions(let records):
      for record in records { line(SessionListing.line(for: record)) }
      if records.isEmpty { line("No sessions yet.") }
    case .failure(let failure):
      endProgress()
      line(failure.message, style.bad)
      line(failure.hint)
    case .turn(let status, _):
      begin(nil)
      endProgress()
      if status == .interrupted {
        line("Stopped waiting. What was sent goes on at the service; type status to look at it.", style.faint)
      }
    case .recalled(let turns): for text in Wording.recalled(turns) { line(text, style.faint) }
    case .route, .tool: break
    }
  }

  /// Shows the words of a reply, one after another.
  private func stream(_ text: String) async {
    let wrapped = wrapper.withLock { $0.wrap(style.spelled(text), columns: surface.columns) }
    guard wordPace > .zero, surface.redrawsStatus, !style.isPlain else { return surface.print(wrapped) }
    var words = wrapped.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    for index in words.indices.dropLast() { words[index] += " " }
    let pace = min(wordPace, Self.longestSentence / max(1, words.count))
    for (index, word) in words.enumerated() {
      surface.print(word)
      guard index < words.count - 1 else { break }
      // A turn that is cancelled shows the rest at once.
      try? await Task.sleep(for: pace)
    }
  }

  // MARK: The status row

  private func begin(_ activity: String?, countingDown seconds: Int? = nil) {
    state.withLock { state in
      state.waitEnd = seconds.map { .now.advanced(by: .seconds($0)) }
      if activity == nil {
        state.activityStart = nil
      } else if state.activityStart == nil {
        state.activityStart = .now
      }
      state.activity = activity
    }
    tick()
  }

  private func show(_ progress: Progress) {
    state.withLock { state in
      if state.progress?.operation != progress.operation { state.progressStart = .now }
      state.progress = progress
    }
    if surface.redrawsStatus {
      tick()
    } else if progress.fraction >= 1 {
      line("\(Wording.name(of: progress.operation)) 100%")
    }
  }

  private func endProgress() {
    state.withLock { state in
      state.progress = nil
      state.progressStart = nil
    }
    tick()
  }

  private func statusRow() -> String? {
    let state = state.withLock { $0 }
    var parts: [String] = []
    if let progress = state.progress {
      let seconds = state.progressStart.map { Int($0.duration(to: .now).components.seconds) } ?? 0
      parts.append(
        ProgressBar.row(progress, elapsed: seconds, columns: surface.columns, isPlain: style.isPlain))
    } else if let activity = state.activity {
      let left = state.waitEnd.map { ContinuousClock.now.duration(to: $0).components.seconds } ?? 0
      let passed = state.activityStart.map { $0.duration(to: .now).components.seconds } ?? 0
      parts.append(
        left > 0 ? "\(activity) in \(Wording.clock(Int(left)))" : "\(activity)… \(Wording.clock(Int(passed)))"
      )
    }
    if state.queued > 0 { parts.append("\(state.queued) queued") }
    return parts.isEmpty ? nil : style.faint(style.spelled(parts.joined(separator: " · ")))
  }

  private func show(queue lines: [String], isHeld: Bool) {
    let hasGrown = state.withLock { state in
      defer { state.queued = lines.count }
      return lines.count > state.queued
    }
    if isHeld {
      for (index, waiting) in lines.enumerated() {
        line("held \(index + 1): \(TextSanitiser.singleLine(waiting))", style.faint)
      }
      if !lines.isEmpty { line("/queue go sends them, /queue clear drops them.", style.faint) }
    } else if hasGrown, let last = lines.last {
      line("queued \(lines.count): \(TextSanitiser.singleLine(last))", style.faint)
    }
    tick()
  }

  private func endLine() {
    surface.endOpenLine()
    wrapper.withLock { $0.startLine() }
  }

  /// Prints whole lines of their own, broken between words.
  private func line(_ text: String, _ style: (String) -> String = { $0 }) {
    endLine()
    let wrapped = wrapper.withLock { $0.wrap(self.style.spelled(text), columns: surface.columns) }
    surface.print(
      wrapped.split(separator: "\n", omittingEmptySubsequences: false).map { style(String($0)) }
        .joined(separator: "\n") + "\n")
    wrapper.withLock { $0.startLine() }
  }
}
