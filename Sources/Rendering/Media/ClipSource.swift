import Directing

/// An upload as frames at the film's rate: the part that a segment plays, at its speed, in its direction.
///
/// Frame `k` is always the picture at the same moment of the source, however much of the clip is asked for, so parts
/// of a film meet exactly. A source that is too short holds its last picture.
struct ClipSource: Sendable {
  let path: String
  let facts: MediaFacts
  let plan: ClipPlan
  /// Frames of the segment.
  let frameCount: Int
  let framesPerSecond: Int

  /// Inputs of FFmpeg and the chains that make one stream of frames of them.
  struct Reading {
    /// Everything before and with `-i`, for each input.
    var inputs: [[String]]
    /// Chains from `[i:v:0]`, whose numbers begin at the first input, to the label.
    var chains: [String]
  }

  private var rate: Double { Double(framesPerSecond) }
  /// Milliseconds of the source a frame.
  private var step: Double { plan.isFrozen == true ? 0 : plan.rate / rate }

  /// The frames of a range, counted from the start of the segment; those behind its end go on in the source.
  ///
  /// - Parameters:
  ///   - first: the number of the first input.
  ///   - label: the name of the stream that comes out, and of those within.
  ///   - stabilising: the file of ``Stabiliser``.
  func reading(_ frames: Range<Int>, first: Int, label: String, stabilising: String? = nil) -> Reading {
    let all = frames.count
    if facts.kind == .image {
      return Reading(inputs: [input(seek: 0)], chains: ["[\(first):v:0]null[\(label)]"])
    }
    if plan.isFrozen == true {
      let (arguments, chain) = forward(0..<1, stabilising: nil)
      return Reading(
        inputs: [arguments],
        chains: ["[\(first):v:0]\(chain),tpad=stop_mode=clone:stop=-1,trim=end_frame=\(all)[\(label)]"])
    }
    guard plan.isReversed == true else {
      let (arguments, chain) = forward(frames, stabilising: stabilising)
      return Reading(inputs: [arguments], chains: ["[\(first):v:0]\(chain)[\(label)]"])
    }
    let whole = played(frames)
    var chunks: [Range<Int>] = []
    let size = stabilising == nil ? chunkSize : whole.count
    var end = whole.upperBound
    while end > whole.lowerBound {
      let start = max(whole.lowerBound, end - size)
      chunks.append(start..<end)
      end = start
    }
    var reading = Reading(inputs: [], chains: [])
    for (index, chunk) in chunks.enumerated() {
      let (arguments, chain) = forward(chunk, stabilising: stabilising)
      reading.inputs.append(arguments)
      reading.chains.append("[\(first + index):v:0]\(chain),reverse,setpts=N[\(label)r\(index)]")
    }
    let names = chunks.indices.map { "[\(label)r\($0)]" }.joined()
    reading.chains.append(
      "\(names)concat=n=\(chunks.count):v=1:a=0,tpad=stop_mode=clone:stop=-1,trim=end_frame=\(all)[\(label)]")
    return reading
  }

  /// How many frames are turned round at once: 192 MB of them, but never more than 64 pieces.
  private var chunkSize: Int { max(8, 192_000_000 / frameBytes, (frameCount + 63) / 64) }

  /// Bytes of one decoded picture.
  var frameBytes: Int { max(1, (facts.width ?? 1920) * (facts.height ?? 1080) * 3 / 2) }

  /// The frames, counted forwards from the start of the part that is played, that a range of frames shows.
  private func played(_ frames: Range<Int>) -> Range<Int> {
    if plan.isFrozen == true { return 0..<1 }
    guard plan.isReversed == true else { return frames }
    // Frame k is frame n − 1 − k of the source; before its start there is nothing, so the first stands.
    let low = max(0, frameCount - frames.upperBound)
    return low..<max(low + 1, min(frameCount, frameCount - frames.lowerBound))
  }

  /// The stretch of the source that a range of frames shows, in seconds, whichever way it plays; nil for an image.
  func span(of frames: Range<Int>) -> Range<Double>? {
    guard facts.kind == .video, !frames.isEmpty else { return nil }
    let start = Double(plan.start) / 1000
    if plan.isFrozen == true { return start..<start + 0.001 }
    let played = played(frames)
    return start + Double(played.lowerBound) * step..<start + Double(played.upperBound) * step
  }

  /// The whole second from which a file is read that is opened for a range of frames alone.
  func opening(for frames: Range<Int>) -> Int { seek(for: played(frames)) }

  /// The whole second from which frames are read that are counted forwards.
  private func seek(for played: Range<Int>) -> Int {
    // Whole seconds, which every time base can say exactly; one more, so that the picture before is there.
    max(0, Int(Double(plan.start) / 1000 + Double(played.lowerBound) * step) - 1)
  }

  /// What opens the file at a whole second.
  func opening(at seek: Int) -> [String] { input(seek: seek) }

  /// The filters that take a range of frames out of a stream that others read as well. What plays backwards is held in
  /// memory as a whole.
  ///
  /// - Parameter seek: the whole second at which the stream begins.
  func taking(_ frames: Range<Int>, fromStreamAt seek: Int) -> String {
    if facts.kind == .image { return "null" }
    let chain = forward(played(frames), stabilising: nil, seek: seek).chain
    let end = ",tpad=stop_mode=clone:stop=-1,trim=end_frame=\(frames.count)"
    if plan.isFrozen == true { return chain + end }
    return plan.isReversed == true ? chain + ",reverse,setpts=N" + end : chain
  }

  /// Decodes a range of frames forwards.
  private func forward(_ frames: Range<Int>, stabilising: String?, seek shared: Int? = nil) -> (
    arguments: [String], chain: String
  ) {
    let start = Double(plan.start) / 1000
    let seek = shared ?? (stabilising == nil ? seek(for: frames) : stabiliserSeek)
    let shift = FilterText.number(Double(seek) - start)
    let speed = plan.isFrozen == true ? 1 : plan.rate
    var chain =
      stabilising.map {
        "vidstabtransform=input=\(FilterText.value($0)):smoothing=\(max(5, framesPerSecond / 2)):optzoom=1,"
      } ?? ""
    chain += "setpts=(PTS+(\(shift))/TB)/\(FilterText.number(speed)),"
    chain +=
      "fps=fps=\(framesPerSecond):start_time=\(FilterText.number(Double(frames.lowerBound) / rate)):round=near,"
    chain += "tpad=stop_mode=clone:stop=-1,trim=end_frame=\(frames.count),setpts=PTS-STARTPTS"
    return (input(seek: seek), chain)
  }

  private var stabiliserSeek: Int { max(0, plan.start / 1000 - 1) }

  private func input(seek: Int) -> [String] {
    UserInput.guards + (seek > 0 ? ["-ss", "\(seek)"] : []) + ["-i", "file:" + path]
  }

  /// What looks at the shake of the part that is played, for the second pass to take it out.
  func stabiliserArguments(result: String) -> [String] {
    let length = Double(frameCount) * step + Double(plan.start) / 1000 - Double(stabiliserSeek) + 3
    return ["-hide_banner", "-nostdin", "-loglevel", "error"] + MediaProgram.reporting
      + input(seek: stabiliserSeek) + [
        "-t", FilterText.number(length), "-an", "-sn", "-dn", "-map", "0:v:0", "-vf",
        "vidstabdetect=shakiness=6:accuracy=12:result=\(FilterText.value(result))", "-f", "null", "-",
      ]
  }
}
