import Foundation
import TerminalTesting
import Testing

/// The whole product at a terminal: the real client, the real studio, real frames.
@Suite("At a terminal", .serialized)
struct TerminalSessionTests {
  private func start(
    _ sandbox: Sandbox, columns: Int = 80, rows: Int = 30, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Sandbox.client, ["--studio", "local"], environment: sandbox.environment(environment), columns: columns,
      rows: rows, directory: sandbox.work)
  }

  @Test("a sentence becomes a 1080p MP4 of a moving sunset, in the words of the README")
  func sentenceBecomesFile() async throws {
    let sandbox = try Sandbox()
    let terminal = try start(sandbox)
    _ = try await terminal.wait("the prompt") { $0.lines.contains("t2v>") }
    _ = try await terminal.waitForText("Setting things up…")
    _ = try await terminal.waitForText("Ready on the built-in studio")
    let greeting = try await terminal.waitForText("aurora over mountains")
    #expect(greeting.text.contains("credits"))
    #expect(greeting.text.contains("• a sunset over ocean waves"))

    try await terminal.type("a sunset over ocean waves\r")
    let reply = try await terminal.waitForText(
      "Timeline (3 tracks): 1. Video: sunset over ocean waves (0-10s)")
    #expect(reply.text.contains("BGM:"))
    #expect(reply.text.contains("Title:"))

    try await terminal.type("export\r")
    let end = try await terminal.wait("the saved line", within: .seconds(240)) { screen in
      screen.text.contains("Saved ./sunset-over-ocean-waves.mp4")
    }
    #expect(end.text.contains("(1080×1920, 10.0 s, "))
    try await terminal.type("\u{4}")
    #expect(try await terminal.waitForExit() == .exited(0))

    #expect(sandbox.files == ["sunset-over-ocean-waves.mp4"])
    let media = Media(path: sandbox.file("sunset-over-ocean-waves.mp4"))
    try await expectStandardVideo(media)
    try await expectMovingSunset(media)
  }

  private func expectStandardVideo(_ media: Media) async throws {
    let (video, audio, format) = try await media.probe()
    #expect(video?["codec_name"] as? String == "h264")
    #expect(video?["pix_fmt"] as? String == "yuv420p")
    #expect(video?["width"] as? Int == 1080)
    #expect(video?["height"] as? Int == 1920)
    #expect(video?["r_frame_rate"] as? String == "30/1")
    #expect(video?["nb_frames"] as? String == "300")
    #expect(audio?["codec_name"] as? String == "aac")
    #expect(audio?["channels"] as? Int == 2)
    let duration = try #require((format["duration"] as? String).flatMap(Double.init))
    #expect(abs(duration - 10) < 0.06)
    #expect(try media.startsFast())
  }

  /// The sun stands in the upper part, brighter than anything below the horizon but its own path; the water moves.
  private func expectMovingSunset(_ media: Media) async throws {
    let early = try await media.luma(at: 4.5, columns: 27, rows: 48)
    let late = try await media.luma(at: 9.0, columns: 27, rows: 48)
    let brightest = try #require(early.indices.max { early[$0].max() ?? 0 < early[$1].max() ?? 0 })
    #expect((8..<34).contains(brightest), "the sun is neither at the top nor in the near water")
    let sky = early[brightest].max() ?? 0
    #expect(sky > 200)
    let corner = early[2][2]
    #expect(sky > corner + 80, "the sky is darker away from the sun")
    let differences = zip(early.joined(), late.joined()).map { abs($0 - $1) }
    let moved = differences.filter { $0 >= 3 }.count
    #expect(moved > differences.count / 20, "waves and clouds move")
  }

  @Test("Chinese and emoji keep the cursor right at 30 columns, and the title is changed in Chinese")
  func chineseAtThirtyColumns() async throws {
    let sandbox = try Sandbox()
    let terminal = try start(sandbox, columns: 30, environment: ["LANG": ""])
    _ = try await terminal.waitForText("mountains, then export")
    try await terminal.type("夜晚的城市🌃下雪")
    let typed = try await terminal.waitForText("t2v> 夜晚的城市🌃下雪")
    #expect(typed.cursor.column == 5 + 16)
    try await terminal.type("\r")
    // The summary wraps at 30 columns, so it is looked for in pieces.
    _ = try await terminal.waitForText("Timeline (3")
    try await terminal.type("标题改成 Urban Dreams\r")
    _ = try await terminal.wait("the new title") { screen in
      screen.text.filter { !$0.isWhitespace }.contains("Title:\"UrbanDreams\"")
    }
    try await terminal.type("/quit\r")
    #expect(try await terminal.waitForExit() == .exited(0))
    #expect(await terminal.modes.isCanonical)
  }

  @Test("a paste of twenty lines is one message, sent on Enter alone")
  func pasteIsOneMessage() async throws {
    let sandbox = try Sandbox()
    let terminal = try start(sandbox, rows: 50)
    _ = try await terminal.waitForText("aurora over mountains")
    let lines = (1...20).map { "line \($0): a calm lake under the stars" }.joined(separator: "\n")
    try await terminal.paste(lines)
    _ = try await terminal.waitForText("20")
    try await terminal.type("\r")
    _ = try await terminal.waitForText("Timeline (")
    try await terminal.type("/save talk.md\r")
    _ = try await terminal.waitForText("Saved the conversation")
    let transcript = try String(contentsOfFile: sandbox.file("talk.md"), encoding: .utf8)
    #expect(transcript.contains("> line 1: a calm lake under the stars\n> line 2:"))
    #expect(transcript.contains("> line 20: a calm lake under the stars"))
    try await terminal.type("\u{4}")
    #expect(try await terminal.waitForExit() == .exited(0))
  }

  @Test("a studio that dies in the middle gives one sentence with what to do, and the terminal comes back")
  func studioDies() async throws {
    let sandbox = try Sandbox()
    let terminal = try start(sandbox)
    _ = try await terminal.waitForText("aurora over mountains")
    sandbox.endStudio()
    try await terminal.type("a sunset over ocean waves\r")
    let screen = try await terminal.waitForText("Start t2v again")
    #expect(screen.text.contains("The built-in studio has stopped answering."))
    try await terminal.type("\u{4}")
    #expect(try await terminal.waitForExit() == .exited(1))
    #expect(await terminal.modes.isCanonical)
    #expect(await terminal.modes.echoes)
    #expect(sandbox.files.isEmpty)
  }

  @Test("Ctrl-C twice leaves with 130 and the terminal as it was found")
  func interruptTwice() async throws {
    let sandbox = try Sandbox()
    let terminal = try start(sandbox)
    _ = try await terminal.waitForText("aurora over mountains")
    try await terminal.type("half a thought")
    _ = try await terminal.waitForText("half a thought")
    try await terminal.type("\u{3}")
    _ = try await terminal.wait("an empty prompt") { $0.lines.contains("t2v>") }
    try await terminal.type("\u{3}\u{3}")
    #expect(try await terminal.waitForExit() == .exited(130))
    #expect(await terminal.modes.isCanonical)
  }

  @Test("a mistyped command is told the near one, and /help lists them all")
  func help() async throws {
    let sandbox = try Sandbox()
    let terminal = try start(sandbox, rows: 40)
    _ = try await terminal.waitForText("aurora over mountains")
    try await terminal.type("/exprot\r")
    _ = try await terminal.waitForText("Did you mean /export?")
    try await terminal.type("/help\r")
    let screen = try await terminal.waitForText("/quit")
    for command in ["/export", "/upload", "/credits", "/status", "/new", "/sessions", "/resume", "/queue"] {
      #expect(screen.text.contains(command))
    }
    try await terminal.type("/quit\r")
    #expect(try await terminal.waitForExit() == .exited(1))
  }
}
