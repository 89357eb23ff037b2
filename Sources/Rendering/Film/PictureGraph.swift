import Directing
import Scenes

/// The one filter graph that makes the pictures of a film in which not everything is drawn: uploads are decoded,
/// drawn scenes come in through a pipe, and clips, transitions, overlays and subtitles go out as whole frames.
///
/// The pictures of a frame depend on its number in the film alone, not on where the range begins, so that ranges which
/// meet hold together exactly the frames of the whole.
struct PictureGraph {
  let montage: Montage
  /// The frames of the film that come out.
  let frames: Range<Int>
  /// Files of ``ClipSource/stabiliserArguments(result:)``, by the index of their clip.
  let stabilised: [Int: String]
  /// The script with the lines of subtitles, if there are any in the range.
  let subtitles: String?

  /// Drawn frames that go through the pipe, in order.
  struct Drawn {
    /// The clips that are drawn in one go.
    let clips: ClosedRange<Int>
    /// Frames of the film; those behind the last clip's end are its own going on.
    let frames: Range<Int>
  }

  /// What FFmpeg is to be told.
  struct Plan {
    var inputs: [[String]] = []
    var chains: [String] = []
    var drawn: [Drawn] = []

    /// The graph as a script.
    var script: String { chains.joined(separator: ";\n") + "\n" }
  }

  /// Clips that come as one stream.
  private struct Unit {
    var clips: ClosedRange<Int>
    var frames: Range<Int>
    /// Frames at its start through which the unit before it is still seen.
    var lead: Int
    var kind: TransitionPlan.Kind
    var isDrawn: Bool
  }

  private var canvas: Canvas { montage.canvas }
  private var rate: Int { canvas.framesPerSecond }

  // MARK: Units

  /// Plain drawn clips that follow one another are drawn in one go, dissolves and all.
  private var units: [Unit] {
    var units: [Unit] = []
    for (index, clip) in montage.clips.enumerated() {
      let isCut = clip.transition == nil || clip.lead == 0
      if let last = units.last, last.isDrawn, clip.isPlain, isCut {
        units[units.count - 1].clips = last.clips.lowerBound...index
        units[units.count - 1].frames = last.frames.lowerBound..<clip.frames.upperBound
      } else {
        // A scene that is treated still dissolves from a scene.
        units.append(
          Unit(
            clips: index...index, frames: clip.frames, lead: clip.lead, kind: clip.transition ?? .crossfade,
            isDrawn: clip.isPlain))
      }
    }
    return units
  }

  /// The plan for the range.
  func plan() -> Plan {
    let units = units
    var plan = Plan()
    guard var first = units.firstIndex(where: { $0.frames.contains(frames.lowerBound) }) else { return plan }
    var start = frames.lowerBound
    // A transition is drawn from its first frame.
    if units[first].lead > 0, first > 0, start < units[first].frames.lowerBound + units[first].lead {
      start = units[first].frames.lowerBound
      first -= 1
    }
    var streams: [(label: String, unit: Unit, count: Int)] = []
    for index in first..<units.count
    where units[index].frames.lowerBound < frames.upperBound || index == first {
      let unit = units[index]
      // A range that ends within a transition needs no more of it.
      let next =
        index + 1 < units.count && units[index + 1].frames.lowerBound < frames.upperBound
        ? units[index + 1] : nil
      let from = max(start, unit.frames.lowerBound)
      let begin = index == first && start >= unit.frames.upperBound ? unit.frames.upperBound : from
      // Two frames more than are seen: FFmpeg's transition drops what waits when its first stream ends too early.
      let tail = next.map { $0.lead > 0 ? $0.lead + 2 : 0 } ?? 0
      // A transition is fed to its end: FFmpeg's waits for ever when its second stream ends before its first.
      let whole = unit.lead > 0 && index > first ? unit.frames.lowerBound + unit.lead + 2 : begin
      let end = min(unit.frames.upperBound, max(frames.upperBound, begin, whole)) + tail
      guard end > begin else { continue }
      let label = "u\(index)"
      add(unit, frames: begin..<end, label: label, to: &plan)
      streams.append((label, unit, end - begin - tail))
    }
    connectPipe(&plan)
    let joined = join(streams, &plan)
    finish(joined, start: start, &plan)
    return plan
  }

  // MARK: One unit

