import CurlHTTP
import Foundation
import Testing

@Suite("A studio that is killed", .serialized, .timeLimit(.minutes(10)))
struct KillTests {
  @Test("kill -9 at any moment of a render: the next start makes it, whole, and what was finished is kept")
  func moments() async throws {
    let sandbox = try Sandbox()
    var studio = try StudioProcess(in: sandbox)
    let session = try await studio.session(saying: "a sunset over ocean waves, 6 seconds")
    try await studio.render("kept", of: session, resolution: "180p")
    #expect(try await studio.wait(for: "kept", reaching: 1).status == "completed")
    let kept = try await studio.call(.get, "/api/render/proxy/kept/download").body
    #expect(kept.count > 1000)

    for (number, fraction) in [0, 0.01, 0.2, 0.5, 0.8].enumerated() {
      let id = "render-\(number)"
      try await studio.render(id, of: session)
      let reached = try await studio.wait(for: id, reaching: fraction)
      studio.killNow()
      #expect(reached.status != "failed")

      studio = try StudioProcess(in: sandbox)
      #expect(try await studio.wait(for: id, reaching: 1).status == "completed")
      let film = try await studio.call(.get, "/api/render/proxy/\(id)/download")
      #expect(film.status == 200)
      let file = sandbox.file("\(id).mp4")
      try Data(film.body).write(to: URL(fileURLWithPath: file))
      let (video, audio, format) = try await Media(path: file).probe()
      #expect(video?["nb_frames"] as? String == "180")
      #expect(audio != nil)
      #expect(abs((Double(format["duration"] as? String ?? "") ?? 0) - 6) < 0.1)
      try await Media(path: file).decode()
      #expect(try await studio.call(.get, "/api/render/proxy/kept/download").body == kept)
    }
    studio.killNow()
    // Nothing half made is left by the last start but one, neither beside the films nor in the temporary folder.
    studio = try StudioProcess(in: sandbox)
    let files = FileManager.default
    #expect(try files.contentsOfDirectory(atPath: sandbox.studioData + "/unfinished") == [])
    #expect(try files.contentsOfDirectory(atPath: sandbox.studioData + "/outputs").count == 6)
    #expect(sandbox.files.filter { $0.hasPrefix("t2v-scratch-") } == [])
    studio.killNow()
  }
}
