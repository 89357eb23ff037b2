import Directing

/// The streams that a graph is made of.
extension PictureGraph {
  /// Which frames of its segment a clip is asked for so that those of the film come out, and which of them are seen.
  func taken(_ clip: Montage.Clip, frames: Range<Int>) -> (all: Range<Int>, wanted: Range<Int>) {
    // Counted from the start of the segment.
    let shift = clip.firstFrame - clip.frames.lowerBound
    let wanted = (frames.lowerBound + shift)..<(frames.upperBound + shift)
    let probe = PictureFilters(canvas: canvas, frameCount: clip.segmentFrames, firstFrame: 0)
    let from = probe.needsStart(clip.segment, at: wanted.lowerBound) ? 0 : wanted.lowerBound
    return (from..<wanted.upperBound, wanted)
  }

  func add(
    _ unit: Unit, frames: Range<Int>, label: String, share: SharedSources.Share?, to plan: inout Plan
  ) {
    let index = unit.clips.lowerBound
    let clip = montage.clips[index]
    // A stream ends as frames that are counted from 0 at the film's rate.
    let end = "settb=1/\(rate),setpts=N,fps=\(rate)"
    if unit.isDrawn {
      plan.drawn.append(Drawn(clips: unit.clips, frames: frames))
      plan.chains.append("[d\(plan.drawn.count - 1)]\(end)[\(label)]")
      return
    }
    let (taken, wanted) = taken(clip, frames: frames)
    let from = taken.lowerBound
    let filters = PictureFilters(canvas: canvas, frameCount: clip.segmentFrames, firstFrame: from)
    let framing = clip.segment.framing ?? FramingPlan()
    let source = "\(label)s"
    switch clip.content {
    case .media(let media):
      let frames = media.source(framesPerSecond: rate)
      if let share {
        open(share, of: frames, to: &plan)
        plan.chains.append("[\(share.label)]\(frames.taking(taken, fromStreamAt: share.seek))[\(source)]")
      } else {
        let reading = frames.reading(
          taken, first: plan.inputs.count + 1, label: source, stabilising: stabilised[index])
        plan.inputs += reading.inputs
        plan.chains += reading.chains
      }
      plan.chains += filters.frame(
        framing, size: media.size, colours: media.facts.colours, from: source, to: "\(label)f",
        isStill: media.facts.kind == .image,
        frames: taken.count)
    case .scene, .black:
      let offset = clip.frames.lowerBound - clip.firstFrame
      plan.drawn.append(
        Drawn(clips: unit.clips, frames: (taken.lowerBound + offset)..<(taken.upperBound + offset)))
      plan.chains.append("[d\(plan.drawn.count - 1)]null[\(source)]")
      plan.chains += filters.frame(
        framing, size: (canvas.width, canvas.height), colours: PictureFilters.ours, from: source,
        to: "\(label)f", isStill: false,
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

  /// Opens a file for all that read it, if this is the first of them.
  func open(_ share: SharedSources.Share, of source: ClipSource, to plan: inout Plan) {
    guard !share.opens.isEmpty else { return }
    plan.inputs.append(source.opening(at: share.seek))
    let names = share.opens.map { "[\($0)]" }.joined()
    // The pipe comes before it.
    plan.chains.append(
      "[\(plan.inputs.count + (plan.hasPipe ? -1 : 0)):v:0]split=\(share.opens.count)\(names)")
  }

  /// The drawn frames come through one pipe, one stretch after another.
  func connectPipe(_ plan: inout Plan) {
    plan.hasPipe = true
    plan.inputs.insert(
      plan.drawn.isEmpty
        ? ["-f", "lavfi", "-i", "color=c=black:s=16x16:r=1:d=1"]
        : RawStream.pictures(
          "yuv420p", width: canvas.width, height: canvas.height, rate: rate, from: "pipe:0"), at: 0)
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
}
