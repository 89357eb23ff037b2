import Directing
import Foundation
import Rendering

/// A folder for one test, removed when the test is done with it.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/t2v-rendering-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: file(name))))
  }

  /// A program that does what a script says, in the place of FFmpeg.
  func script(_ text: String) throws -> String {
    let path = file("fake-\(UUID().uuidString)")
    // Another process writes it: a program that another test starts at that moment would inherit a descriptor of ours, and
    // a file that is open for writing cannot be run.
    let writing = try Process.run(
      URL(filePath: "/bin/sh"),
      arguments: ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" >\"$0\" && chmod 755 \"$0\"", path, text])
    writing.waitUntilExit()
    guard writing.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    return path
  }
}

/// Films small enough for tests.
enum TestFilm {
  static let canvas = Canvas(width: 144, height: 256, framesPerSecond: 10)

  static func shot(_ seed: UInt64 = 1, milliseconds: Int = 1000, loops: Bool = false) -> Shot {
    Shot(
      name: "test", durationMS: milliseconds, seed: seed, timeOfDay: .sunset,
      elements: [SceneElement(.sun), SceneElement(.ocean)], loops: loops)
  }

  static func plan(_ mood: MusicPlan.Mood = .lofi, tempo: Int = 84, minor: Bool = true) -> MusicPlan {
    MusicPlan(mood: mood, tempo: tempo, key: 9, isMinor: minor, seed: 11)
  }

  static func make(
    shots: [Shot]? = nil, music: MusicPlan? = nil, title: TitlePlan? = nil, canvas: Canvas = canvas
  ) -> Film {
    Film(
      Storyboard(
        prompt: "test", name: "test", canvas: canvas, shots: shots ?? [shot()], music: music, title: title,
        substitutions: []))
  }
}

/// What ffprobe and FFmpeg say of a file.
struct Inspection {
  let tools: MediaTools

  init() throws { tools = try MediaTools.find() }

  /// Values that ffprobe shows, by their keys, of the first stream of a kind (`v`, `a`) or of the container.
  func entries(_ entries: String, stream: String? = nil, of path: String) async throws -> [String: String] {
    var arguments = ["-v", "error"]
    if let stream { arguments += ["-select_streams", stream] }
    arguments += ["-show_entries", entries, "-of", "default=noprint_wrappers=1", path]
    let output = try await MediaProgram(path: tools.ffprobe, arguments: arguments).collect(limit: 1 << 20)
      .output
    var values: [String: String] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
    }
    return values
  }

  /// The pictures of a file as raw bytes of one grey value a pixel.
  func greyFrames(of path: String, width: Int, height: Int) async throws -> [[UInt8]] {
    let output = try await run([
      "-v", "error", "-i", path, "-vf", "scale=\(width):\(height)", "-f", "rawvideo", "-pix_fmt", "gray",
      "pipe:1",
    ])
    let size = width * height
    return stride(from: 0, to: output.count - size + 1, by: size).map { Array(output[$0..<($0 + size)]) }
  }

  /// The sound of a file as interleaved stereo floats at 48 kHz.
  func samples(of path: String) async throws -> [Float] {
    let output = try await run([
      "-v", "error", "-i", path, "-f", "f32le", "-ar", "48000", "-ac", "2", "pipe:1",
    ])
    return output.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  }

  /// Integrated loudness (LUFS) and true peak (dBTP) as FFmpeg's own meter has them.
  func loudness(of path: String, input: [String] = []) async throws -> (integrated: Double, peak: Double) {
    let program = MediaProgram(
      path: tools.ffmpeg,
      arguments: ["-hide_banner", "-nostats", "-nostdin"] + input
        + ["-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"])
    let text = try await program.collect(limit: 0).ending.messages.text
    func value(_ label: String) -> Double? {
      let line = text.split(separator: "\n").last { $0.contains(label) }
      return line?.split(separator: " ").compactMap { Double($0) }.first
    }
    return (value("I:") ?? .nan, value("Peak:") ?? .nan)
  }

  /// Runs FFmpeg and gives what it writes.
  func run(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
    let program = MediaProgram(path: tools.ffmpeg, arguments: ["-nostdin", "-y"] + arguments)
    let (output, ending) = try await program.collect(input: input, limit: 1 << 28)
    try ending.check()
    return output
  }
}

/// How much two pictures differ, in grey levels a pixel.
func difference(_ first: [UInt8], _ second: [UInt8]) -> Double {
  let sum = zip(first, second).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
  return Double(sum) / Double(max(1, first.count))
}
