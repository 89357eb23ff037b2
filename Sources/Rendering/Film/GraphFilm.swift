import Directing
import MediaFormats
import PrivateFiles
import Scenes

/// Makes a film of uploads with one FFmpeg: it decodes, filters and encodes, while drawn frames, titles and sound come to it
/// through pipes of their own.
///
/// Its pictures never pass through us, but each pipe must be filled without regard to the others: FFmpeg takes from
/// whichever it wants.
struct GraphFilm {
  let run: GraphRun
  let titles: [TitleStretch]
  let settings: EncoderSettings
  /// The file to write.
  let target: String
  /// The folder that the user asked for.
  let folder: String

  /// So many stretches of titles are laid over the film: each is an input of FFmpeg, with a thread.
  static let mostStretches = 8

  /// What is heard, from its first sample.
  struct Sound: Sendable {
    /// The number of samples.
    let count: Int
    /// What is heard, in the making.
    let mix: @Sendable () async throws -> SoundMix?
  }

  /// Encodes the film.
  ///
  /// - Parameters:
  ///   - sound: what is heard; nil if the file has no sound.
  ///   - progress: hears FFmpeg's report.
  func encode(sound: Sound?, progress: EncoderProgress) async throws(RenderError) {
    let scratch = try TemporaryFolder.scratch()
    var graph = try await run.graph(scratch)
    var pipes: [(pipe: InputPipe, writer: MediaProgram.Writer)] = []
    for stretch in titles {
      let (pipe, path) = try InputPipe.withPath()
      pipes.append((pipe, writing(stretch)))
      graph.titles.append((stretch, path))
    }
    let plan = graph.plan()
    var inputs = plan.inputs.flatMap(\.self)
    if let sound {
      let (pipe, path) = try InputPipe.withPath()
      pipes.append((pipe, Self.writing(sound)))
      inputs += RawStream.sound(from: "file:" + path)
    }
    let script = try scratch.keep(Array(plan.script.utf8), named: "graph.txt")
    let canvas = run.montage.canvas
    let program = MediaProgram(
      ffmpeg: run.tools,
      arguments: settings.arguments(
        .graph(inputs: inputs, script: script, sound: sound.map { _ in plan.inputs.count }))
        + ["file:" + target],
      limits: .film(
        frames: run.frames.count + run.montage.clips.reduce(0) { $0 + $1.frames.count },
        pixels: canvas.width * canvas.height))
    do throws(RenderError) {
      let ending = try await program.feed(
        standardInput: run.writing(plan.drawn), others: pipes, output: progress.hear)
      try ending.check(writingTo: folder)
      if progress.frames < run.frames.count { throw run.tooFew(progress.frames) }
    } catch {
      throw Self.isOfTheOutput(error) ? error : run.translated(error)
    }
  }

  /// Whether FFmpeg complains of what it writes rather than of an upload.
  private static func isOfTheOutput(_ error: RenderError) -> Bool {
    guard case .encoderFailed(let detail) = error else { return false }
    return ["output", "encode", "write"].contains { detail.lowercased().contains($0) }
  }

  private func writing(_ stretch: TitleStretch) -> MediaProgram.Writer {
    let width = run.montage.canvas.width
    return { feed in
      try await stretch.forEachPicture(width: width) { try await feed.write(.bytes($0)) }
    }
  }

  private static func writing(_ sound: Sound) -> MediaProgram.Writer {
    { feed in
      // FFmpeg begins when it has seen what comes.
      guard try await feed.write(.bytes(RawStream.soundHeader)), var mix = try await sound.mix() else {
        return
      }
      var done = 0
      while done < sound.count {
        let part = min(24_000, sound.count - done)
        guard try await feed.write(.samples(try await mix.read(part))) else { return }
        done += part
      }
    }
  }
}
