import Directing
import Foundation
import GatewayTesting
import Rendering
import Studio
import Testing

@Suite("What a hostile caller cannot do")
struct SafetyTests {
  @Test("the studio listens on 127.0.0.1 and on no other address of the machine") func loopback() async throws
  {
    try await StudioHouse.visit { house in
      func listening(_ file: String) async throws -> [String] {
        let port = String(house.port, radix: 16, uppercase: true)
        let wanted = ":" + String(repeating: "0", count: 4 - port.count) + port
        return try await Tool.run(["cat", file]).output.split(separator: "\n").compactMap { line in
          let words = line.split(separator: " ")
          // 0A: listening.
          return words.count > 3 && words[1].hasSuffix(wanted) && words[3] == "0A" ? String(words[1]) : nil
        }
      }
      let places = try await listening("/proc/net/tcp").map { String($0.prefix(8)) }
      #expect(places == ["0100007F"])
      if FileManager.default.fileExists(atPath: "/proc/net/tcp6") {
        let others = try await listening("/proc/net/tcp6")
        #expect(others.isEmpty)
      }
    }
  }

  @Test(
    "a token is compared whole, in a time that does not tell where it differs, and is kept as a hash alone")
  func tokens() async throws {
    let long = String(repeating: "a", count: 2_000_000)
    let (early, late) = ("b" + long.dropFirst(), long.dropLast() + "b")
    #expect(Secret.areEqual(long, String(repeating: "a", count: 2_000_000)))
    #expect(
      !Secret.areEqual(long, String(late)) && !Secret.areEqual("abc", "ab") && !Secret.areEqual("", "a"))
    // One that stopped where they differ would be thousands of times as fast for the first.
    func time(_ other: String) -> Duration {
      (0..<5).map { _ in
        ContinuousClock().measure { #expect(!Secret.areEqual(long, other)) }
      }.min() ?? .zero
    }
    #expect(time(String(early)) * 5 > time(String(late)))

    try await StudioHouse.visit { house in
      let token = house.server.token
      for wrong in [String(token.dropLast()), token + "0", String(token.reversed()), "", " "]
      where wrong != token {
        #expect(
          try await house.call("GET", "/api/credits/balance/simple", token: wrong.isEmpty ? "x" : wrong)
            .status == 401)
      }
      #expect(try await house.call("GET", "/api/credits/balance/simple").status == 200)
      for name in try FileManager.default.contentsOfDirectory(atPath: house.folder.root.path)
      where name.contains("sqlite") || name.contains(".db") {
        let bytes = try Data(contentsOf: house.folder.root.appendingPathComponent(name))
        #expect(bytes.range(of: Data(token.utf8)) == nil, "\(name)")
      }
    }
  }

  @Test("a body that is cut into chunks that are none is 400 and ends the connection, and nothing is done")
  func brokenChunks() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      for path in [
        "/api/tasks/me/with-session/nemo_agent", "/run_sse", "/api/nothing",
        "/api/upload-video/nemo_agent/me/\(session)",
      ] {
        let head = house.request(
          "POST", path,
          headers: [
            "Content-Length": "", "Transfer-Encoding": "chunked", "Content-Type": "application/json",
            "Connection": "keep-alive",
          ])
        // What stands behind it is not taken for a request of its own.
        let broken = Data("zz\r\nGET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(house.port)\r\n\r\n".utf8)
        let socket = try OpenSocket(port: house.port)
        try await socket.send(head + broken)
        let answer = await socket.read(until: "never")
        let reply = try #require(Reply(answer), "\(path)")
        #expect(reply.status == 400 && reply.code == 400, "\(path): \(reply.text)")
        #expect(reply.headers["connection"] == "close")
      }
    }
  }

  /// Names and texts that mean something to a shell, a path, a filter graph, a script of titles or an option.
  static let odd = [
    "it's 100% \\a\\b, [in];drawtext=text=x", "a'b:c,d[out];e=f", "%{pts}%n\\N{\\an8}\\pos(0,0)",
    "$(touch owned)`touch owned`;|&",
    "--help -i file.mp4", "../../../../tmp/owned", "“你好” 😀: [0:v]scale=2:2[x]",
  ]

  @Test(
    "no name and no text of a user is a path, an option, a command or a filter: the film is made, and they are in it as they were"
  )
  func oddTexts() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("t2v-odd-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let clip = folder.appendingPathComponent("clip.mp4"), logo = folder.appendingPathComponent("logo.png")
    for (source, file) in [("testsrc2=s=128x128:r=10:d=1", clip), ("color=white:s=32x32:d=1", logo)] {
      let frames = file == logo ? ["-frames:v", "1"] : []
      let made = try await Tool.run(
        ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source] + frames + [file.path])
      #expect(made.status == 0, "\(made.output)")
    }
    try await StudioHouse.visit(rendering: FFmpegRendering()) { house in
      for (number, text) in Self.odd.enumerated() {
        let session = try await house.session()
        let name = text.replacingOccurrences(of: "\"", with: "")
        let reply = try await house.upload(
          [("\(name).mp4", try Data(contentsOf: clip)), ("\(name).png", try Data(contentsOf: logo))],
          session: session)
        #expect(reply.status == 200, "\(reply.text)")
        var film = try FilmCoding.decode(Data(try await house.draft(session).utf8))
        film.tracks[0].segments[1].overlay = OverlayPlan(place: .topLeft, size: 0.2)
        film.tracks.insert(Film.Track(kind: .video, segments: [film.tracks[0].segments.removeLast()]), at: 1)
        film.tracks[1].segments[0].startMS = 0
        var line = TitlePlan(text: text, place: .bottom, durationMS: 1000)
        line.subtitle = true
        let title = TitlePlan(text: text, place: .centre, durationMS: 1000)
        film.tracks.append(
          Film.Track(
            kind: .text,
            segments: [title, line].map {
              Film.Segment(startMS: 0, durationMS: 1000, metadata: Film.Metadata(text: text), title: $0)
            }))
        let draft = String(decoding: try FilmCoding.encode(film), as: UTF8.self)
        _ = try await house.submit("render_\(number)", session: session, draft: draft)
        await house.server.finishRenders()
        let movie = try await house.call("GET", "/api/render/proxy/render_\(number)/download")
        #expect(movie.status == 200, "\(text)")
        let file = folder.appendingPathComponent("film-\(number).mp4")
        try movie.body.write(to: file)
        let counted = try await Tool.run([
          "ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries",
          "stream=width,height,nb_read_frames", "-of", "csv=p=0", file.path,
        ])
        #expect(counted.output.hasPrefix("128,128,"), "\(text): \(counted.output)")

        // By chat it is a title, letter for letter, and nothing else.
        let said = try await house.say(
          "add the title “\(name.filter { !"“”".contains($0) })”", session: session)
        #expect(said.status == 200)
        #expect(
          !FileManager.default.fileExists(atPath: "owned")
            && !FileManager.default.fileExists(atPath: "/tmp/owned"))
      }
      // Uploads and renders lie under names of the studio's own.
      let files =
        FileManager.default.enumerator(atPath: house.folder.root.path)?.compactMap { $0 as? String } ?? []
      #expect(files.count > 6)
      for path in files {
        #expect(
          path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
            && !path.contains("owned"), "\(path)")
      }
    }
  }

  @Test("FFmpeg reads uploads from files and pipes alone: a list of other places is no upload")
  func otherPlaces() async throws {
    let server = try OpenDoor()
    try await StudioHouse.visit(rendering: FFmpegRendering()) { house in
      let session = try await house.session()
      let places = [
        "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:\(server.port)/a.ts\n",
        "ffconcat version 1.0\nfile http://127.0.0.1:\(server.port)/a.mp4\n",
        "<?xml version=\"1.0\"?><MPD><BaseURL>http://127.0.0.1:\(server.port)/</BaseURL></MPD>",
      ]
      for text in places {
        let reply = try await house.upload([("list.mp4", Data(text.utf8))], session: session)
        #expect(reply.code == 4001, "\(reply.text)")
      }
    }
    #expect(!server.wasAsked)
  }
}

/// A port that notes whether anybody came.
private final class OpenDoor: Sendable {
  private let reserved: ReservedPort
  private let file: Int32

  var port: UInt16 { reserved.number }

  init() throws {
    reserved = try ReservedPort()
    file = try reserved.listen(backlog: 8)
    guard fcntl(file, F_SETFL, O_NONBLOCK) == 0 else { throw POSIXError(.EIO) }
  }

  deinit { close(file) }

  /// Whether a connection waits.
  var wasAsked: Bool {
    let guest = accept(file, nil, nil)
    if guest >= 0 { close(guest) }
    return guest >= 0
  }
}
