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

  /// The colours of a picture at a small size.
  func colours(columns: Int, rows: Int) async throws -> [(red: Int, green: Int, blue: Int)] {
    let data = try await run(
      "ffmpeg",
      [
        "-v", "error", "-i", path, "-frames:v", "1", "-vf", "scale=\(columns):\(rows)", "-f", "rawvideo",
        "-pix_fmt",
        "rgb24", "-",
      ])
    return stride(from: 0, to: columns * rows * 3, by: 3).map { start -> (red: Int, green: Int, blue: Int) in
      let pixel = data[start..<start + 3].map { Int($0) }
      return (pixel[0], pixel[1], pixel[2])
    }
  }

  /// Decodes the file from end to end.
  ///
  /// - Throws: if a byte of it cannot be decoded.
  func decode() async throws {
    _ = try await run("ffmpeg", ["-v", "error", "-xerror", "-i", path, "-f", "null", "-"])
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
