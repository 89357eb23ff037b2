import CKernels
import Directing
import Scenes

/// The pictures of a film, frame by frame, on the canvas of one output: which clip is seen when, how one leads into
/// the next, and the titles above them.
struct Montage: Sendable {
  /// What fills a stretch of the film.
  enum Content: Sendable {
    case scene(LazyScene)
    case media(MediaClip)
    case black
  }

  /// A stretch of the film that one thing fills.
  struct Clip: Sendable {
    /// The frames of the film.
    let frames: Range<Int>
    /// Which frame of the segment the first of them is.
    let firstFrame: Int
    /// What is seen.
    let content: Content
    /// The segment, for what is done to its picture.
    let segment: Film.Segment
    /// Frames of the whole segment.
    let segmentFrames: Int
    /// Frames at its start through which the clip before it is still seen.
    var lead = 0
    /// How it follows the clip before it; nil: a scene dissolves from a scene, everything else is cut.
    var transition: TransitionPlan.Kind?

    /// Whether it is drawn without any help: a scene or black as it is.
    var isPlain: Bool {
      if case .media = content { return false }
      return segment.framing == nil && segment.look == nil && segment.fade == nil
    }
  }

  /// The canvas of the output.
  let canvas: Canvas
  /// The clips in order, without gaps.
  let clips: [Clip]
  /// The titles, which may still be in the making.
  let titles: FilmTitles
  /// What stands above the film, lowest first, with its frames.
  let overlays: [(frames: Range<Int>, clip: MediaClip, plan: OverlayPlan, look: LookPlan?)]
  /// The lines of subtitles, with their frames.
  let subtitles: [(frames: Range<Int>, text: String)]
  /// The number of frames.
  let frameCount: Int

  /// How long one shot dissolves into the next, in milliseconds.
  static let dissolveMS = 400

  /// Whether pictures must go through FFmpeg before they are encoded.
  var needsGraph: Bool {
    !overlays.isEmpty || !subtitles.isEmpty
      || clips.contains { !$0.isPlain || $0.transition != nil && $0.lead > 0 }
  }

  /// Lays out a film. Where segments overlap, the later one and the later track are seen; where there is none, black.
  init(
    _ film: Film, canvas: Canvas, titles: FilmTitles, media: (Film.Segment) throws(RenderError) -> MediaClip
  )
    throws(RenderError)
  {
    let clock = FrameClock(framesPerSecond: canvas.framesPerSecond)
    var placed: [(frames: Range<Int>, content: Content, segment: Film.Segment)] = []
    var overlays: [(Range<Int>, MediaClip, OverlayPlan, LookPlan?)] = []
    var subtitles: [(Range<Int>, String)] = []
    for track in film.tracks where track.kind != .audio {
      for (startMS, segment) in track.placedSegments {
        let start = max(0, clock.frame(atMS: startMS))
        let end = max(start, clock.frame(atMS: startMS + segment.durationMS))
        guard end > start else { continue }
        if track.kind == .text {
          if let title = segment.title, title.isSubtitle { subtitles.append((start..<end, title.text)) }
          continue
        }
        if let plan = segment.overlay {
          guard segment.media != nil else { continue }
          let clip = try media(segment)
          // One that begins again does so at the moments at which its sound does.
          let again = clip.segment.overlayLoopMS(clip.facts).map { period in
            stride(from: startMS, to: startMS + segment.durationMS, by: period).map { clock.frame(atMS: $0) }
          }
          let starts = (again ?? []).filter { $0 > start && $0 < end }
          for (from, to) in zip([start] + starts, starts + [end]) where to > from {
            overlays.append((from..<to, clip, plan, segment.look))
          }
          continue
        }
        let content: Content
        if let shot = segment.shot {
          content = .scene(
            LazyScene(
              shot: shot, canvas: canvas, pulse: Self.pulse(of: film, atMS: startMS), plan: segment.clip,
              frameCount: end - start))
        } else if segment.media != nil {
          content = .media(try media(segment))
        } else {
          content = .black
        }
        placed.append((start..<end, content, segment))
      }
    }
    frameCount = max(0, clock.frame(atMS: film.durationMS))
    self.canvas = canvas
    self.titles = titles
    self.overlays = overlays
    self.subtitles = subtitles
    clips = Self.withLeads(Self.flattened(placed, frameCount: frameCount), clock: clock)
  }

  /// The beat of the music that is heard when a shot starts, as the synthesiser plays it.
  private static func pulse(of film: Film, atMS start: Int) -> Pulse? {
    for track in film.tracks where track.kind == .audio {
      for (musicStart, segment) in track.placedSegments {
        guard let music = segment.music, musicStart <= start, musicStart + segment.durationMS > start else {
          continue
        }
        let grid = TempoGrid(tempo: music.tempo, seconds: Double(max(50, segment.durationMS)) / 1000)
        return Pulse(period: grid.beat, offset: Double(start - musicStart) / 1000)
      }
    }
    return nil
  }

