import Directing
import Glibc

/// The filters that bring a stream of frames onto the canvas and give it its look.
struct PictureFilters {
  let canvas: Canvas
  /// Frames of the segment, without what follows under a transition.
  let frameCount: Int
  /// Which frame of the segment is the first that comes in.
  let firstFrame: Int

  /// How the studio writes its own pictures.
  static let ours = MediaFacts.Colours(pixelFormat: "yuv420p", matrix: "bt709", range: "tv")

  /// What scaling says of colours, behind a colon, to get ours; nothing where they are ours already, so that what has the size
  /// too is not touched.
  ///
  /// Of a large video that does not say how it is written, players believe BT.709, and FFmpeg BT.601.
  private static func colours(
    _ colours: MediaFacts.Colours?, size: (width: Int, height: Int)
  ) -> String {
    let layout = colours?.pixelFormat ?? ""
    let isLarge = max(size.width, size.height) >= 1280 || min(size.width, size.height) > 576
    let isGuessed = colours?.matrix == nil && isLarge && (layout.hasPrefix("yuv") || layout.hasPrefix("nv12"))
    let matrix = isGuessed ? ours.matrix : colours?.matrix
    if layout == ours.pixelFormat, matrix == ours.matrix, colours?.range ?? "tv" == ours.range { return "" }
    return (isGuessed ? ":in_color_matrix=bt709" : "") + ":out_color_matrix=bt709:out_range=tv"
  }

  // MARK: Framing

  /// From the source's own size to the canvas.
  ///
  /// - Parameters:
  ///   - size: the size of the pictures that come in.
  ///   - colours: how their colours are written.
  ///   - isStill: whether one picture comes in, which is to stand for all frames.
  func frame(
    _ plan: FramingPlan, size: (width: Int, height: Int), colours: MediaFacts.Colours?, from input: String,
    to output: String, isStill: Bool, frames: Int
  ) -> [String] {
    let colours = Self.colours(colours, size: size)
    var (width, height) = size
    var early: [String] = []
    if let crop = plan.crop {
      let x = Self.share(crop.x), y = Self.share(crop.y)
      let w = min(1 - x, max(0.02, Self.share(crop.width))),
        h = min(1 - y, max(0.02, Self.share(crop.height)))
      early.append(
        "crop=w='max(2,iw*\(FilterText.number(w)))':h='max(2,ih*\(FilterText.number(h)))'"
          + ":x='iw*\(FilterText.number(x))':y='ih*\(FilterText.number(y))':exact=1")
      (width, height) = (max(2, Int(Double(width) * w)), max(2, Int(Double(height) * h)))
    }
    switch plan.quarterTurns {
    case 1: early.append("transpose=clock")
    case 2: early += ["hflip", "vflip"]
    case 3: early.append("transpose=cclock")
    default: break
    }
    if plan.quarterTurns % 2 == 1 { swap(&width, &height) }
    let tilt = Self.clamped(plan.tilt, -45, 45, 0) * .pi / 180
    if tilt != 0 {
      // The largest part of the turned picture that has its shape and no empty corner.
      let shape = Double(max(width, height)) / Double(max(1, min(width, height)))
      let nearness = cos(tilt) + abs(sin(tilt)) * shape
      early.append(
        "rotate=a=\(FilterText.number(tilt)),crop=w='iw/\(FilterText.number(nearness))':h='ih/\(FilterText.number(nearness))':exact=1"
      )
      (width, height) = (max(2, Int(Double(width) / nearness)), max(2, Int(Double(height) / nearness)))
    }
    if plan.isFlipped == true { early.append("hflip") }
    if plan.isUpsideDown == true { early.append("vflip") }
    let before = early.map { $0 + "," }.joined()
    var late = ""
    // One picture is brought to the canvas once, and then repeated.
    if isStill {
      late +=
        ",loop=loop=-1:size=1:start=0,settb=1/\(canvas.framesPerSecond),setpts=N"
        + ",fps=\(canvas.framesPerSecond),trim=end_frame=\(frames)"
    }
    // An image that is not told to stand is pushed in by 6 %.
    let move = plan.move ?? (isStill ? FramingPlan.Move(from: 1, to: 1.06) : nil)
    if let move, move != FramingPlan.Move(from: 1, to: 1) { late += "," + zoom(move) }
    return fit(
      plan.fit, shape: Double(width) / Double(max(1, height)),
      isExact: (width, height) == (canvas.width, canvas.height),
      colours: colours, before: before, from: input, to: output, after: late)
  }

