import Foundation

/// One round of the fault campaign against the real studio: a client, a studio or an FFmpeg is killed at some moment.
struct StudioRound: Sendable {
  private let plan: TorturePlan
  private let sandbox: Sandbox

  /// Prepares a round.
  init(_ plan: TorturePlan) throws {
    self.plan = plan
    sandbox = try Sandbox()
  }

  /// Runs the round.
  ///
  /// - Returns: What was not as promised.
  func run() async throws -> [String] {
    defer { for process in ProcessTable.processes(of: sandbox.folder) { kill(process.id, SIGKILL) } }
    if plan.isEdit {
      try await Data(Media.film()).write(to: URL(fileURLWithPath: sandbox.file("clip.mp4")))
    }
    let client = try Spawned(
      Sandbox.client, ["--studio", "local", "--json"], name: "first", in: sandbox, environment: environment)
    async let kills: Void = killVictim()
    client.type(plan.lines.joined(separator: "\n") + "\n")
    client.endInput()
    guard let status = try await client.end(within: TortureRound.patience) else {
      return ["the client did not end: \(client.output.suffix(600))"]
    }
    try await kills
    var problems: [String] = []
    let signal = ExitCode.signal(in: status)
    if signal != 0, plan.studioVictim?.name != "t2v" {
      problems.append("the client died of signal \(signal)")
    }
    problems += try await startAgain(made: client.output)
    return problems + inspect() + (try await inspectEnd())
  }

  private var environment: [String: String] {
    [
      "T2V_POLL": "0.1", "T2V_RECOVERY": "0.2,0.3,0.5", "T2V_RENDER_STALL": "20", "T2V_STREAM_LIMIT": "20",
      "T2V_SILENCE_LIMIT": "10",
    ]
  }

  private func killVictim() async throws {
    guard let victim = plan.studioVictim else { return }
    try await Task.sleep(for: .milliseconds(victim.after))
    // An FFmpeg may not be there yet; its moment comes or does not.
    for _ in 0..<100 {
      let found = ProcessTable.processes(of: sandbox.folder).filter { $0.name == victim.name }
      for process in found { kill(process.id, SIGKILL) }
      if !found.isEmpty { return }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// The next start finishes what was asked for. If the first got no further than the message, it is exported now.
  private func startAgain(made output: String) async throws -> [String] {
    let next = try await Run.client(["--studio", "local", "--json"], in: sandbox, environment: environment)
    guard next.status == 0 else {
      return ["the next start ended with \(next.status): \(next.output) \(next.errors)"]
    }
    let isDone = sandbox.files.contains { $0 != "clip.mp4" }
    if !isDone, output.contains("\"exported\"") || !next.events("exported").isEmpty {
      return ["a film was told that is not there: \(output.suffix(400)) then \(next.output)"]
    }
    let isDropped = next.output.contains("is dropped") || output.contains("render-failed")
    if !isDone, !isDropped, output.contains("Rendering mp4"), !output.contains("\"error\"") {
      return ["a render was asked for and has become nothing: \(output.suffix(400)) then \(next.output)"]
    }
    return []
  }

  private func inspect() -> [String] {
    var problems: [String] = []
    for name in sandbox.files {
      guard name.hasSuffix(".mp4"), !name.hasPrefix(".") else {
        problems.append("\(name) is left")
        continue
      }
      if !Self.isWholeMP4(FileManager.default.contents(atPath: sandbox.file(name)) ?? Data()) {
        problems.append("\(name) is no whole film")
      }
    }
    let renders = FileManager.default.enumerator(atPath: sandbox.folder + "/state/t2v/renders")?.compactMap {
      $0 as? String
    }
    for name in renders ?? [] where name.contains("/") && !name.contains("/.") {
      problems.append("an unfinished render is left: \(name)")
    }
    return problems
  }

  /// One message costs once; when the studio ends, nothing of it is left.
  private func inspectEnd() async throws -> [String] {
    var problems: [String] = []
    let credits = try await Run.client(
      ["credits", "--studio", "local", "--json"], in: sandbox, environment: environment)
    if let available = credits.events("credits").first?["available"] as? Int, available < 100_000 - 100 {
      problems.append("one message has cost \(100_000 - available) credits")
    }
    guard let studio = sandbox.studioProcess else { return problems + ["no studio runs"] }
    kill(studio, SIGTERM)
    for _ in 0..<500 {
      if ProcessTable.processes(of: sandbox.folder).isEmpty { return problems }
      try await Task.sleep(for: .milliseconds(10))
    }
    return problems + ["still running: \(ProcessTable.processes(of: sandbox.folder))"]
  }

  /// Whether the boxes of a file end where the file ends, and hold both the index and the pictures.
  static func isWholeMP4(_ data: Data) -> Bool {
    let bytes = [UInt8](data)
    var kinds: Set<String> = []
    var offset = 0
    while offset + 8 <= bytes.count {
      let size = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      kinds.insert(String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self))
      guard size >= 8 else { return false }
      offset += size
    }
    return offset == bytes.count && kinds.isSuperset(of: ["moov", "mdat"])
  }
}
