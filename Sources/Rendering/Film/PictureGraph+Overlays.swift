import Directing

/// What stands above the clips.
extension PictureGraph {
  func finish(_ joined: String, start: Int, _ shared: SharedSources, _ plan: inout Plan) {
    // From here on the time of a frame is its time in the film.
    var chain = [
      "trim=start_frame=\(frames.lowerBound - start):end_frame=\(frames.upperBound - start)",
      "settb=1/\(rate)",
    ]
    chain.append("setpts=N+\(frames.lowerBound)")
    var input = joined
    for (index, overlay) in montage.overlays.enumerated() where overlay.frames.overlaps(frames) {
      plan.chains.append("[\(input)]\(chain.joined(separator: ","))[w\(index)]")
      let rim = rim(of: overlay.clip, overlay.plan, look: overlay.look)
      add(
        overlay.clip, overlay.plan, look: overlay.look, frames: overlay.frames, index: index, rim: rim,
        share: shared[SharedSources.overlay(index)], to: &plan)
      let (x, y) = place(overlay.plan.place, rim: rim.shadow, lift: lift)
      plan.chains.append(
        "[w\(index)][o\(index)]overlay=x=\(x):y=\(y):eof_action=pass:format=yuv420[v\(index)]")
      input = "v\(index)"
      chain = ["format=yuv420p"]
    }
    if let subtitles { chain.append("subtitles=filename=\(FilterText.value(subtitles))") }
    for (index, (stretch, file)) in titles.enumerated() {
      plan.chains.append("[\(input)]\((chain + ["format=yuv420p"]).joined(separator: ","))[y\(index)]")
      plan.chains.append(
        "[\(plan.inputs.count):v:0]settb=1/\(rate),setpts=N+\(stretch.frames.lowerBound)[t\(index)]")
      plan.inputs.append(
        RawStream.pictures(
          "yuva420p", width: canvas.width, height: stretch.rows.count, rate: rate, from: "file:" + file))
      plan.chains.append(
        "[y\(index)][t\(index)]overlay=x=0:y=\(stretch.rows.lowerBound):eof_action=pass:format=yuv420[z\(index)]"
      )
      (input, chain) = ("z\(index)", [])
    }
    // Frames are counted from 0 again, or FFmpeg would fill up the time before them.
    chain += ["setsar=1", "format=yuv420p", "setpts=N"]
    plan.chains.append("[\(input)]\(chain.joined(separator: ","))[out]")
  }

  /// How many pixels of light line and of soft shadow stand around a moving picture in the picture; none around logos, what
  /// is keyed, what is half clear, and what fills the canvas.
  private func rim(of clip: MediaClip, _ overlay: OverlayPlan, look: LookPlan?) -> (line: Int, shadow: Int) {
    guard clip.facts.kind == .video, look?.key == nil, overlay.size < 0.75,
      PictureFilters.clamped(overlay.opacity, 0, 1, 1) == 1
    else { return (0, 0) }
    let side = min(canvas.width, canvas.height)
    return (max(2, side / 360 & ~1), max(2, side / 40 & ~1))
  }

  private func add(
    _ clip: MediaClip, _ overlay: OverlayPlan, look: LookPlan?, frames whole: Range<Int>, index: Int,
    rim: (line: Int, shadow: Int), share: SharedSources.Share?, to plan: inout Plan
  ) {
    let seen = whole.clamped(to: frames)
    let local = (seen.lowerBound - whole.lowerBound)..<(seen.upperBound - whole.lowerBound)
    let source = clip.source(framesPerSecond: rate)
    if let share {
      open(share, of: source, to: &plan)
      plan.chains.append("[\(share.label)]\(source.taking(local, fromStreamAt: 0))[o\(index)s]")
    } else {
      let reading = source.reading(local, first: plan.inputs.count, label: "o\(index)s")
      plan.inputs += reading.inputs
      plan.chains += reading.chains
    }
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
    let placing = [
      "settb=1/\(rate)", "setpts=N", "trim=end_frame=\(local.count)", "setpts=N+\(seen.lowerBound)",
    ]
    guard rim.shadow > 0 else {
      plan.chains.append("[o\(index)s]\((chain + placing).joined(separator: ","))[o\(index)]")
      return
    }
    let (line, shadow) = (rim.line, rim.shadow)
    chain += ["pad=iw+\(2 * line):ih+\(2 * line):\(line):\(line):white@0.9", "settb=1/\(rate)", "setpts=N"]
    plan.chains.append("[o\(index)s]\(chain.joined(separator: ",")),split[o\(index)p][o\(index)q]")
    // The shadow is the same for all frames: it is made of the first.
    plan.chains.append(
      "[o\(index)q]trim=end_frame=1,lutyuv=y=16:u=128:v=128:a=130"
        + ",pad=iw+\(2 * shadow):ih+\(2 * shadow):\(shadow):\(shadow):black@0"
        + ",gblur=sigma=\(FilterText.number(Double(shadow) / 3)):planes=8"
        + ",loop=loop=-1:size=1:start=0,settb=1/\(rate),setpts=N[o\(index)h]")
    plan.chains.append(
      "[o\(index)h][o\(index)p]overlay=x=\(shadow):y=\(shadow - shadow / 4):shortest=1:format=yuv420,"
        + "\(placing.joined(separator: ","))[o\(index)]")
  }

  /// How far what stands at the lower edge is lifted, in pixels, so that the subtitles of its time stand below it. It is the
  /// same throughout the film, whichever range is drawn: what begins again stays where it was.
  private var lift: Int {
    let low = montage.overlays.filter { $0.plan.place.row == .bottom }.map(\.frames)
    let reach = SubtitleScript(
      width: canvas.width, height: canvas.height, framesPerSecond: rate,
      lines: montage.subtitles.filter { line in low.contains { $0.overlaps(line.frames) } }
    ).reach
    // On a canvas that has no room for both, they share it.
    return reach > canvas.height / 3 ? 0 : reach
  }

  /// Where an overlay stands whose outermost pixels are shadow.
  private func place(_ place: OverlayPlan.Place, rim: Int, lift: Int) -> (String, String) {
    let margin = min(canvas.width, canvas.height) / 25 - rim
    let (left, middle, right) = ("\(margin)", "(W-w)/2", "W-w-(\(margin))")
    let (top, centre, bottom) = ("\(margin)", "(H-h)/2", "max(0\\,H-h-(\(margin))-\(lift))")
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
