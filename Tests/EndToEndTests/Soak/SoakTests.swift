import Foundation
import TerminalTesting
import Testing

/// A long session takes no more than a short one. `make soak` runs the long form: 2,000 turns, and a stream of 1 GB.
@Suite("Soak", .serialized)
struct SoakTests {
  private static let isLong = ProcessInfo.processInfo.environment["SOAK"] == "long"
  private static let turns = isLong ? 2000 : 250
  private static let streamLength = isLong ? 1 << 30 : 48 << 20
  /// How much memory may grow after the first 50 turns, or the first 16 MB of a stream.
  private static let growth = 20 << 20

  private static func environment(_ service: SoakService) -> [String: String] {
    ["NEMO_API_URL": service.url, "NEMO_TOKEN": "nmv_usr_soak_token_1", "T2V_STREAM_LIMIT": "6000"]
  }

  @Test("a session of many turns in a pipe keeps memory and descriptors flat")
  func turnsInPipe() async throws {
    let sandbox = try Sandbox()
    let service = try SoakService()
    defer { service.stop() }
    let client = try Spawned(
      Sandbox.client, ["--json"], name: "soak", in: sandbox, environment: Self.environment(service))
    service.watch(client.identifier)
    let lines = (1...Self.turns).map { "wave number \($0)\n" }.joined()
    Thread.detachNewThread {
      client.type(lines)
      client.endInput()
    }
    let status = try await client.end(within: .seconds(600))
    #expect(status == 0)
    #expect(service.turnCount == Self.turns)
    let early = try #require(service.use(atTurn: 50))
    let late = try #require(service.use(atTurn: Self.turns))
    expectFlat(early, late, "\(Self.turns) turns in a pipe")
  }

  @Test("a session of many turns at a terminal keeps memory and descriptors flat")
  func turnsAtTerminal() async throws {
    let sandbox = try Sandbox()
    let service = try SoakService()
    defer { service.stop() }
    let terminal = try PseudoTerminal(
      Sandbox.client, [], environment: sandbox.environment(Self.environment(service)), columns: 80, rows: 24,
      directory: sandbox.work)
    try await terminal.wait("the greeting", within: .seconds(60)) { $0.text.contains("then export") }
    var early: ProcessUse?
    for turn in 1...Self.turns {
      // The row of the input wraps nothing and shows the end of the turn by the clip's name.
      try await terminal.type("wave number \(turn)\r")
      try await terminal.wait("turn \(turn)", within: .seconds(60)) { screen in
        screen.lines.contains { $0.contains("clip \(turn) (0-2s)") }
      }
      if turn == 50 { early = ProcessUse(of: terminal.identifier) }
      await terminal.forgetOutput()
    }
    let late = ProcessUse(of: terminal.identifier)
    try await terminal.type("/quit\r")
    #expect(try await terminal.waitForExit() == .exited(0))
    expectFlat(try #require(early), try #require(late), "\(Self.turns) turns at a terminal")
  }

  @Test("one stream that goes on and on keeps memory and descriptors flat")
  func stream() async throws {
    let sandbox = try Sandbox()
    let service = try SoakService(length: Self.streamLength)
    defer { service.stop() }
    // What is told goes nowhere: a file of it would be as long as the stream.
    let client = try Spawned(
      "/bin/sh", ["-c", "exec \"$0\" --json > /dev/null", Sandbox.client], name: "soak", in: sandbox,
      environment: Self.environment(service))
    client.type("waves without an end\n")
    client.endInput()
    let start = ContinuousClock.now
    var uses: [ProcessUse] = []
    var status: Int32 = 0
    while waitpid(client.identifier, &status, WNOHANG) == 0 {
      if let use = ProcessUse(of: client.identifier) { uses.append(use) }
      try await Task.sleep(for: .milliseconds(100))
      guard ContinuousClock.now - start < .seconds(3600) else { break }
    }
    #expect(status == 0)
    // What it takes after a twentieth of the time is what it takes.
    let early = uses[(uses.count / 20)...].prefix(10).map(\.memory).max() ?? 0
    let most = uses.map(\.memory).max() ?? 0
    let descriptors = uses.map(\.descriptors).max() ?? 0
    print(
      "soak: a stream of \(Self.streamLength >> 20) MB, \(early >> 10) KiB early, \(most >> 10) KiB at most, \(descriptors) descriptors, \(ContinuousClock.now - start)"
    )
    #expect(most - early < Self.growth)
    #expect(descriptors <= (uses.first?.descriptors ?? 0) + 12)
  }

  private func expectFlat(_ early: ProcessUse, _ late: ProcessUse, _ what: String) {
    print("soak: \(what): \(early) after 50, \(late) at the end")
    #expect(late.memory - early.memory < Self.growth)
    #expect(late.descriptors <= early.descriptors + 4)
  }
}