  private func fit(
    _ wish: FramingPlan.Fit?, shape: Double, isExact: Bool, colours: String, before: String,
    from input: String, to output: String, after: String
  ) -> [String] {
    let (width, height) = (canvas.width, canvas.height)
    let wanted = Double(width) / Double(height)
    // Where the shapes are close, at most a quarter is cut off.
    let isClose = max(shape / wanted, wanted / shape) <= 1.34
    let end = "setsar=1,format=yuv420p"
    if isExact {
      return ["[\(input)]\(before)scale=\(width):\(height)\(colours),\(end)\(after)[\(output)]"]
    }
    switch wish ?? (isClose ? .fill : .blur) {
    case .fill:
      return [
        "[\(input)]\(before)scale=\(width):\(height):force_original_aspect_ratio=increase\(colours)"
          + ",crop=\(width):\(height),\(end)\(after)[\(output)]"
      ]
    case .pad:
      return [
        "[\(input)]\(before)scale=\(width):\(height):force_original_aspect_ratio=decrease:force_divisible_by=2\(colours)"
          + ",format=yuv420p,pad=\(width):\(height):(ow-iw)/2:(oh-ih)/2:black,\(end)\(after)[\(output)]"
      ]
    case .blur:
      let (small, low) = (max(16, width / 8 & ~1), max(16, height / 8 & ~1))
      return [
        "[\(input)]\(before)split[\(output)a][\(output)b]",
        "[\(output)a]scale=\(small):\(low):force_original_aspect_ratio=increase\(colours),crop=\(small):\(low)"
          + ",format=yuv420p,gblur=sigma=6,eq=brightness=-0.12,scale=\(width):\(height),\(end)[\(output)c]",
        "[\(output)b]scale=\(width):\(height):force_original_aspect_ratio=decrease\(colours),\(end)[\(output)d]",
        "[\(output)c][\(output)d]overlay=(W-w)/2:(H-h)/2,format=yuv420p\(after)[\(output)]",
      ]
    }
  }

  /// A slow move; twice the size hides the whole-pixel steps.
  private func zoom(_ move: FramingPlan.Move) -> String {
    let way = "min(1,(on+\(firstFrame))/\(max(1, frameCount - 1)))"
    // Slow at both ends.
    let eased = "(\(way))*(\(way))*(3-2*(\(way)))"
    func between(_ from: Double, _ to: Double) -> String {
      "(\(FilterText.number(from))+(\(FilterText.number(to - from)))*\(eased))"
    }
    func place(_ from: Double?, _ to: Double?, _ side: String) -> String {
      let from = min(1, max(-1, from ?? 0)), to = min(1, max(-1, to ?? 0))
      return "(\(side)-\(side)/zoom)/2*(1+\(between(from, to)))"
    }
    let zoom = between(min(4, max(1, move.from)), min(4, max(1, move.to)))
    let (width, height) = (canvas.width, canvas.height)
    return "scale=\(width * 2):\(height * 2):flags=bilinear,zoompan=z='\(zoom)'"
      + ":x='\(place(move.fromX, move.toX, "iw"))':y='\(place(move.fromY, move.toY, "ih"))'"
      + ":d=1:s=\(width)x\(height):fps=\(canvas.framesPerSecond),setsar=1,format=yuv420p"
  }

  // MARK: Look

