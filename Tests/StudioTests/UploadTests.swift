import Directing
import Foundation
import MediaFormats
import Rendering
import Studio
import Testing

@Suite("Uploads")
struct UploadTests {
  @Test("uploads to an empty timeline are placed there in order, and the canvas follows the first")
  func placing() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let reply = try await house.upload(
        [("one.mp4", Samples.mp4), ("photo.PNG", Samples.png), ("song.mp3", Samples.mp3)], session: session)
      #expect(reply.status == 200)
      #expect(reply.data["session_state_applied"] as? Bool == true)
      let files = try #require(reply.data["files"] as? [[String: Any]])
      #expect(files.compactMap { $0["file_type"] as? String } == ["video", "image", "audio"])
      #expect(files.first?["duration"] as? Double == 4)
      let film = try JSONDecoder().decode(Film.self, from: Data(try await house.draft(session).utf8))
      #expect(film.canvas == Canvas(width: 640, height: 360, framesPerSecond: 25))
      #expect(film.tracks.map(\.kind) == [.video, .audio])
      #expect(film.tracks.first?.segments.map(\.durationMS) == [4000, 5000])
      let hash = try #require(film.tracks.first?.segments.first?.media)
      #expect(hash == SHA256.hexadecimal(Samples.mp4))
      let stored = house.folder.media(of: "owner").appendingPathComponent(hash)
      #expect(try Data(contentsOf: stored) == Samples.mp4)
    }
  }

  @Test("an upload to a film waits in the media list and leaves the draft alone")
  func waiting() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      let draft = try await house.draft(session)
      let reply = try await house.upload([("one.mp4", Samples.mp4)], session: session)
      #expect(reply.data["session_state_applied"] as? Bool == false)
      #expect(try await house.draft(session) == draft)
      let state = try await house.call("GET", "/api/state/nemo_agent/me/\(session)/latest")
      let list = (state.data["state"] as? [String: Any])?["video_infos"] as? [[String: Any]]
      #expect(list?.first?["filename"] as? String == "one.mp4")
    }
  }

  @Test(
    "starting over gives uploads back as they came, once, and undo the edits; only what says so empties the timeline"
  )
  func startingOver() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.upload([("one.mp4", Samples.mp4), ("photo.png", Samples.png)], session: session)
      let uploaded = try await house.draft(session)
      _ = try await house.say("black and white, and delete the photo", session: session)
      let edited = try await house.draft(session)
      #expect(edited != uploaded)
      #expect(try await house.say("start over", session: session).said.contains("as you uploaded it;"))
      #expect(try await house.draft(session) == uploaded)
      #expect(try await house.say("从头再来", session: session).said.contains("本来就是上传时的样子"))
      _ = try await house.say("undo", session: session)
      #expect(try await house.draft(session) == edited)
      _ = try await house.say("back to the original", session: session)
      #expect(try await house.draft(session) == uploaded)
      #expect(try await house.say("clear the timeline", session: session).said.contains("empty again"))
      #expect(try await house.draft(session).contains("\"t\":[]"))
      #expect(try await house.say("start over", session: session).said.contains("empty already"))
    }
  }

  @Test("what is no media by its content is 4001, whatever its name, and nothing of the form is kept")
  func wrongType() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let reply = try await house.upload(
        [("one.mp4", Samples.mp4), ("fake.mp4", Data("#!/bin/sh\n".utf8))], session: session)
      #expect(reply.status == 415)
      #expect(reply.code == 4001)
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.unfinished.path).isEmpty)
      #expect(try await house.draft(session).contains("\"t\":[]"))
    }
  }

  @Test(
    "a file that begins as media and can't be read is told as broken or too large, not as of a wrong type")
  func unreadable() async throws {
    // A picture of 60000 × 60000, and a film that ends behind its first box.
    let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let size: [UInt8] = [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 1, 0, 0, 0, 0]
    let picture = Data(header + Array("IHDR".utf8) + size + [0x2C, 0x4C, 0x1A, 0x0B])
    try await StudioHouse.visit(rendering: FFmpegRendering()) { house in
      let session = try await house.session()
      for (name, bytes) in [("huge.png", picture), ("cut.mp4", Samples.mp4.prefix(24))] {
        let reply = try await house.upload([(name, bytes)], session: session)
        #expect(reply.status == 415 && reply.code == 4001)
        #expect(reply.text.contains("\(name) begins like a file of the format"), "\(reply.text)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.unfinished.path).isEmpty)
    }
  }

  @Test("a file over 200 MB is 4002, told after the client has sent it")
  func tooLarge() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let big = Samples.mp4 + Data(count: 200 * 1_048_576)
      let reply = try await house.upload([("big.mp4", big)], session: session)
      #expect(reply.status == 413)
      #expect(reply.code == 4002)
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.unfinished.path).isEmpty)
    }
  }

  @Test("an upload that comes slowly is answered with its code when it is there, and the head in time")
  func slow() async throws {
    try await StudioHouse.visit({ $0.patience = .milliseconds(1) }) { house in
      let session = try await house.session()
      for (name, content, code) in [("a.mp4", Samples.mp4, 0), ("b.mp4", Data("text".utf8), 4001)] {
        let form = Data(
          "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\n".utf8)
        let body = form + content + Data(count: 300_000) + Data("\r\n--XX--\r\n".utf8)
        let whole = house.request(
          "POST", "/api/upload-video/nemo_agent/me/\(session)",
          headers: ["Content-Type": "multipart/form-data; boundary=XX"], body: body)
        let socket = try OpenSocket(port: house.port)
        try await socket.send(whole.prefix(whole.count - 100_000))
        var answer = await socket.read(until: "\r\n\r\n")
        #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 200"))
        try await socket.send(whole.suffix(100_000))
        answer += await socket.read(until: "0\r\n\r\n")
        #expect(Reply(answer)?.code == code)
      }
      let next = try await house.call("GET", "/api/credits/balance/simple")
      #expect(next.status == 200)
    }
  }

  @Test("a form that ends too early, or holds no file, is 400")
  func brokenForms() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      for body in [
        "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nabc", "--XX--\r\n",
      ] {
        let reply = try await house.call(
          "POST", "/api/upload-video/nemo_agent/me/\(session)",
          headers: ["Content-Type": "multipart/form-data; boundary=XX"], body: Data(body.utf8))
        #expect(reply.status == 400)
      }
    }
  }

  @Test(
    "loopback and private hosts are known in every spelling",
    arguments: [
      "localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "10.1.2.3", "192.168.0.1", "172.31.0.1",
      "169.254.169.254", "0.0.0.0", "[::1]", "::ffff:127.0.0.1", "fe80::1", "fd00::1", "printer.local", "",
    ])
  func privateHosts(host: String) { #expect(PrivateAddress.isPrivate(host)) }

  @Test("public hosts are not", arguments: ["example.com", "8.8.8.8", "172.32.0.1", "2606:4700::1111"])
  func publicHosts(host: String) { #expect(!PrivateAddress.isPrivate(host)) }

  @Test(
    "a file's format is known by its first bytes",
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE0], "jpg"), (Array("GIF89a".utf8), "gif"), (Array("RIFF....WEBP".utf8), "webp"),
      (Array("RIFF....WAVE".utf8), "wav"), (Array("RIFF....AVI ".utf8), "avi"),
      (Array("....ftypqt  ".utf8), "mov"),
      (Array("....ftypM4A ".utf8), "m4a"), (Array("....ftypisom".utf8), "mp4"), (Array("ID3".utf8), "mp3"),
      ([0xFF, 0xFB, 0x90], "mp3"), ([0xFF, 0xF1, 0x50], "aac"),
      ([0x1A, 0x45, 0xDF, 0xA3] + Array("....webm".utf8), "webm"),
      ([0x1A, 0x45, 0xDF, 0xA3] + Array("....matroska".utf8), "mkv"), (Array("....moov".utf8), "mov"),
    ] as [([UInt8], String)])
  func signatures(bytes: [UInt8], format: String) {
    #expect(MediaSignature.format(of: bytes)?.rawValue == format)
  }

  @Test(
    "text, programs and nothing are no media", arguments: ["", "hello", "%PDF-1.7", "#!/bin/sh", "<html>"])
  func noSignature(text: String) { #expect(MediaSignature.format(of: text.utf8) == nil) }
}
