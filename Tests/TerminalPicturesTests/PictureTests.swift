import Foundation
import LineEditing
import Presentation
import TerminalPictures
import Testing

/// Pictures as terminals get them.
@Suite struct PictureTests {
  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "t2v-pictures-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// A film of two seconds: red, then blue.
  private func film(in folder: String) throws -> String {
    let path = folder + "/it's a film.mp4"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red:size=108x192:rate=10:duration=1", "-f",
      "lavfi", "-i",
      "color=blue:size=108x192:rate=10:duration=1", "-filter_complex", "concat=n=2", "-pix_fmt", "yuv420p",
      path,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return path
  }

  private func traits(_ environment: [String: String], _ answers: TerminalAnswers = TerminalAnswers())
    -> TerminalTraits
  {
    TerminalTraits(environment: environment, answers: answers)
  }

  private static let xterm = ["TERM": "xterm-256color"]

  /// An environment whose `PATH` has FFmpeg and nothing else.
  private func withoutChafa(_ folder: String) throws -> [String: String] {
    let bin = folder + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try? FileManager.default.createSymbolicLink(
      atPath: bin + "/ffmpeg", withDestinationPath: "/usr/bin/ffmpeg")
    return ["PATH": bin, "TMPDIR": folder]
  }

  @Test("without chafa a strip is four frames of half blocks, in all colours or in 256")
  func halfBlocks() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let film = try film(in: folder)
    let artist = PictureArtist(environment: try withoutChafa(folder))
    #expect(artist.chafaPath == nil && artist.takesFrames)
    let box = PictureBox(columns: 40, rows: 10)
    for (environment, red) in [
      (Self.xterm, "38;5;196"), (Self.xterm.merging(["COLORTERM": "truecolor"]) { $1 }, "38;2;25"),
    ] {
      let text = try #require(
        await artist.strip(of: film, format: "mp4", durationMS: 2000, in: box, for: traits(environment)))
      let rows = text.split(separator: "\n")
      #expect((8...10).contains(rows.count))
      #expect(text.contains("▀") && text.contains(red))
      for row in rows {
        var columns = 0
        for case .character(_, let cell) in Array(StyledScanner(String(row))) { columns += cell.columns }
        #expect((30...40).contains(columns), "\(columns)")
      }
    }
  }

  @Test(
    "chafa draws in the way that the terminal answered for, and the cursor ends below", .enabled(if: hasChafa)
  )
  func chafa() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let film = try film(in: folder)
    let artist = PictureArtist(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "TMPDIR": folder])
    let box = PictureBox(columns: 40, rows: 8, cell: (10, 20))
    func strip(_ environment: [String: String], _ answers: TerminalAnswers) async -> String {
      await artist.strip(
        of: film, format: "mp4", durationMS: 2000, in: box, for: traits(environment, answers)) ?? ""
    }
    var kitty = TerminalAnswers()
    kitty.drawsKitty = true
    let picture = await strip(Self.xterm, kitty)
    #expect(
      picture.hasPrefix("\n\n\n\n\n\n\n\n\u{1B}[8A\u{1B}7\u{1B}_G") && picture.hasSuffix("\u{1B}8\u{1B}[8B\r")
    )
    var sixel = TerminalAnswers()
    sixel.drawsSixel = true
    #expect(await strip(Self.xterm, sixel).contains("\u{1B}P0;1;0q"))
    let all = Self.xterm.merging(["COLORTERM": "truecolor"]) { $1 }
    #expect(
      await strip(Self.xterm, sixel) == strip(all, sixel), "the colours of text do not limit those of pixels")
    var iterm = TerminalAnswers()
    iterm.name = "iTerm2 3.5.0"
    #expect(await strip(Self.xterm, iterm).contains("\u{1B}]1337;File="))
    let symbols = await strip(Self.xterm, TerminalAnswers())
    #expect(symbols.split(separator: "\n").count <= 8 && symbols.contains("48;5;"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1, "nothing is left behind")
  }

  @Test("what is no film, or lies about what it is, gives no picture")
  func noPicture() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/list.mp4"
    try "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".write(toFile: path, atomically: true, encoding: .utf8)
    let artist = PictureArtist(environment: try withoutChafa(folder))
    let box = PictureBox(columns: 40, rows: 10)
    #expect(
      await artist.strip(of: path, format: "mp4", durationMS: 1000, in: box, for: traits(Self.xterm)) == nil)
    #expect(
      await artist.strip(of: path, format: "mp3", durationMS: 1000, in: box, for: traits(Self.xterm)) == nil)
    #expect(await artist.poster(Array("no picture".utf8), in: box, for: traits(Self.xterm)) == nil)
    #expect(
      await artist.strip(of: path, format: "mp4", durationMS: 1000, in: box, for: traits(["TERM": "vt100"]))
        == nil)
  }

  @Test(
    "the 256 colours are xterm's",
    arguments: [((255, 0, 0), 196), ((0, 0, 0), 16), ((128, 128, 128), 244), ((255, 255, 255), 231)])
  func indexed(colour: (Int, Int, Int), index: Int) {
    #expect(HalfBlocks.indexed((UInt8(colour.0), UInt8(colour.1), UInt8(colour.2))) == index)
  }

  private static var hasChafa: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/chafa") }
}
