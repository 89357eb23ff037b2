import Conversation
import LineEditing
import MediaFormats
import NemoVideo
import Presentation
import Synchronization
import TerminalPictures
import TimelineDraft

/// Shows a poster frame after generation, and a strip of four frames after an export.
///
/// All of it goes on beside the conversation, which neither waits for a picture nor hears of one that could not be made.
final class PicturePrinter: Sendable {
  private struct State {
    /// What the film's pictures were at the last poster.
    var film: [TimelineSegment] = []
    var isPosterDue = false
    var work: Task<Void, Never>?
  }

  private let editor: LineEditor
  private let artist: PictureArtist
  private let traits: @Sendable () -> TerminalTraits
  private let fetchPoster: @Sendable () async -> [UInt8]?
  private let show: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - traits: What the terminal understands, as far as it is known by now.
  ///   - poster: Fetches a still picture of the present film.
  ///   - show: Prints a picture.
  init(
    editor: LineEditor, artist: PictureArtist, traits: @escaping @Sendable () -> TerminalTraits,
    poster fetchPoster: @escaping @Sendable () async -> [UInt8]?, show: @escaping @Sendable (String) -> Void
  ) {
    self.editor = editor
    self.artist = artist
    self.traits = traits
    self.fetchPoster = fetchPoster
    self.show = show
  }

  /// Takes an event, after it was shown.
  func note(_ event: SessionEvent) {
    switch event {
    case .timeline(let timeline):
      let film = timeline.tracks.filter { $0.kind == .video }.flatMap(\.segments)
      state.withLock { state in
        state.isPosterDue = !film.isEmpty && film != state.film
        state.film = film
      }
    case .turn(let status, _):
      let isDue = state.withLock { state in
        defer { state.isPosterDue = false }
        return state.isPosterDue && (status == .done || status == .recovered)
      }
      if isDue { start { await self.drawPoster() } }
    case .exported(let result): start { await self.drawStrip(of: result) }
    default: break
    }
  }

  /// Stops what is being drawn.
  func stop() { state.withLock { $0.work?.cancel() } }

  /// One picture after another, in the order of their events.
  private func start(_ draw: @escaping @Sendable () async -> String?) {
    state.withLock { state in
      let earlier = state.work
      state.work = Task {
        await earlier?.value
        guard !Task.isCancelled, let picture = await draw(), !Task.isCancelled else { return }
        self.show(picture)
      }
    }
  }

  private func drawPoster() async -> String? {
    guard let png = await fetchPoster(), let box = await box(columns: 40) else { return nil }
    return await artist.poster(png, in: box, for: traits())
  }

  private func drawStrip(of result: ExportResult) async -> String? {
    guard let box = await box(columns: 76) else { return nil }
    return await artist.strip(
      of: result.path, format: result.format.rawValue, durationMS: result.durationMS, in: box, for: traits())
  }

  /// The room for a picture, once the terminal has told what it is; nil if there is too little.
  private func box(columns most: Int) async -> PictureBox? {
    let answers = await editor.answers(within: .seconds(1))
    let (columns, rows) = (editor.columns, editor.rows)
    guard columns >= PictureBox.narrowest, rows >= 10 else { return nil }
    return PictureBox(columns: min(most, columns - 1), rows: min(16, rows / 2), cell: answers.cell)
  }
}
