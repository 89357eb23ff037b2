import Directing
import MediaFormats
import PrivateFiles
import Scenes

/// One render: what is needed to make one file of one film.
struct RenderJob: Sendable {
  let renderer: FilmRenderer
  let film: Film
  let output: RenderOutput
  let canvas: Canvas
  let clock: FrameClock
  let frames: Range<Int>
  let facts: [String: MediaFacts]
  let hasSound: Bool
  let target: String
  let folder: String
  let report: ProgressReport

  private var tools: MediaTools { renderer.tools }

  /// The first sound goes behind so many frames: the encoder works on them while the music is still composed.
  private static let silentFrames = 24

  /// Frames that are drawn while the encoder starts and the first title is made: so many at most, and so many bytes.
  private static let (mostAhead, roomAhead) = (32, 100_000_000)

  /// Films and animations: pictures, and sound if the format and the film have it.
  func renderPictures() async throws(RenderError) {
    try await SampleDecoders.with { decoders throws(RenderError) in try await renderPictures(decoders) }
  }

  private func renderPictures(_ decoders: SampleDecoders) async throws(RenderError) {
    let withSound = hasSound && output.format.kind == .video
    let montage = try await makeMontage()
    // What is heard is prepared beside what is seen, and needed later.
    let (first, second) = (DrawingThreads(count: 1, niceness: 0), DrawingThreads(count: 1, niceness: 5))
    defer {
      first.finish()
      second.finish()
    }
    let mix = Task(executorPreference: second) { withSound ? await soundOutcome(decoders) : nil }
    defer { mix.cancel() }
    let settings = EncoderSettings(output: output, hasSound: withSound)
    if montage.needsGraph, output.format.kind == .video {
      let titles = TitleStretch.of(try await montage.titles.layers(in: frames), in: frames)
      if titles.count <= GraphFilm.mostStretches {
        let film = GraphFilm(
          run: GraphRun(montage: montage, tools: tools, frames: frames), titles: titles, settings: settings,
          target: target, folder: folder)
        let sound = GraphFilm.Sound(
          count: clock.sample(atFrame: frames.upperBound) - clock.sample(atFrame: frames.lowerBound),
          mix: { try await Self.outcome(of: mix)?.get() })
        return try await film.encode(
          sound: withSound ? sound : nil,
          progress: EncoderProgress(frames: frames.count, report: report, isFed: false))
      }
    }
    let scratch = try TemporaryFolder.scratch()
    var palette: String?
    if output.format == .gif, !output.isPart {
      palette = try scratch.keep(
        try await makePalette(of: montage), named: "palette.png")
    }
    let program = MediaProgram(
      ffmpeg: tools, arguments: settings.arguments(palette: palette) + ["file:" + target])
    let stream = RawAVI(
      width: canvas.width, height: canvas.height, framesPerSecond: canvas.framesPerSecond, hasSound: withSound
    )
    let pictureHeader = stream.pictureHeader
    let progress = EncoderProgress(frames: frames.count, report: report)
    let ending = try await program.feed(output: progress.hear) { feed in
      guard try await feed.write(.bytes(stream.header)) else { return }
      // Not before: starting the encoder, and FFmpeg for the title, needs a core too.
      await Task(executorPreference: first) { [frames] in montage.prepare(frame: frames.lowerBound) }.value
      var sound: SoundMix?
      // The sample up to which sound has been written.
      var heard = clock.sample(atFrame: frames.lowerBound)
      try await forEachFrame(of: montage) { frame, buffer in
        try Task.checkCancellation()
        progress.gave(Double(frame + 1 - frames.lowerBound) / Double(frames.count))
        guard withSound, frame + 1 >= min(frames.lowerBound + Self.silentFrames, frames.upperBound) else {
          return try await feed.write(.bytes(pictureHeader), .frame(buffer))
        }
        if sound == nil { sound = try await Self.outcome(of: mix)?.get() }
        let count = clock.sample(atFrame: frame + 1) - heard
        heard += count
        let samples = try await sound?.read(count) ?? []
        return try await feed.write(
          .bytes(pictureHeader), .frame(buffer), .bytes(stream.soundHeader(samples: count)), .samples(samples)
        )
      }
    }
    try ending.check(writingTo: folder)
  }

  /// The film from parts that were rendered without loss, in their order: the encoder gets the same pictures and samples
  /// as it would from the drawing, and the same settings.
  func join(_ parts: [String]) async throws(RenderError) {
    let scratch = try TemporaryFolder.scratch()
    var palette: String?
    if output.format == .gif {
      palette = try scratch.keep(try await makePalette(of: try await makeMontage()), named: "palette.png")
    }
    // Quoted as FFmpeg's concat wants it.
    let lines = parts.map {
      "file '\(($0).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'\n"
    }
    let list = try scratch.keep(Array(("ffconcat version 1.0\n" + lines.joined()).utf8), named: "parts.txt")
    let isSound = output.format.kind == .sound
    let settings = EncoderSettings(output: output, hasSound: hasSound && output.format.kind != .animation)
    let program = MediaProgram(
      path: tools.ffmpeg,
      arguments: settings.arguments(.parts(list: list), palette: palette) + ["file:" + target])
    let total = clock.sample(atFrame: frames.count) / 48
    let progress =
      isSound
      ? EncoderProgress(milliseconds: total, report: report)
      : EncoderProgress(frames: frames.count, report: report)
    let ending = try await program.feed(output: progress.hear) { _ in }
    try ending.check(writingTo: folder)
  }