  /// What is done to the colours of pictures on the canvas, without the key.
  func look(_ plan: LookPlan) -> [String] {
    var chain: [String] = []
    let shorter = Double(min(canvas.width, canvas.height))
    if plan.isMonochrome == true { chain.append("hue=s=0") }
    if plan.isVintage == true {
      chain.append("eq=saturation=0.6:contrast=0.9:brightness=0.03:gamma=1.05")
      chain.append("lutyuv=y='16+clip(val-16,0,219)*0.9+14':u='clip(val-9,16,240)':v='clip(val+8,16,240)'")
    }
    let brightness = Self.clamped(plan.brightness, -1, 1, 0), contrast = Self.clamped(plan.contrast, 0, 3, 1)
    let saturation = Self.clamped(plan.saturation, 0, 3, 1)
    if brightness != 0 || contrast != 1 || saturation != 1 {
      // Half of the range is as far as a brightness makes sense.
      chain.append(
        "eq=brightness=\(FilterText.number(brightness * 0.5)):contrast=\(FilterText.number(contrast))"
          + ":saturation=\(FilterText.number(saturation))")
    }
    let warmth = Self.clamped(plan.warmth, -1, 1, 0)
    if warmth != 0 {
      let (blue, red) = (FilterText.number(-24 * warmth), FilterText.number(20 * warmth))
      chain.append("lutyuv=u='clip(val+(\(blue)),16,240)':v='clip(val+(\(red)),16,240)'")
    }
    let blur = Self.clamped(plan.blur, 0, 1, 0)
    if blur > 0 { chain.append("gblur=sigma=\(FilterText.number(blur * shorter / 30)):steps=2") }
    let sharpen = Self.clamped(plan.sharpen, 0, 1, 0)
    if sharpen > 0 { chain.append("unsharp=5:5:\(FilterText.number(sharpen * 2)):5:5:0") }
    let vignette = Self.clamped(plan.vignette, 0, 1, 0)
    // Without its dither, whose chance depends on where the filter began: a part of a film is the whole's.
    if vignette > 0 { chain.append("vignette=dither=0:angle=\(FilterText.number(vignette * 1.1))") }
    let grain = Self.clamped(plan.grain, 0, 1, 0)
    if grain > 0 { chain.append("noise=c0s=\(max(1, Int(grain * 40))):c0f=t+u:all_seed=7") }
    return chain
  }

  /// The filters that make a colour clear: its edge goes one pixel in and is softened, and what the screen has cast onto the
  /// rest is taken out.
  static func key(_ key: LookPlan.Key) -> String {
    func two(_ value: Int) -> String {
      let digits = String(min(255, max(0, value)), radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }
    let similarity = FilterText.number(min(0.6, max(0.01, key.similarity.isFinite ? key.similarity : 0.16)))
    var chain = [
      "chromakey=0x\(two(key.colour.red))\(two(key.colour.green))\(two(key.colour.blue)):\(similarity):0.08",
      "erosion=threshold0=0:threshold1=0:threshold2=0", "gblur=sigma=0.8:planes=8",
    ]
    let (red, green, blue) = (key.colour.red, key.colour.green, key.colour.blue)
    if green > 2 * max(red, blue) || blue > 2 * max(red, green) {
      chain.append(
        "format=gbrap,despill=type=\(green > blue ? "green" : "blue"):mix=0.5:expand=0,format=yuva420p")
    }
    return chain.joined(separator: ",")
  }

  /// How the picture comes and goes.
  func fade(_ plan: FadePlan) -> [String] {
    let colour = plan.isWhite == true ? "white" : "black"
    var chain: [String] = []
    let coming = frames(plan.inMS), going = frames(plan.outMS)
    if coming > 0, firstFrame < coming {
      chain.append("fade=t=in:start_frame=0:nb_frames=\(coming):color=\(colour)")
    }
    if going > 0 {
      chain.append(
        "fade=t=out:start_frame=\(max(0, frameCount - going - firstFrame)):nb_frames=\(going):color=\(colour)"
      )
    }
    return chain
  }

  private func frames(_ milliseconds: Int?) -> Int {
    let length = min(Film.longestMS, max(0, milliseconds ?? 0))
    return min(frameCount, FrameClock(framesPerSecond: canvas.framesPerSecond).frame(atMS: length))
  }

  /// Whether the filters must see the segment from its first frame to give the same pictures: grain is counted from
  /// there, and so is a fade in the midst of which the range begins.
  func needsStart(_ segment: Film.Segment, at frame: Int) -> Bool {
    if Self.clamped(segment.look?.grain, 0, 1, 0) > 0 || segment.look?.isStabilised == true { return true }
    guard let fade = segment.fade else { return false }
    return frame < frames(fade.inMS) || frame > frameCount - frames(fade.outMS)
  }

  private static func share(_ value: Double) -> Double { value.isFinite ? min(1, max(0, value)) : 0 }

  static func clamped(_ value: Double?, _ low: Double, _ high: Double, _ usual: Double) -> Double {
    guard let value, value.isFinite else { return usual }
    return min(high, max(low, value))
  }
}
