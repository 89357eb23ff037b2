import Directing
import MediaFormats
import Scenes

/// Makes media files of films.
///
/// Frames are drawn on all cores, get their titles, and go to FFmpeg through one pipe together with the sound (see
/// `RawAVI`); nothing raw touches the disk, and memory does not grow with the length of the film. The same film and
/// output give the same pictures and samples.
public struct FilmRenderer: Sendable {
  let tools: MediaTools
  let media: MediaFolder

  /// A renderer with the tools at hand.
  ///
  /// - Parameters:
  ///   - tools: FFmpeg's programs.
  ///   - mediaFolder: where uploads are kept, each named by the SHA-256 of its bytes; nil if there are none.
  public init(tools: MediaTools, mediaFolder: String? = nil) {
    self.tools = tools
    media = MediaFolder(path: mediaFolder)
  }

  /// Renders a film, or a part of it, to a file.
  ///
  /// The file appears under its name when it is complete and not before; a file that is there already is replaced
  /// then. Cancelling the task stops FFmpeg and leaves nothing behind.
  ///
  /// - Parameters:
  ///   - film: the film.
  ///   - output: format and size.
  ///   - path: the file to write.
  ///   - range: the part in milliseconds from the start of the film; nil means all of it. Parts that meet hold
  ///     together exactly the frames of the whole. A still shows the start of its range.
  ///   - progress: is told the fraction done, rising from 0 to 1, from any thread.
  /// - Throws: what went wrong, with words for the user.
  public func render(
    _ film: Film, output: RenderOutput, to path: String, range: Range<Int>? = nil,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws(RenderError) {
    var target = try TargetFile(path: path)
    let report = ProgressReport(progress)
    report.reached(0)
    let job = try await job(
      for: film, output: output, range: range, target: target.partPath, folder: target.folder, report: report)
    switch output.format.kind {
    case .video, .animation: try await job.renderPictures()
    case .still:
      let frame = range == nil ? Self.representativeFrame(of: film, clock: job.clock) : job.frames.lowerBound
      try await job.renderStill(frame: frame)
    case .sound:
      guard job.hasSound else { throw .nothingToRender("the film has no sound") }
      try await job.renderSound()
    }
    try target.place()
    report.reached(1)
  }

  /// Saves one picture of a film, with its titles, as PNG.
  ///
  /// - Parameters:
  ///   - film: the film.
  ///   - atMS: the moment; one outside the film shows its nearest end.
  ///   - shorterSide: the shorter side in pixels; nil keeps the canvas.
  ///   - path: the file to write.
  public func poster(
    of film: Film, atMS: Int, shorterSide: Int? = nil, to path: String
  ) async throws(RenderError) {
    let moment = min(max(0, atMS), max(0, film.durationMS - 1))
    // One frame's worth of film, however slow the film is.
    let output = RenderOutput(format: .png, resolution: shorterSide)
    let rate = film.canvas.framesPerSecond
    let end = moment + 1000 / rate + 1
    let start = min(moment, max(0, film.durationMS - 1000 / rate - 1))
    try await render(film, output: output, to: path, range: start..<max(end, start + 1000 / rate + 1))
  }

  /// Saves one picture of a shot as PNG.
  ///
  /// - Parameters:
  ///   - shot: the shot.
  ///   - canvas: the size of the picture.
  ///   - atMS: the moment from the start of the shot.
  ///   - path: the file to write.
  public func frame(of shot: Shot, canvas: Canvas, atMS: Int, to path: String) async throws(RenderError) {
    let segment = Film.Segment(
      durationMS: shot.durationMS, metadata: Film.Metadata(name: shot.name), shot: shot)
    let film = Film(canvas: canvas, tracks: [Film.Track(kind: .video, segments: [segment])])
    try await poster(of: film, atMS: atMS, to: path)
  }

  /// Hands on the finished pictures of a film, or a part of it, before any encoding, in order.
  package func forEachPicture(
    of film: Film, output: RenderOutput, range: Range<Int>? = nil,
    _ body: (Int, FrameBuffer) async throws -> Bool
  ) async throws {
    let job = try await job(
      for: film, output: output, range: range, target: "", folder: "", report: ProgressReport { _ in })
    try await job.forEachFrame(of: try job.makeMontage(), body)
  }

  func job(
    for film: Film, output: RenderOutput, range: Range<Int>?, target: String, folder: String,
    report: ProgressReport
  ) async throws(RenderError) -> RenderJob {
    let canvas = output.canvas(for: film.canvas)
    let clock = FrameClock(framesPerSecond: canvas.framesPerSecond)
    let whole = 0..<max(0, clock.frame(atMS: film.durationMS))
    let part = range.map { range in
      let start = clock.frame(atMS: max(0, range.lowerBound))
      return start..<max(start, clock.frame(atMS: max(0, range.upperBound)))
    }
    let frames = part?.clamped(to: whole) ?? whole
    guard !whole.isEmpty else { throw .nothingToRender("the film is empty") }
    guard !frames.isEmpty else { throw .nothingToRender("that part of the film is empty") }
    if film.tracks.allSatisfy({ $0.kind != .video || $0.segments.isEmpty }), output.format.kind != .sound {
      throw .nothingToRender("the film has no pictures yet")
    }
    let facts = try await mediaFacts(of: film)
    return RenderJob(
      renderer: self, film: film, output: output, canvas: canvas, clock: clock, frames: frames, facts: facts,
      hasSound: SoundMix.hasSound(film, facts: facts), target: target, folder: folder, report: report)
  }

  /// Where a still of a whole film is taken: at the moment that is set, else in the middle of its first title, else at two fifths.
  private static func representativeFrame(of film: Film, clock: FrameClock) -> Int {
    let titles = film.tracks.filter { $0.kind == .text }.flatMap(\.placedSegments).filter {
      $0.segment.isTitle
    }
    let moment =
      film.stillMS ?? titles.first.map { $0.startMS + $0.segment.durationMS / 2 } ?? film.durationMS * 2 / 5
    // A draft may say any number.
    let frame = clock.frame(atMS: min(max(0, moment), film.durationMS))
    return min(frame, max(0, clock.frame(atMS: film.durationMS) - 1))
  }

  private func mediaFacts(of film: Film) async throws(RenderError) -> [String: MediaFacts] {
    var facts: [String: MediaFacts] = [:]
    for segment in film.tracks.flatMap(\.segments) {
      guard let name = segment.media, facts[name] == nil else { continue }
      facts[name] = try await MediaProbe(tools: tools).facts(of: media.file(named: name))
      if Task.isCancelled { throw .cancelled }
    }
    return facts
  }
}
