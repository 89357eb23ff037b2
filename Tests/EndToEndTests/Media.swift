import Foundation
import Testing

/// A media file as FFmpeg's own tools see it.
struct Media {
  let path: String

  /// What `ffprobe` says of the streams and the container.
  func probe() async throws -> (video: [String: Any]?, audio: [String: Any]?, format: [String: Any]) {
    let data = try await run(
      "ffprobe", ["-v", "error", "-print_format", "json", "-show_streams", "-show_format", path])
    let answer = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let streams = answer["streams"] as? [[String: Any]] ?? []
    return (
      streams.first { $0["codec_type"] as? String == "video" },
      streams.first { $0["codec_type"] as? String == "audio" },
      try #require(answer["format"] as? [String: Any])
    )
  }

  /// The brightness of a frame, 0 to 255, at a small size: `rows` rows of `columns`.
  func luma(at seconds: Double, columns: Int, rows: Int) async throws -> [[Int]] {
    let data = try await run(
      "ffmpeg",
      [
        "-v", "error", "-ss", "\(seconds)", "-i", path, "-frames:v", "1", "-vf", "scale=\(columns):\(rows)",
        "-f",
        "rawvideo", "-pix_fmt", "gray", "-",
      ])
    try #require(data.count == columns * rows)
    return (0..<rows).map { row in (0..<columns).map { Int(data[row * columns + $0]) } }
  }

  /// Whether the index of an MP4 stands before its media, so that it plays while it loads.
  func startsFast() throws -> Bool {
    let data = try #require(FileManager.default.contents(atPath: path))
    let index = data.range(of: Data("moov".utf8))?.lowerBound ?? Int.max
    let media = data.range(of: Data("mdat".utf8))?.lowerBound ?? 0
    return index < media
  }

  /// A film of two seconds, red and then blue, as bytes.
  static func film() async throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "t2v-film-\(UUID().uuidString).mp4"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try await run(
      "ffmpeg",
      [
        "-v", "error", "-f", "lavfi", "-i", "color=red:size=108x192:rate=10:duration=1", "-f", "lavfi", "-i",
        "color=blue:size=108x192:rate=10:duration=1", "-filter_complex", "concat=n=2", "-pix_fmt", "yuv420p",
        path,
      ])
    return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A red picture, as the bytes of a PNG file.
  static func poster() async throws -> [UInt8] {
    try await Array(
      run(
        "ffmpeg",
        [
          "-v", "error", "-f", "lavfi", "-i", "color=red:size=54x96:duration=1", "-frames:v", "1", "-f",
          "image2pipe", "-c:v", "png", "-",
        ]))
  }

  private func run(_ tool: String, _ arguments: [String]) async throws -> Data {
    try await Self.run(tool, arguments)
  }

  private static func run(_ tool: String, _ arguments: [String]) async throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(tool) \(arguments.joined(separator: " "))")
    return data
  }
}
