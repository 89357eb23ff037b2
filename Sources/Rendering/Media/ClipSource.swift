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
    // Frame k is frame n − 1 − k of the source; before its start there is nothing, so the first stands.
    let low = max(0, frameCount - frames.upperBound)
    let high = max(low + 1, min(frameCount, frameCount - frames.lowerBound))
    var chunks: [Range<Int>] = []
    let size = stabilising == nil ? chunkSize : high - low
    var end = high
    while end > low {
      let start = max(low, end - size)
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
  private var chunkSize: Int {
    let bytes = max(1, (facts.width ?? 1920) * (facts.height ?? 1080) * 3 / 2)
    return max(8, 192_000_000 / bytes, (frameCount + 63) / 64)
  }

  /// The stretch of the source that a range of frames plays forwards, in seconds; nil if it plays backwards, or is a picture
  /// that stands.
  func span(of frames: Range<Int>) -> Range<Double>? {
    guard facts.kind == .video, plan.isReversed != true, !frames.isEmpty else { return nil }
    let start = Double(plan.start) / 1000
    if plan.isFrozen == true { return start..<start + 0.001 }
    return start + Double(frames.lowerBound) * step..<start + Double(frames.upperBound) * step
  }

  /// The whole second from which a range of frames is read.
  func seek(for frames: Range<Int>) -> Int {
    // Whole seconds, which every time base can say exactly; one more, so that the picture before is there.
    max(0, Int(Double(plan.start) / 1000 + Double(frames.lowerBound) * step) - 1)
  }

  /// What opens the file at a whole second.
  func opening(at seek: Int) -> [String] { input(seek: seek) }

  /// The filters that take a range of frames out of a stream that others read as well; they play forwards, or stand, or are
  /// the one frame of an image.
  ///
  /// - Parameter seek: the whole second at which the stream begins.
  func taking(_ frames: Range<Int>, fromStreamAt seek: Int) -> String {
    if facts.kind == .image { return "null" }
    guard plan.isFrozen == true else { return forward(frames, stabilising: nil, seek: seek).chain }
    return forward(0..<1, stabilising: nil, seek: seek).chain
      + ",tpad=stop_mode=clone:stop=-1,trim=end_frame=\(frames.count)"
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
