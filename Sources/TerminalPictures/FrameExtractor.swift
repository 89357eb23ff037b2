/// Takes frames of a media file by FFmpeg.
///
/// The file may come from anywhere: it is read as what it is said to be and nothing else, and from this machine alone.
struct FrameExtractor: Sendable {
  /// The file.
  let path: String
  /// Its format, such as `mp4`.
  let format: String
  /// Its length in milliseconds; 0 for a still picture.
  let durationMS: Int

  /// FFmpeg's readers; nil for formats without a picture.
  private var reader: String? {
    switch format {
    case "mp4", "mov": "mov"
    case "webm", "mkv": "matroska"
    case "avi": "avi"
    case "gif": "gif"
    case "png": "png_pipe"
    case "jpg": "jpeg_pipe"
    case "webp": "webp_pipe"
    default: nil
    }
  }

  /// FFmpeg's arguments for frames side by side, scaled to fit.
  ///
  /// - Parameters:
  ///   - count: The most frames; a still picture has one.
  ///   - frame: The room for one, in pixels.
  ///   - gap: The pixels between two.
  ///   - codec: `png` or `pam`.
  /// - Returns: nil for a format without a picture.
  func arguments(count: Int, frame: (width: Int, height: Int), gap: Int, codec: String) -> [String]? {
    guard let reader else { return nil }
    let isStill = durationMS <= 0 || reader.hasSuffix("_pipe")
    let count = isStill ? 1 : count
    var arguments = ["-v", "error", "-nostdin"]
    for index in 0..<count {
      if !isStill {
        let milliseconds = durationMS * (2 * index + 1) / (2 * count)
        arguments += ["-ss", "\(milliseconds)ms"]
      }
      arguments += ["-protocol_whitelist", "file,pipe", "-f", reader, "-i", "file:" + path]
    }
    let scale =
      "scale=w=\(frame.width):h=\(frame.height):force_original_aspect_ratio=decrease:flags=area,setsar=1,format=rgba"
    var graph = ""
    for index in 0..<count {
      let isLast = index == count - 1
      graph += "[\(index):v]\(scale)\(isLast ? "" : ",pad=iw+\(gap):ih:0:0:black@0")[f\(index)];"
    }
    let frames = (0..<count).map { "[f\($0)]" }.joined()
    graph += count > 1 ? "\(frames)hstack=inputs=\(count)[out]" : "\(frames)null[out]"
    return arguments + [
      "-filter_complex", graph, "-map", "[out]", "-frames:v", "1", "-f", "image2pipe", "-c:v", codec,
      "-pix_fmt", "rgba", "pipe:1",
    ]
  }
}
