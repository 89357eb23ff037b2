import Foundation
import GatewayTesting
import Generation
import Testing
import VideosTesting

/// What PyPI's `openai` says of the test server and of the answers that the other tests expect, so that the wire is not
/// only our own reading of it. `make test-openai` installs the package into `.build` and runs these.
@Suite(
  "PyPI's openai",
  .enabled(
    if: Python.hasOpenAI,
    "skipped: no python3 with the package openai; “make test-openai” installs one and runs this"))
struct OpenAIClientTests {
  @Test("its client drives the test server through every call, and its models read every answer strictly")
  func drive() async throws {
    try await withTemporaryFolder { folder in
      let server = try VideosServer(.published, key: "sk-test")
      defer { server.stop() }
      let picture = folder + "/picture.png"
      try write(Array("\u{89}PNG".utf8), to: picture)
      let (status, output) = try await Python.run(["drive.py", server.base, "sk-test", picture])
      #expect(status == 0, "\(output)")
      #expect(output.contains("ok: a job is deleted"))
      #expect(server.jobs.count == 1 && server.deleted.count == 1)
    }
  }

  @Test("its models and ours read the same of the same answers")
  func read() async throws {
    let answers = [
      #"{"id":"video_1","object":"video","model":"sora-2","status":"queued","progress":0,"created_at":1,"seconds":"4","size":"720x1280"}"#,
      #"{"id":"video_2","object":"video","model":"wan","status":"in_progress","progress":35,"created_at":1,"seconds":"5","size":"1280x720","prompt":"x"}"#,
      #"{"id":"video_3","object":"video","model":"sora-2-pro","status":"completed","progress":100,"created_at":1,"completed_at":9,"expires_at":99,"seconds":"12","size":"1792x1024","error":null}"#,
      #"{"id":"video_4","object":"video","model":"sora-2","status":"failed","progress":0,"created_at":1,"seconds":"4","size":"720x1280","error":{"code":"moderation_blocked","message":"No."}}"#,
    ]
    let (status, output) = try await Python.run(["read.py"], input: answers.joined(separator: "\n") + "\n")
    #expect(status == 0, "\(output)")
    let theirs = output.split(separator: "\n").map(String.init)
    #expect(theirs.count == answers.count)
    for (answer, line) in zip(answers, theirs) {
      let job = try JSONDecoder().decode(VideoJob.self, from: Data(answer.utf8))
      let word =
        switch job.status {
        case .queued: "queued"
        case .inProgress: "in_progress"
        case .completed: "completed"
        case .failed: "failed"
        }
      let error = job.error.map { "\"\($0.code)\"" } ?? "null"
      #expect(line == "[\"\(job.id)\", \"\(word)\", \(job.progress), \(error)]")
    }
  }
}
