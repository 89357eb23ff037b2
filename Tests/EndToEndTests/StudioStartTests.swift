import Foundation
import Testing

/// What happens when a studio is neither there nor gone.
@Suite("Starting the studio", .serialized)
struct StudioStartTests {
  @Test("a studio that another t2v was starting when it was killed is waited for, not an error")
  func slowStart() async throws {
    let sandbox = try Sandbox()
    let studio = try Spawned(
      Sandbox.studio, ["serve", "--data", sandbox.studioData], name: "studio", in: sandbox, environment: [:])
    defer {
      kill(studio.identifier, SIGKILL)
      waitpid(studio.identifier, nil, 0)
    }
    // It has the folder from here on, and stands still before or behind the moment at which it says so.
    while !FileManager.default.fileExists(atPath: sandbox.studioData + "/lock") { usleep(200) }
    kill(studio.identifier, SIGSTOP)
    Thread.detachNewThread {
      usleep(1_500_000)
      kill(studio.identifier, SIGCONT)
    }
    let run = try await Run.client(["credits", "--studio", "local", "--json"], in: sandbox)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.events("credits").count == 1)
  }
}
