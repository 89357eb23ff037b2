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
  /// Titles that the graph lays over everything, with the files that they come from; where it is empty, titles are drawn on
  /// what comes out.
  var titles: [(stretch: TitleStretch, file: String)] = []

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
    /// Whether the pipe of the drawn frames stands before the inputs.
    var hasPipe = false

    /// The graph as a script.
    var script: String { chains.joined(separator: ";\n") + "\n" }
  }

  /// Clips that come as one stream.
  struct Unit {
    var clips: ClosedRange<Int>
    var frames: Range<Int>
    /// Frames at its start through which the unit before it is still seen.
    var lead: Int
    var kind: TransitionPlan.Kind
    var isDrawn: Bool
  }

  var canvas: Canvas { montage.canvas }
  var rate: Int { canvas.framesPerSecond }

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
    var streams: [Stream] = []
    for index in first..<units.count
    where units[index].frames.lowerBound < frames.upperBound || index == first {
      let unit = units[index]
      let begin = index == first ? start : unit.frames.lowerBound
      // Of the unit before a transition nothing but the transition may be wanted.
      let end = max(begin, min(unit.frames.upperBound, frames.upperBound))
      let head = index > first ? min(unit.lead, end - begin) : 0
      var tail = 0
      if index + 1 < units.count {
        let next = units[index + 1]
        // A range that ends within a transition needs no more of it.
        tail = max(0, min(next.lead, frames.upperBound - next.frames.lowerBound))
      }
      guard end + tail > begin else { continue }
      streams.append(
        Stream(
          number: index, unit: unit, begin: begin, head: head, body: end - begin - head, tail: tail))
    }
    let logos = montage.overlays.indices.compactMap { index -> SharedSources.Use? in
      let overlay = montage.overlays[index]
      guard overlay.frames.overlaps(frames), overlay.clip.facts.kind == .image else { return nil }
      return SharedSources.Use(unit: SharedSources.overlay(index), path: overlay.clip.path)
    }
    let shared = SharedSources(streams.compactMap { use(of: $0) } + logos)
    for stream in streams {
      add(stream.unit, frames: stream.frames, label: stream.label, share: shared[stream.number], to: &plan)
    }
    connectPipe(&plan)
    finish(join(streams, &plan), start: start, shared, &plan)
    return plan
  }

  /// The frames of one unit that are wanted, as one stream.
  private struct Stream {
    /// The place of its unit in the film.
    var number: Int
    var unit: Unit
    /// Its first frame, of the film.
    var begin: Int
    /// Frames at its start through which the stream before it is still seen.
    var head: Int
    /// Frames that it is seen alone.
    var body: Int
    /// Frames at its end that are seen through the stream after it.
    var tail: Int

    var label: String { "u\(number)" }
    /// Its frames of the film.
    var frames: Range<Int> { begin..<begin + head + body + tail }
  }

  /// What a stream reads of an upload, if that can be shared with others.
  private func use(of stream: Stream) -> SharedSources.Use? {
    let index = stream.unit.clips.lowerBound
    guard !stream.unit.isDrawn, case .media(let media) = montage.clips[index].content,
      stabilised[index] == nil
    else { return nil }
    let source = media.source(framesPerSecond: rate)
    if media.facts.kind == .image { return SharedSources.Use(unit: stream.number, path: media.path) }
    let taken = taken(montage.clips[index], frames: stream.frames).all
    guard let span = source.span(of: taken) else { return nil }
    // Of a picture that stands, one frame waits.
    let isFrozen = media.segment.clip?.isFrozen == true
    var use = SharedSources.Use(unit: stream.number, path: media.path)
    use.span = span
    use.seek = source.opening(for: taken)
    use.frames = isFrozen ? 1 : taken.count
    use.tail = isFrozen ? 0 : stream.tail
    use.isReversed = !isFrozen && media.segment.clip?.isReversed == true
    use.frameBytes = max(source.frameBytes, canvas.width * canvas.height * 3 / 2)
    return use
  }

  /// One stream after another. Only the frames of a transition go through FFmpeg's filter for it, which works in another
  /// format and rounds: all others stay as they are, in whichever range they are asked for.
  private func join(_ streams: [Stream], _ plan: inout Plan) -> String {
    var pieces: [String] = []
    for (index, stream) in streams.enumerated() {
      let (label, head, body, tail) = (stream.label, stream.head, stream.body, stream.tail)
      var parts: [(name: String, frames: Range<Int>)] = []
      if head > 0 { parts.append(("\(label)h", 0..<head)) }
      if body > 0 { parts.append(("\(label)b", head..<head + body)) }
      if tail > 0 { parts.append(("\(label)t", head + body..<head + body + tail)) }
      if parts.count > 1 {
        let names = parts.map { "[\($0.name)s]" }.joined()
        plan.chains.append("[\(label)]split=\(parts.count)\(names)")
      }
      for part in parts {
        let source = parts.count > 1 ? "\(part.name)s" : label
        var chain = ["trim=start_frame=\(part.frames.lowerBound):end_frame=\(part.frames.upperBound)"]
        chain += ["settb=1/\(rate)", "setpts=N", "fps=\(rate)"]
        // FFmpeg's transition drops what waits when its first stream ends, and waits for ever when its second one ends
        // before: both get two frames more.
        if !part.name.hasSuffix("b") { chain.append("tpad=stop_mode=clone:stop=2") }
        plan.chains.append("[\(source)]\(chain.joined(separator: ","))[\(part.name)]")
      }
      if head > 0 {
        let name = "x\(index)"
        if let colour = Self.colour(stream.unit.kind) {
          dip(
            streams[index - 1].label + "t", label + "h", through: colour, of: stream.unit.lead, seen: head,
            to: name, &plan)
          pieces.append(name)
          if body > 0 { pieces.append("\(label)b") }
          continue
        }
        let duration = FilterText.number(Double(stream.unit.lead) / Double(rate))
        plan.chains.append(
          "[\(streams[index - 1].label)t][\(label)h]xfade=transition=\(Self.name(stream.unit.kind))"
            + ":duration=\(duration):offset=0,trim=end_frame=\(head),format=yuv420p"
            + ",settb=1/\(rate),setpts=N,fps=\(rate)[\(name)]")
        pieces.append(name)
      }
      if body > 0 { pieces.append("\(label)b") }
    }
    let names = pieces.map { "[\($0)]" }.joined()
    let joining = pieces.count == 1 ? "null" : "concat=n=\(pieces.count):v=1:a=0"
    plan.chains.append("\(names)\(joining),format=yuv420p,settb=1/\(rate),setpts=N,fps=\(rate)[joined]")
    return "joined"
  }

  /// One stream goes out into a colour in the first half of a transition, and the other comes out of it in the second.
  ///
  /// - Parameters:
  ///   - lead: how many frames the transition has.
  ///   - head: how many of them, from its first, are wanted.
  private func dip(
    _ going: String, _ coming: String, through colour: String, of lead: Int, seen head: Int, to name: String,
    _ plan: inout Plan
  ) {
    let half = max(1, lead / 2)
    let end = "format=yuv420p,settb=1/\(rate),setpts=N,fps=\(rate)"
    let out = "trim=end_frame=\(min(head, half)),fade=t=out:start_frame=0:nb_frames=\(half):color=\(colour)"
    guard head > half else {
      plan.chains.append("[\(going)]\(out),\(end)[\(name)]")
      plan.chains.append("[\(coming)]nullsink")
      return
    }
    plan.chains.append("[\(going)]\(out),\(end)[\(name)o]")
    plan.chains.append(
      "[\(coming)]trim=start_frame=\(half):end_frame=\(head),setpts=PTS-STARTPTS"
        + ",fade=t=in:start_frame=0:nb_frames=\(lead - half):color=\(colour),\(end)[\(name)i]")
    plan.chains.append("[\(name)o][\(name)i]concat=n=2:v=1:a=0,\(end)[\(name)]")
  }

  /// The colour that a transition goes through; nil if both pictures are seen together.
  private static func colour(_ kind: TransitionPlan.Kind) -> String? {
    switch kind {
    case .dipToBlack: "black"
    case .dipToWhite: "white"
    default: nil
    }
  }

  private static func name(_ kind: TransitionPlan.Kind) -> String {
    switch kind {
    case .cut, .crossfade, .dipToBlack, .dipToWhite: "fade"
    case .wipeLeft: "wipeleft"
    case .wipeRight: "wiperight"
    case .wipeUp: "wipeup"
    case .wipeDown: "wipedown"
    case .slideLeft: "slideleft"
    case .slideRight: "slideright"
    case .circle: "circleopen"
    }
  }
}
