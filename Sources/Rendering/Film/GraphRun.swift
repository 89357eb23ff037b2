import Directing
import PrivateFiles
import Scenes

/// Runs a ``PictureGraph``: drawn frames go in, finished pictures come out and get their titles.
struct GraphRun {
  let montage: Montage
  let tools: MediaTools
  let frames: Range<Int>

  /// Hands on the frames in order until the body answers false.
  func forEach(_ body: (Int, FrameBuffer) async throws -> Bool) async throws(RenderError) {
    let scratch = try TemporaryFolder.scratch()
    let plan = try await graph(scratch).plan()
    let script = try scratch.keep(Array(plan.script.utf8), named: "graph.txt")
    let canvas = montage.canvas
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: ["-hide_banner", "-nostdin", "-loglevel", "error"] + plan.inputs.flatMap(\.self) + [
        "-filter_complex_script", script, "-map", "[out]", "-frames:v", "\(frames.count)", "-f", "rawvideo",
        "-pix_fmt", "yuv420p", "pipe:1",
      ],
      limits: .pictures(frames: frames.count + montage.clips.reduce(0) { $0 + $1.frames.count }))
    let size = canvas.width * canvas.height * 3 / 2
    var next = frames.lowerBound
    // Two in turn: what was handed on last may still be on its way.
    var (picture, last) = (FrameBuffer(canvas: canvas), FrameBuffer(canvas: canvas))
    let writing = writing(plan.drawn)
    do {
      let (complete, ending) = try await program.exchange(size: size, writing: writing) { piece in
        swap(&picture, &last)
        picture.fill(from: piece)
        try await montage.titles.draw(frame: next, into: &picture)
        next += 1
        return try await body(next - 1, picture)
      }
      guard !complete, next < frames.upperBound else { return }
      try ending.check()
      throw tooFew(next - frames.lowerBound)
    } catch let error as RenderError {
      throw translated(error)
    } catch is CancellationError {
      throw .cancelled
    } catch {
      throw .encoderFailed(detail: "\(error)")
    }
  }

  /// The graph of the frames, with the files that it reads beside uploads.
  func graph(_ scratch: borrowing TemporaryFolder) async throws(RenderError) -> PictureGraph {
    PictureGraph(
      montage: montage, frames: frames, stabilised: try await stabilise(scratch),
      subtitles: try await writeSubtitles(scratch))
  }

  /// What it means that fewer pictures came than the film has.
  func tooFew(_ count: Int) -> RenderError {
    .mediaUnreadable(name, detail: "only \(count) of \(frames.count) pictures came")
  }

  /// The upload that an error is about, if there is only one.
  private var name: String {
    var names: [String] = []
    for clip in montage.clips {
      if case .media(let media) = clip.content, !names.contains(media.name) { names.append(media.name) }
    }
    for overlay in montage.overlays where !names.contains(overlay.clip.name) {
      names.append(overlay.clip.name)
    }
    return names.joined(separator: ", ")
  }

  /// What an error of FFmpeg's says of the uploads.
  func translated(_ error: RenderError) -> RenderError {
    switch error {
    case .encoderFailed(let detail) where !name.isEmpty: .mediaUnreadable(name, detail: detail)
    case .encoderKilled(signal: 24), .encoderKilled(signal: 25):
      .mediaUnreadable(name, detail: "reading it needs more time or room than a file may take")
    default: error.naming(name)
    }
  }

  /// Draws what goes through the pipe, on all cores, and writes it.
  func writing(_ drawn: [PictureGraph.Drawn]) -> MediaProgram.Writer {
    let montage = montage
    return { feed in
      struct Stop: Error {}
      do {
        for stretch in drawn {
          let producer = FrameProducer(canvas: montage.canvas) { frame, buffer in
            montage.draw(frame: frame, of: stretch.clips, into: &buffer)
          }
          try await producer.forEach(in: stretch.frames) { _, buffer in
            guard try await feed.write(.frame(buffer)) else { throw Stop() }
          }
          montage.release(stretch.clips)
        }
      } catch is Stop {
        // The graph has all it wants.
      }
    }
  }

  /// The first of the two passes of stabilising: how the pictures of each clip shake.
  private func stabilise(_ scratch: borrowing TemporaryFolder) async throws(RenderError) -> [Int: String] {
    var files: [Int: String] = [:]
    for (index, clip) in montage.clips.enumerated() where clip.segment.look?.isStabilised == true {
      guard case .media(let media) = clip.content, media.facts.kind == .video, clip.frames.overlaps(frames)
      else {
        continue
      }
      let file = "\(scratch.path)/shake-\(index).trf"
      let program = MediaProgram(
        ffmpeg: tools,
        arguments: media.source(framesPerSecond: montage.canvas.framesPerSecond).stabiliserArguments(
          result: file),
        limits: .analysis(frames: media.frameCount))
      do {
        try await program.work().check()
      } catch {
        throw translated(error)
      }
      files[index] = file
    }
    return files
  }

  private func writeSubtitles(_ scratch: borrowing TemporaryFolder) async throws(RenderError) -> String? {
    let lines = montage.subtitles.filter { $0.frames.overlaps(frames) }
    guard !lines.isEmpty else { return nil }
    // All lines are asked for, so that a range has those emoji in colour that the whole film has.
    let emoji = try await EmojiPainter(tools: tools).pictures(ofSubtitles: montage.subtitles.map(\.text))
    let script = SubtitleScript(
      width: montage.canvas.width, height: montage.canvas.height,
      framesPerSecond: montage.canvas.framesPerSecond,
      lines: lines, rooms: emoji.mapValues(\.aspect))
    return try scratch.keep(Array(script.text.utf8), named: "subtitles.ass")
  }
}

extension FrameBuffer {
  /// Takes the bytes of a whole frame in the same layout.
  mutating func fill(from piece: borrowing RawSpan) {
    piece.withUnsafeBytes { source in
      withPlanes { y, u, v in
        guard source.count >= y.count + u.count + v.count else { return }
        let bytes = source.bindMemory(to: UInt8.self)
        _ = y.update(from: bytes[..<y.count])
        _ = u.update(from: bytes[y.count..<(y.count + u.count)])
        _ = v.update(from: bytes[(y.count + u.count)..<(y.count + u.count + v.count)])
      }
    }
  }
}
