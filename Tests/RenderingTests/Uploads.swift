import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Scenes
import Testing

/// Uploads made by FFmpeg's own sources, and films of them.
struct Uploads {
  let folder: TestFolder
  let inspection: Inspection
  let renderer: FilmRenderer

  /// The usual canvas of these tests.
  static let canvas = Canvas(width: 64, height: 64, framesPerSecond: 10)

  init() throws {
    folder = try TestFolder()
    inspection = try Inspection()
    renderer = FilmRenderer(tools: inspection.tools, mediaFolder: folder.path)
  }

  /// Makes a file of FFmpeg's sources and gives its name in the media folder.
  func make(_ arguments: [String], format: String) async throws -> String {
    let name = String((0..<64).map { _ in "0123456789abcdef".randomElement() ?? "0" })
    _ = try await inspection.run(["-v", "error"] + arguments + ["-f", format, folder.file(name)])
    return name
  }

  /// A video of 4 s at 10 frames a second whose frame `n` is grey of luma 20 + 5n.
  func ramp(_ size: String = "64x64", seconds: Int = 4) async throws -> String {
    try await make(
      [
        "-f", "lavfi", "-i", "nullsrc=s=\(size):r=10:d=\(seconds),geq=lum='20+5*N':cb=128:cr=128", "-c:v",
        "ffv1",
        "-pix_fmt", "yuv420p",
      ], format: "matroska")
  }

  /// A video of one colour.
  func colour(_ name: String, size: String = "64x64", seconds: Int = 2, sound: String? = nil) async throws
    -> String
  {
    try await make(
      ["-f", "lavfi", "-i", "color=c=\(name):s=\(size):r=10:d=\(seconds)"]
        + (sound.map { ["-f", "lavfi", "-i", $0, "-shortest"] } ?? [])
        + ["-c:v", "ffv1", "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709"],
      format: "matroska")
  }

  /// A segment that plays an upload.
  static func segment(
    _ media: String, milliseconds: Int, _ change: (inout Film.Segment) -> Void = { _ in }
  ) -> Film.Segment {
    var segment = Film.Segment(
      durationMS: milliseconds, metadata: Film.Metadata(name: "upload"), media: media)
    change(&segment)
    return segment
  }

  static func drawn(_ milliseconds: Int, seed: UInt64 = 1) -> Film.Segment {
    Film.Segment(
      durationMS: milliseconds, metadata: Film.Metadata(name: "drawn"),
      shot: TestFilm.shot(seed, milliseconds: milliseconds))
  }

  static func film(
    _ segments: [Film.Segment], audio: [Film.Segment] = [], text: [Film.Segment] = [],
    overlays: [Film.Segment] = [],
    canvas: Canvas = canvas
  ) -> Film {
    var tracks = [Film.Track(kind: .video, segments: segments)]
    if !overlays.isEmpty { tracks.append(Film.Track(kind: .video, segments: overlays)) }
    if !audio.isEmpty { tracks.append(Film.Track(kind: .audio, segments: audio)) }
    if !text.isEmpty { tracks.append(Film.Track(kind: .text, segments: text)) }
    return Film(canvas: canvas, tracks: tracks)
  }

  /// The pictures of a film before any encoding.
  func frames(_ film: Film, range: Range<Int>? = nil) async throws -> [Picture] {
    var frames: [Picture] = []
    let canvas = film.canvas
    try await renderer.forEachPicture(of: film, output: RenderOutput(), range: range) {
      frames.append(Picture(bytes: $1.bytes, width: canvas.width, height: canvas.height))
      return true
    }
    return frames
  }

  /// The sound of a film as stereo samples.
  func sound(_ film: Film, range: Range<Int>? = nil) async throws -> [Float] {
    let path = folder.file("sound-\(UUID().uuidString).wav")
    try await renderer.render(film, output: RenderOutput(format: .wav), to: path, range: range)
    return try await inspection.samples(of: path)
  }
}

/// One picture in yuv420p.
struct Picture: Equatable, CustomTestStringConvertible {
  /// Short, for a failed expectation would print every pixel.
  var testDescription: String { "\(width)×\(height), luma \(mean())" }

  let bytes: [UInt8]
  let width: Int
  let height: Int

  /// Luma at a place.
  func luma(_ x: Int, _ y: Int) -> Int { Int(bytes[y * width + x]) }

  /// The mean of luma, of the whole or a part.
  func mean(x: Range<Int>? = nil, y: Range<Int>? = nil) -> Double {
    let columns = x ?? 0..<width
    let rows = y ?? 0..<height
    var sum = 0
    for row in rows { for column in columns { sum += luma(column, row) } }
    return Double(sum) / Double(columns.count * rows.count)
  }

  /// The mean of the blue and red colour differences.
  var chroma: (blue: Double, red: Double) {
    let start = width * height
    let count = start / 4
    func mean(_ range: Range<Int>) -> Double {
      Double(bytes[range].reduce(0) { $0 + Int($1) }) / Double(count)
    }
    return (mean(start..<start + count), mean(start + count..<start + 2 * count))
  }
}

/// The root mean square of stereo samples in a range of seconds.
func level(_ samples: [Float], _ seconds: Range<Double>) -> Double {
  let range = Int(seconds.lowerBound * 48_000) * 2..<min(samples.count, Int(seconds.upperBound * 48_000) * 2)
  guard !range.isEmpty else { return 0 }
  return (samples[range].reduce(0.0) { $0 + Double($1) * Double($1) } / Double(range.count)).squareRoot()
}