  private func add(_ unit: Unit, frames: Range<Int>, label: String, to plan: inout Plan) {
    let index = unit.clips.lowerBound
    let clip = montage.clips[index]
    // A stream ends as frames that are counted from 0 at the film's rate.
    let end = "settb=1/\(rate),setpts=N,fps=\(rate)"
    if unit.isDrawn {
      plan.drawn.append(Drawn(clips: unit.clips, frames: frames))
      plan.chains.append("[d\(plan.drawn.count - 1)]\(end)[\(label)]")
      return
    }
    // Counted from the start of the segment.
    let shift = clip.firstFrame - clip.frames.lowerBound
    let wanted = (frames.lowerBound + shift)..<(frames.upperBound + shift)
    let probe = PictureFilters(canvas: canvas, frameCount: clip.segmentFrames, firstFrame: 0)
    let from = probe.needsStart(clip.segment, at: wanted.lowerBound) ? 0 : wanted.lowerBound
    let taken = from..<wanted.upperBound
    let filters = PictureFilters(canvas: canvas, frameCount: clip.segmentFrames, firstFrame: from)
    let framing = clip.segment.framing ?? FramingPlan()
    let source = "\(label)s"
    switch clip.content {
    case .media(let media):
      let reading = media.source(framesPerSecond: rate).reading(
        taken, first: plan.inputs.count + 1, label: source, stabilising: stabilised[index])
      plan.inputs += reading.inputs
      plan.chains += reading.chains
      plan.chains += filters.frame(
        framing, size: media.size, from: source, to: "\(label)f", isStill: media.facts.kind == .image,
        frames: taken.count)
    case .scene, .black:
      let offset = -shift
      plan.drawn.append(
        Drawn(clips: unit.clips, frames: (taken.lowerBound + offset)..<(taken.upperBound + offset)))
      plan.chains.append("[d\(plan.drawn.count - 1)]null[\(source)]")
      plan.chains += filters.frame(
        framing, size: (canvas.width, canvas.height), from: source, to: "\(label)f", isStill: false,
        frames: taken.count)
    }
    var input = "\(label)f"
    let look = clip.segment.look ?? LookPlan()
    if let key = look.key {
      // On the lowest track there is black behind what becomes clear.
      plan.chains.append("[\(input)]\(PictureFilters.key(key))[\(label)k]")
      plan.chains.append(
        "color=c=black:s=\(canvas.width)x\(canvas.height):r=\(rate),format=yuv420p[\(label)n]")
      plan.chains.append("[\(label)n][\(label)k]overlay=shortest=1:format=yuv420,format=yuv420p[\(label)o]")
      input = "\(label)o"
    }
    var chain = filters.look(look) + (clip.segment.fade.map { filters.fade($0) } ?? [])
    let skipped = wanted.lowerBound - from
    if skipped > 0 { chain.append("trim=start_frame=\(skipped)") }
    chain.append("trim=end_frame=\(wanted.count)")
    chain += ["format=yuv420p", end]
    plan.chains.append("[\(input)]\(chain.joined(separator: ","))[\(label)]")
  }

  /// The drawn frames come through one pipe, one stretch after another.
  private func connectPipe(_ plan: inout Plan) {
    plan.inputs.insert(
      plan.drawn.isEmpty
        ? ["-f", "lavfi", "-i", "color=c=black:s=16x16:r=1:d=1"]
        : [
          "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "\(canvas.width)x\(canvas.height)", "-framerate",
          "\(rate)",
          "-i", "pipe:0",
        ], at: 0)
    guard !plan.drawn.isEmpty else { return }
    let names = plan.drawn.indices.map { "[p\($0)]" }.joined()
    plan.chains.append("[0:v:0]split=\(plan.drawn.count)\(names)")
    var position = 0
    for (index, drawn) in plan.drawn.enumerated() {
      let end = position + drawn.frames.count
      plan.chains.append(
        "[p\(index)]trim=start_frame=\(position):end_frame=\(end),setpts=PTS-STARTPTS[d\(index)]")
      position = end
    }
  }

  // MARK: All units

  private func join(_ streams: [(label: String, unit: Unit, count: Int)], _ plan: inout Plan) -> String {
    guard var joined = streams.first?.label else { return "" }
    var length = streams[0].count
    var index = 1
    while index < streams.count {
      let (label, unit, count) = streams[index]
      let name = "j\(index)"
      if unit.lead > 0 {
        let offset = FilterText.number(Double(length) / Double(rate))
        let duration = FilterText.number(Double(unit.lead) / Double(rate))
        plan.chains.append(
          "[\(joined)][\(label)]xfade=transition=\(Self.name(unit.kind)):duration=\(duration):offset=\(offset)"
            + ",settb=1/\(rate),setpts=N,fps=\(rate)[\(name)]")
        length += count
        index += 1
      } else {
        // All clips up to the next transition at once.
        var labels = [joined]
        while index < streams.count, streams[index].unit.lead == 0 {
          labels.append(streams[index].label)
          length += streams[index].count
          index += 1
        }
        let names = labels.map { "[\($0)]" }.joined()
        plan.chains.append(
          "\(names)concat=n=\(labels.count):v=1:a=0,settb=1/\(rate),setpts=N,fps=\(rate)[\(name)]")
      }
      joined = name
    }
    return joined
  }

