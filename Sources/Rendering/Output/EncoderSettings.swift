import MediaFormats

/// FFmpeg's arguments for one format: what it reads from its standard input, and what it makes of that.
struct EncoderSettings: Sendable {
  let output: RenderOutput
  /// Whether the input is an AVI stream with sound.
  let hasSound: Bool

  /// Where the pictures and the sound come from.
  enum Input {
    /// Our own stream, from standard input.
    case stream
    /// The files that a list for FFmpeg's `concat` names, one after another.
    case parts(list: String)
    /// Pictures from a filter graph of some inputs, sound from the input of that number.
    case graph(inputs: [String], script: String, sound: Int?)
  }

  /// Everything between the program's name and the output file.
  ///
  /// - Parameters:
  ///   - input: where pictures and sound come from.
  ///   - stillSize: width and height of the one raw picture that a still format reads.
  ///   - palette: the file with the colours of a GIF.
  func arguments(
    _ input: Input = .stream, stillSize: (width: Int, height: Int)? = nil, palette: String? = nil
  ) -> [String] {
    var list = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    if output.format.kind != .still { list += ["-progress", "pipe:1", "-stats_period", "0.2"] }
    switch input {
    case .stream: break
    case .parts(let names):
      list += ["-f", "concat", "-safe", "0", "-i", names]
      if let palette { list += ["-i", "file:" + palette] }
      // Where a frame is no whole number of samples, the parts would meet a sample too early or late.
      if hasSound { list += ["-af", "asetpts=N/SR/TB"] }
      return list + codecs + muxer
    case .graph(let inputs, let script, let sound):
      list += inputs + ["-filter_complex_script", script, "-map", "[out]"]
      if let sound { list += ["-map", "\(sound):a"] }
      // However late the sound comes, pictures wait for it in memory, encoded, and the file is the same.
      list += ["-max_interleave_delta", "0", "-max_muxing_queue_size", "1000000"]
      return list + codecs + muxer
    }
    switch output.format.kind {
    case .video, .animation:
      list += ["-f", "avi", "-i", "pipe:0"]
      if let palette { list += ["-i", "file:" + palette] }
    case .still:
      let size = stillSize ?? (16, 16)
      list += ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "\(size.width)x\(size.height)", "-i", "pipe:0"]
    case .sound:
      list += ["-f", "f32le", "-ar", "48000", "-ac", "2", "-i", "pipe:0"]
    }
    return list + codecs + muxer
  }

  private var codecs: [String] {
    if output.isPart { return Self.lossless(output.format.kind, hasSound: hasSound) }
    return finalCodecs
  }

  /// FFV1 with a check sum in every slice, and the samples as they are.
  private static func lossless(_ kind: MediaFormat.Kind, hasSound: Bool) -> [String] {
    let pictures = ["-c:v", "ffv1", "-level", "3", "-g", "1", "-slices", "4", "-slicecrc", "1"]
    return (kind == .sound ? ["-vn"] : pictures) + (hasSound ? ["-c:a", "pcm_f32le"] : ["-an"])
  }

  private var finalCodecs: [String] {
    switch output.format {
    case .mp4, .mov, .mkv: h264 + (hasSound ? aac : ["-an"])
    case .avi: h264 + ["-bf", "0"] + (hasSound ? mp3 : ["-an"])
    case .webm: vp9 + (hasSound ? ["-c:a", "libopus", "-b:a", soundRate] : ["-an"])
    case .gif:
      [
        "-filter_complex",
        "[0:v]\(Self.toRGB)[p];[p][1:v]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle",
        "-loop", "0",
      ]
    case .webp:
      [
        "-vf", "scale=in_color_matrix=bt709:out_color_matrix=bt601:in_range=tv:out_range=tv,format=yuv420p",
        "-c:v", "libwebp_anim", "-quality", pick("60", "72", "82"), "-compression_level", "3", "-loop", "0",
        "-an",
      ]
    case .jpg:
      [
        "-vf", "scale=in_color_matrix=bt709:out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p",
        "-frames:v", "1", "-c:v", "mjpeg", "-q:v", pick("6", "4", "2"),
      ]
    case .png: ["-vf", Self.toRGB, "-frames:v", "1", "-c:v", "png"]
    case .mp3: mp3
    case .wav: ["-c:a", "pcm_s16le"]
    case .m4a, .aac: aac
    }
  }

  private var muxer: [String] {
    if output.isPart { return ["-f", "avi"] }
    return finalMuxer
  }

  private var finalMuxer: [String] {
    switch output.format {
    case .mp4: ["-movflags", "+faststart", "-f", "mp4"]
    case .mov: ["-movflags", "+faststart", "-f", "mov"]
    case .m4a: ["-movflags", "+faststart", "-f", "ipod"]
    case .mkv: ["-f", "matroska"]
    case .avi: ["-f", "avi"]
    case .webm: ["-f", "webm"]
    case .gif: ["-f", "gif"]
    case .webp: ["-f", "webp"]
    case .jpg, .png: ["-f", "image2pipe"]
    case .mp3: ["-f", "mp3"]
    case .wav: ["-f", "wav"]
    case .aac: ["-f", "adts"]
    }
  }

  /// From our frames (BT.709, limited range) to RGB.
  static let toRGB =
    "scale=in_color_matrix=bt709:in_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,format=rgb24"

  private var h264: [String] {
    [
      "-c:v", "libx264", "-preset", "superfast", "-crf", pick("28", "24", "21"), "-profile:v", "high",
      "-pix_fmt", "yuv420p", "-x264-params", "keyint=120",
    ] + colours
  }

  private var vp9: [String] {
    [
      "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-row-mt", "1", "-tile-columns", "2",
      "-b:v", "0", "-crf", pick("42", "36", "31"), "-pix_fmt", "yuv420p", "-g", "120",
    ] + colours
  }

  private var colours: [String] {
    ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
  }

  private var aac: [String] { ["-c:a", "aac", "-b:a", soundRate, "-ar", "48000", "-ac", "2"] }
  private var mp3: [String] { ["-c:a", "libmp3lame", "-b:a", soundRate, "-ar", "48000", "-ac", "2"] }
  private var soundRate: String { pick("96k", "128k", "192k") }

  private func pick(_ low: String, _ medium: String, _ high: String) -> String {
    switch output.quality {
    case .low: low
    case .medium: medium
    case .high: high
    }
  }
}
