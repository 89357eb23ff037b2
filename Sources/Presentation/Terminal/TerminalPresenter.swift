import Conversation
import LineEditing
import MarkdownText
import Synchronization
import TimelineDraft

/// Draws events for a person at a terminal: text above the live prompt, and below it what runs.
///
/// Replies are drawn as Markdown while they come in; in plain style they stay as they are. It writes through a
/// ``TerminalSurface``, which keeps the input line intact. Nothing waits: what has come is shown.
public final class TerminalPresenter: Presenter {
  private struct State {
    var activity: String?
    var activityStart: ContinuousClock.Instant?
    /// When the wait ends that is counted down.
    var waitEnd: ContinuousClock.Instant?
    var progress = ActiveProgress()
    var queued = 0
    /// When the work began whose end may be announced.
    var workStart: ContinuousClock.Instant?
  }

  /// The drawing of a reply.
  private struct Page {
    var wrapper: WordWrapper
    /// Nil between replies.
    var markdown: MarkdownStream?
  }

  private let surface: any TerminalSurface
  private let style: Style
  private let state = Mutex(State())
  private let page: Mutex<Page>

  /// Work that took longer than this is announced when nobody looks.
  private static let longWork = 20.0

  /// Draws on a surface in a style.
  public init(surface: any TerminalSurface, style: Style) {
    self.surface = surface
    self.style = style
    page = Mutex(
      Page(
        wrapper: WordWrapper(
          width: surface.width,
          draw: { style.drawn($0, $1, followsLinks: surface.followsLinks) },
          drawLead: { style.faint($0) }, rule: style.isASCII ? "-" : "─")))
  }

  /// Greets before anything is connected.
  public func welcome() {
    line(Greeting.welcome, style.bold)
  }

  /// Draws the status rows anew, with the time that has passed. Call it once a second while something runs.
  public func tick() {
    surface.setStatus(statusRows())
    let (fraction, isBusy) = state.withLock { ($0.progress.latestFraction, $0.activity != nil) }
    surface.setTitleProgress(fraction.map { .percent(Int($0 * 100)) } ?? (isBusy ? .unknown : .none))
  }

  /// Shows a picture: the rows of a drawing, or what a terminal's own protocol takes.
  public func show(picture: String) {
    breakLine()
    surface.print(picture)
  }

  /// Draws an event.
  public func present(_ event: SessionEvent) async {
    switch event {
    case .text(let text): stream(text)
    case .endOfText: endText()
    case .route: state.withLock { $0.workStart = .now }
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
    case .uploaded(let files):
      endProgress(.upload)
      line(Wording.uploaded(files), style.good)
    case .exported(let result):
      endProgress()
      line(Wording.saved(result), style.good)
      if let link = result.link { line("In a browser: \(link)", style.faint) }
      announce("Saved \(result.path)", after: secondsOfWork)
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
    case .turn(let status, let elapsed):
      endText()
      begin(nil)
      endProgress()
      announce(status == .failed ? "The turn has failed." : "The reply is there.", after: elapsed)
      state.withLock { $0.workStart = .now }
      if status == .interrupted {
        line("Stopped waiting. What was sent goes on at the service; type status to look at it.", style.faint)
      }
    case .recalled(let turns): for text in Wording.recalled(turns) { line(text, style.faint) }
    case .tool: break
    }
  }

  // MARK: Replies

  /// Shows what of a reply can be shown, which is nearly all of it.
  private func stream(_ text: String) {
    let drawn = page.withLock { page -> String in
      guard !style.isPlain else { return page.wrapper.wrap(style.spelled(text), columns: surface.columns) }
      var markdown =
        page.markdown ?? MarkdownStream(showsURLs: !surface.followsLinks, isASCII: style.isASCII)
      defer { page.markdown = markdown }
      return page.wrapper.write(markdown.feed(style.spelled(text)), columns: surface.columns)
    }
    if !drawn.isEmpty { surface.print(drawn) }
  }

  /// Shows what was held back of a reply, and ends it.
  private func endText() {
    let drawn = page.withLock { page -> String in
      guard var markdown = page.markdown else { return "" }
      page.markdown = nil
      return page.wrapper.write(markdown.finish(), columns: surface.columns)
    }
    if !drawn.isEmpty { surface.print(drawn) }
    surface.endOpenLine()
    page.withLock { $0.wrapper.startLine() }
  }

  /// Ends the line that is open, so that something else can stand below it; the reply goes on behind that.
  private func breakLine() {
    surface.endOpenLine()
    page.withLock { $0.wrapper.breakLine() }
  }

  // MARK: The end of work

  private var secondsOfWork: Double {
    state.withLock { $0.workStart.map { $0.duration(to: .now) / .seconds(1) } ?? 0 }
  }

  /// Tells somebody who has turned to another window.
  private func announce(_ text: String, after seconds: Double) {
    guard seconds > Self.longWork, surface.isFocused == false else { return }
    surface.notify(text)
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
    if surface.redrawsStatus {
      state.withLock { $0.progress.note(progress, at: .now) }
      tick()
    } else if let told = state.withLock({ $0.progress.line(for: progress) }) {
      line(told)
    }
  }

  private func endProgress(_ operation: Progress.Operation? = nil) {
    state.withLock { $0.progress.end(operation) }
    tick()
  }

  private func statusRows() -> String? {
    let state = state.withLock { $0 }
    var rows = state.progress.rows(at: .now, columns: surface.columns, isASCII: style.isASCII)
    if rows.isEmpty, let activity = state.activity {
      let left = state.waitEnd.map { ContinuousClock.now.duration(to: $0).components.seconds } ?? 0
      let passed = state.activityStart.map { $0.duration(to: .now).components.seconds } ?? 0
      rows.append(
        left > 0 ? "\(activity) in \(Wording.clock(Int(left)))" : "\(activity)… \(Wording.clock(Int(passed)))"
      )
    }
    if state.queued > 0 {
      let queued = "\(state.queued) queued"
      if let last = rows.popLast() { rows.append("\(last) · \(queued)") } else { rows.append(queued) }
    }
    return rows.isEmpty ? nil : rows.map { style.faint(style.spelled($0)) }.joined(separator: "\n")
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

  /// Prints whole lines of their own, broken between words.
  private func line(_ text: String, _ style: (String) -> String = { $0 }) {
    breakLine()
    var wrapper = WordWrapper(width: surface.width)
    let wrapped = wrapper.wrap(self.style.spelled(text), columns: surface.columns)
    surface.print(
      wrapped.split(separator: "\n", omittingEmptySubsequences: false).map { style(String($0)) }
        .joined(separator: "\n") + "\n")
  }
}