  private static func name(_ kind: TransitionPlan.Kind) -> String {
    switch kind {
    case .cut, .crossfade: "fade"
    case .wipeLeft: "wipeleft"
    case .wipeRight: "wiperight"
    case .wipeUp: "wipeup"
    case .wipeDown: "wipedown"
    case .slideLeft: "slideleft"
    case .slideRight: "slideright"
    case .circle: "circleopen"
    case .dipToBlack: "fadeblack"
    case .dipToWhite: "fadewhite"
    }
  }

  private func finish(_ joined: String, start: Int, _ plan: inout Plan) {
    // From here on the time of a frame is its time in the film.
    var chain = [
      "trim=start_frame=\(frames.lowerBound - start):end_frame=\(frames.upperBound - start)",
      "settb=1/\(rate)",
    ]
    chain.append("setpts=N+\(frames.lowerBound)")
    var input = joined
    for (index, overlay) in montage.overlays.enumerated() where overlay.frames.overlaps(frames) {
      plan.chains.append("[\(input)]\(chain.joined(separator: ","))[w\(index)]")
      add(overlay.clip, overlay.plan, look: overlay.look, frames: overlay.frames, index: index, to: &plan)
      let (x, y) = place(overlay.plan.place)
      plan.chains.append(
        "[w\(index)][o\(index)]overlay=x=\(x):y=\(y):eof_action=pass:format=yuv420[v\(index)]")
      input = "v\(index)"
      chain = ["format=yuv420p"]
    }
    if let subtitles { chain.append("subtitles=filename=\(FilterText.value(subtitles))") }
    // Frames are counted from 0 again, or FFmpeg would fill up the time before them.
    chain += ["setsar=1", "format=yuv420p", "setpts=N"]
    plan.chains.append("[\(input)]\(chain.joined(separator: ","))[out]")
  }

  private func add(
    _ clip: MediaClip, _ overlay: OverlayPlan, look: LookPlan?, frames whole: Range<Int>, index: Int,
    to plan: inout Plan
  ) {
    let seen = whole.clamped(to: frames)
    let local = (seen.lowerBound - whole.lowerBound)..<(seen.upperBound - whole.lowerBound)
    let reading = clip.source(framesPerSecond: rate).reading(
      local, first: plan.inputs.count, label: "o\(index)s")
    plan.inputs += reading.inputs
    plan.chains += reading.chains
    let share = min(1, max(0.02, overlay.size.isFinite ? overlay.size : 0.2))
    let width = max(2, Int(Double(canvas.width) * share) & ~1)
    // What is small must not be taller than the canvas either.
    let height = max(2, Int(Double(canvas.height) * 0.94) & ~1)
    var chain = [
      "scale=\(width):\(height):force_original_aspect_ratio=decrease:force_divisible_by=2"
        + ":out_color_matrix=bt709:out_range=tv", "format=yuva420p",
    ]
    if let key = look?.key { chain.append(PictureFilters.key(key)) }
    let opacity = PictureFilters.clamped(overlay.opacity, 0, 1, 1)
    if opacity < 1 { chain.append("lutyuv=a='val*\(FilterText.number(opacity))'") }
    if clip.facts.kind == .image { chain.append("loop=loop=-1:size=1:start=0") }
    chain += [
      "settb=1/\(rate)", "setpts=N", "trim=end_frame=\(local.count)", "setpts=N+\(seen.lowerBound)",
    ]
    plan.chains.append("[o\(index)s]\(chain.joined(separator: ","))[o\(index)]")
  }

  private func place(_ place: OverlayPlan.Place) -> (String, String) {
    let margin = min(canvas.width, canvas.height) / 25
    let (left, middle, right) = ("\(margin)", "(W-w)/2", "W-w-\(margin)")
    let (top, centre, bottom) = ("\(margin)", "(H-h)/2", "H-h-\(margin)")
    return switch place {
    case .topLeft: (left, top)
    case .top: (middle, top)
    case .topRight: (right, top)
    case .left: (left, centre)
    case .centre: (middle, centre)
    case .right: (right, centre)
    case .bottomLeft: (left, bottom)
    case .bottom: (middle, bottom)
    case .bottomRight: (right, bottom)
    }
  }
}