  /// One frame as a picture.
  func renderStill(frame: Int) async throws(RenderError) {
    let montage = try await makeMontage(of: frame)
    let picture = try await picture(at: frame, of: montage)
    let settings = EncoderSettings(output: output, hasSound: false)
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: settings.arguments(stillSize: (canvas.width, canvas.height)) + ["file:" + target])
    let (_, ending) = try await program.collect(input: picture.bytes, limit: 0)
    try ending.check(writingTo: folder)
  }

  /// The sound alone.
  func renderSound() async throws(RenderError) {
    try await SampleDecoders.with { decoders throws(RenderError) in try await renderSound(decoders) }
  }

  private func renderSound(_ decoders: SampleDecoders) async throws(RenderError) {
    var sound = try await makeSound(decoders)
    let settings = EncoderSettings(output: output, hasSound: true)
    let program = MediaProgram(ffmpeg: tools, arguments: settings.arguments() + ["file:" + target])
    let total = clock.sample(atFrame: frames.upperBound) - clock.sample(atFrame: frames.lowerBound)
    let progress = EncoderProgress(milliseconds: total / 48, report: report)
    let ending = try await program.feed(output: progress.hear) { feed in
      var done = 0
      while done < total {
        let part = min(24_000, total - done)
        guard try await feed.write(.samples(try await sound.read(part))) else { return }
        done += part
        progress.gave(Double(done) / Double(total))
      }
    }
    try ending.check(writingTo: folder)
  }

  /// What is seen. Its titles are in the making.
  ///
  /// - Parameter frame: the only frame that will be asked for; nil: all of the job.
  func makeMontage(of frame: Int? = nil) async throws(RenderError) -> Montage {
    let film = try await WordBreaker(tools: tools).marked(film)
    let frames = frame.map { $0..<$0 + 1 } ?? frames
    let titles = FilmTitles(of: film, frames: frames, canvas: canvas, tools: tools)
    return try Montage(film, canvas: canvas, titles: titles) { segment throws(RenderError) in
      let name = segment.media ?? ""
      let path = try renderer.media.file(named: name)
      guard let facts = facts[name], facts.kind != .audio else {
        throw .mediaUnreadable(name, detail: "it has no picture")
      }
      return MediaClip(
        path: path, facts: facts, segment: segment, frameCount: max(1, clock.frame(atMS: segment.durationMS)))
    }
  }

  /// What a task made; it is cancelled with the one that waits for it.
  private static func outcome<Made: Sendable>(of task: Task<Made, Never>) async -> Made {
    await withTaskCancellationHandler(operation: { await task.value }, onCancel: { task.cancel() })
  }

  private func soundOutcome(_ decoders: SampleDecoders) async -> Result<SoundMix, RenderError>? {
    do throws(RenderError) { return .success(try await makeSound(decoders)) } catch {
      return .failure(error)
    }
  }

  private func makeSound(_ decoders: SampleDecoders) async throws(RenderError) -> SoundMix {
    var mix = try SoundMix(film, facts: facts, tools: tools, media: renderer.media, decoders: decoders)
    try await mix.skip(to: clock.sample(atFrame: frames.lowerBound))
    return mix
  }

  /// Hands on all frames of the job in order, until the body answers false. Drawn films are made on all cores; where
  /// uploads, effects or overlays are seen, the pictures come from one filter graph.
  func forEachFrame(
    of montage: Montage, _ body: (Int, FrameBuffer) async throws -> Bool
  ) async throws {
    guard !montage.needsGraph else {
      return try await GraphRun(montage: montage, tools: tools, frames: frames).forEach(body)
    }
    struct Stop: Error {}
    let threads = DrawingThreads()
    defer { threads.finish() }
    let frameSize = canvas.width * canvas.height * 3 / 2
    let producer = FrameProducer(
      canvas: canvas, headStart: min(Self.mostAhead, Self.roomAhead / frameSize), executor: threads
    ) { frame, buffer in montage.draw(frame: frame, into: &buffer) }
    do {
      try await producer.forEach(in: frames) { frame, buffer in
        try await montage.titles.draw(frame: frame, into: &buffer)
        guard try await body(frame, buffer) else { throw Stop() }
        montage.release(before: frame)
      }
    } catch is Stop {
      return
    }
  }

  /// One finished frame.
  private func picture(at frame: Int, of montage: Montage) async throws(RenderError) -> FrameBuffer {
    var picture = FrameBuffer(canvas: canvas)
    guard montage.needsGraph else {
      montage.draw(frame: frame, into: &picture)
      try await montage.titles.draw(frame: frame, into: &picture)
      return picture
    }
    try await GraphRun(montage: montage, tools: tools, frames: frame..<frame + 1).forEach { _, drawn in
      picture = drawn
      return false
    }
    return picture
  }

  /// The 255 colours of a GIF, chosen from frames all over the film, as a small PNG.
  private func makePalette(of montage: Montage) async throws(RenderError) -> [UInt8] {
    let stream = RawAVI(width: canvas.width, height: canvas.height, framesPerSecond: 1, hasSound: false)
    var bytes = stream.header
    let count = min(12, frames.count)
    for sample in 0..<count {
      if Task.isCancelled { throw .cancelled }
      let frame = frames.lowerBound + (2 * sample + 1) * frames.count / (2 * count)
      bytes += stream.pictureHeader
      bytes += try await picture(at: frame, of: montage).bytes
    }
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: [
        "-hide_banner", "-nostdin", "-loglevel", "error", "-f", "avi", "-i", "pipe:0", "-vf",
        EncoderSettings.toRGB + ",palettegen=stats_mode=full:reserve_transparent=0", "-frames:v", "1", "-c:v",
        "png",
        "-f", "image2pipe", "pipe:1",
      ])
    let (palette, ending) = try await program.collect(input: bytes, limit: 1 << 16)
    try ending.check()
    return palette
  }
}