  private static func flattened(
    _ placed: [(frames: Range<Int>, content: Content, segment: Film.Segment)], frameCount: Int
  ) -> [Clip] {
    var edges: Set<Int> = [0, frameCount]
    for frames in placed.map(\.frames) {
      edges.insert(min(frames.lowerBound, frameCount))
      edges.insert(min(frames.upperBound, frameCount))
    }
    var clips: [Clip] = []
    var seen: [Int?] = []
    let sorted = edges.sorted()
    for (start, end) in zip(sorted, sorted.dropFirst()) {
      let top = placed.lastIndex { $0.frames.contains(start) }
      if let last = clips.last, seen.last == .some(top) {
        clips[clips.count - 1] = Clip(
          frames: last.frames.lowerBound..<end, firstFrame: last.firstFrame, content: last.content,
          segment: last.segment, segmentFrames: last.segmentFrames)
        continue
      }
      let content = top.map { placed[$0].content } ?? .black
      let first = top.map { start - placed[$0].frames.lowerBound } ?? 0
      let segment =
        top.map { placed[$0].segment } ?? Film.Segment(durationMS: 0, metadata: Film.Metadata())
      clips.append(
        Clip(
          frames: start..<end, firstFrame: first, content: content, segment: segment,
          segmentFrames: top.map { placed[$0].frames.count } ?? end - start))
      seen.append(top)
    }
    return clips
  }

  /// A shot dissolves from the shot before it, over at most a third of the shorter of the two; a transition that was
  /// asked for takes at most half.
  private static func withLeads(_ clips: [Clip], clock: FrameClock) -> [Clip] {
    var clips = clips
    for index in clips.indices.dropFirst() where clips[index].firstFrame == 0 {
      let shorter = min(clips[index].frames.count, clips[index - 1].frames.count)
      if let plan = clips[index].segment.transition {
        clips[index].transition = plan.kind
        let length = clock.frame(atMS: min(Film.longestMS, max(0, plan.durationMS)))
        clips[index].lead = plan.kind == .cut ? 0 : min(length, shorter / 2)
      } else if case .scene = clips[index].content, case .scene = clips[index - 1].content {
        clips[index].lead = min(clock.frame(atMS: dissolveMS), shorter / 3)
      }
    }
    return clips
  }

  /// Prepares the scene that a frame shows, if it shows one.
  func prepare(frame: Int) {
    guard let index = clipIndex(at: frame), case .scene(let scene) = clips[index].content else { return }
    scene.prepare()
  }

  /// The clip that a frame shows.
  func clipIndex(at frame: Int) -> Int? { clips.firstIndex { $0.frames.contains(frame) } }

  /// Draws a frame of some clips without titles; one that lies behind their end is the last clip's going on.
  func draw(frame: Int, of indices: ClosedRange<Int>, into buffer: inout FrameBuffer) {
    let last = clips[indices.upperBound]
    if last.isPlain, frame < last.frames.upperBound {
      draw(frame: frame, into: &buffer)
    } else {
      drawContent(of: last, frame: frame, into: &buffer)
    }
  }

  /// Frees the scenes of some clips.
  func release(_ indices: ClosedRange<Int>) {
    for index in indices {
      if case .scene(let scene) = clips[index].content { scene.release() }
    }
  }

  /// Draws a frame whose clip needs no decoder: a shot or black, with the dissolve, without titles.
  func draw(frame: Int, into buffer: inout FrameBuffer) {
    if let index = clipIndex(at: frame) {
      let clip = clips[index]
      drawContent(of: clip, frame: frame, into: &buffer)
      let age = frame - clip.frames.lowerBound
      // What is treated is led in by the graph.
      if age < clip.lead, clip.transition == nil, index > 0, clip.isPlain, clips[index - 1].isPlain {
        var before = FrameBuffer(canvas: canvas)
        drawContent(of: clips[index - 1], frame: frame, into: &before)
        // The frame before the dissolve is all old, the one after it all new.
        let old = 256 - 256 * (age + 1) / (clip.lead + 1)
        Self.blend(before, over: &buffer, amount: old)
      }
    }
  }

  /// Frees the scenes of all clips that end before a frame.
  func release(before frame: Int) {
    for (index, clip) in clips.enumerated() where clip.frames.upperBound + clipTail(after: index) == frame {
      if case .scene(let scene) = clip.content { scene.release() }
    }
  }

  private func clipTail(after index: Int) -> Int {
    index + 1 < clips.count ? clips[index + 1].lead : 0
  }

  private func drawContent(of clip: Clip, frame: Int, into buffer: inout FrameBuffer) {
    switch clip.content {
    case .scene(let scene):
      scene.render(frame: clip.firstFrame + frame - clip.frames.lowerBound, into: &buffer)
    case .media, .black:
      buffer = FrameBuffer(canvas: canvas)
    }
  }

  private static func blend(_ other: FrameBuffer, over buffer: inout FrameBuffer, amount: Int) {
    let luma = buffer.lumaCount
    other.bytes.withUnsafeBufferPointer { source in
      buffer.withPlanes { y, u, v in
        guard let from = source.baseAddress, let y = y.baseAddress, let u = u.baseAddress,
          let v = v.baseAddress
        else { return }
        t2v_crossfade_row(y, from, Int32(luma), Int32(amount))
        t2v_crossfade_row(u, from + luma, Int32(luma / 4), Int32(amount))
        t2v_crossfade_row(v, from + luma + luma / 4, Int32(luma / 4), Int32(amount))
      }
    }
  }
}
