import Directing
import MediaFormats

extension FilmRenderer {
  /// Makes the file of a film from its parts, which were rendered elsewhere with ``RenderOutput/isPart``.
  ///
  /// The encoder gets the pictures and samples that it would get from the drawing, so the file holds the frames of a
  /// render in one piece.
  ///
  /// - Parameters:
  ///   - parts: the files, in the order of the film, together all of it.
  ///   - film: the film.
  ///   - output: format and size, as the parts were rendered for.
  ///   - path: the file to write.
  ///   - progress: is told the fraction done, rising from 0 to 1, from any thread.
  /// - Throws: `partsDoNotFit` if frames are missing or too many, and what ``render(_:output:to:range:progress:)`` throws.
  public func join(
    _ parts: [String], of film: Film, output: RenderOutput, to path: String,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws(RenderError) {
    guard output.format.kind != .still else { throw .nothingToRender("a picture has no parts") }
    var target = try TargetFile(path: path)
    let report = ProgressReport(progress)
    report.reached(0)
    var output = output
    output.isPart = false
    let job = try await job(
      for: film, output: output, range: nil, target: target.partPath, folder: target.folder, report: report)
    var frames = 0
    for part in parts {
      let facts = try await MediaProbe(tools: tools).facts(of: part)
      frames += job.clock.frame(atMS: facts.durationMS ?? 0)
    }
    guard frames == job.frames.count else { throw .partsDoNotFit(frames: frames, wanted: job.frames.count) }
    try await job.join(parts)
    try target.place()
    report.reached(1)
  }

  /// How many frames a film has as an output, at how many a second.
  public static func frameCount(of film: Film, output: RenderOutput) -> (frames: Int, perSecond: Int) {
    let rate = output.canvas(for: film.canvas).framesPerSecond
    return (max(0, FrameClock(framesPerSecond: rate).frame(atMS: film.durationMS)), rate)
  }
}
