import Directing
import Foundation
import Scenes
import Testing

/// Pictures that were looked at and kept. A change that alters one on purpose is looked at again and kept with
/// `T2V_UPDATE_GOLDENS=1 swift test --filter GoldenTests`.
@Suite("Pictures that were kept")
struct GoldenTests {
  struct Golden: CustomTestStringConvertible, Sendable {
    let name: String
    let prompt: String
    var testDescription: String { prompt }
  }

  static let goldens: [Golden] = [
    Golden(name: "ocean-sunset", prompt: "a sunset over ocean waves"),
    Golden(name: "city-night", prompt: "a city at night"),
    Golden(name: "mountains-day", prompt: "snow-capped mountains over a lake by day"),
    Golden(name: "forest-fog", prompt: "a deer in a foggy forest at dawn"),
    Golden(name: "meadow-rainbow", prompt: "a rainbow over a meadow with flowers"),
    Golden(name: "castle-dusk", prompt: "a castle on a hill above a lake at dusk"),
    Golden(name: "canyon", prompt: "a canyon at golden hour"),
    Golden(name: "reef", prompt: "a sea turtle over a coral reef"),
    Golden(name: "galaxy", prompt: "a spiral galaxy"),
    Golden(name: "watercolour", prompt: "watercolour mountains at dawn"),
    Golden(name: "paper", prompt: "paper cut-out hills at sunset"),
    Golden(name: "ink", prompt: "水墨山水，小船"),
    Golden(name: "low-poly", prompt: "a low-poly island at sunset"),
  ]

  private static let canvas = Canvas(width: 270, height: 480)

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
  }

  @Test("a prompt's picture is still the one that was kept", arguments: goldens)
  func golden(_ golden: Golden) throws {
    let board = Director(drawable: SceneRenderer.drawable).storyboard(for: golden.prompt, seed: 20)
    var frame = FrameBuffer(canvas: Self.canvas)
    SceneRenderer(shot: board.shots[0], canvas: Self.canvas).render(frame: 90, into: &frame)
    let raw = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yuv")
    defer { try? FileManager.default.removeItem(at: raw) }
    try Data(frame.bytes).write(to: raw)
    let kept = Self.folder.appendingPathComponent(golden.name + ".webp").path
    let input = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "270x480", "-i", raw.path]
    if ProcessInfo.processInfo.environment["T2V_UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      _ = try Self.ffmpeg(["-y"] + input + ["-c:v", "libwebp", "-quality", "72", kept])
    }
    try #require(FileManager.default.fileExists(atPath: kept), "\(kept) is missing")
    let report = try Self.ffmpeg(
      input + ["-i", kept, "-lavfi", "[1]format=yuv420p[kept];[0][kept]ssim", "-f", "null", "-"])
    let all = try #require(report.range(of: "All:"))
    let likeness = try #require(Double(report[all.upperBound...].prefix { "0123456789.".contains($0) }))
    #expect(likeness > 0.88, "\(golden.prompt): likeness \(likeness)")
  }

  /// Runs FFmpeg and gives what it says.
  private static func ffmpeg(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["ffmpeg", "-hide_banner", "-nostdin"] + arguments
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }
}
