import Foundation
import GatewayTesting
import TerminalTesting

/// One round of the fault campaign against a service with a memory: the client meets its faults, is started again in a
/// sound world, and then everything that was promised is looked at.
struct TortureRound: Sendable {
  let plan: TorturePlan
  let sandbox: Sandbox
  private let service: TortureService
  private let proxy: FaultProxy
  private let disk: SmallDisk?

  /// How long a client may take. Nothing in a round waits longer than a quarter of it.
  static let patience = Duration.seconds(120)

  /// Prepares a round.
  init(_ plan: TorturePlan) throws {
    self.plan = plan
    sandbox = try Sandbox()
    service = try TortureService(plan.temper)
    proxy = try FaultProxy(upstream: service.port, faults: plan.faults, seed: plan.seed)
    disk = try SmallDisk(for: plan.machine, in: sandbox)
  }

  /// Runs the round.
  ///
  /// - Returns: What was not as promised.
  func run() async throws -> [String] {
    defer {
      proxy.stop()
      service.stop()
      disk?.remove()
      for process in ProcessTable.processes(of: sandbox.folder) { kill(process.id, SIGKILL) }
    }
    var problems = plan.stage == .terminal ? try await converseAtTerminal() : try await converseInPipe()
    problems += await orphans("after the first client")
    proxy.heal()
    disk?.grow()
    problems += try await startAgain()
    problems += await orphans("after the second client")
    return problems + Inspection(plan: plan, sandbox: sandbox, service: service, proxy: proxy).problems
  }

  /// Holds the conversation alone.
  ///
  /// - Returns: How many bytes went each way.
  func record() async throws -> (answered: Int, asked: Int) {
    defer {
      proxy.stop()
      service.stop()
    }
    _ = try await converseInPipe()
    return proxy.traffic
  }

  // MARK: The client

  private func environment(isSound: Bool) -> [String: String] {
    var variables = [
      "NEMO_API_URL": proxy.url, "T2V_POLL": "0.03", "T2V_RATE_WAIT": "0.05", "T2V_HEARTBEAT": "0.2",
      "T2V_STREAM_LIMIT": "4", "T2V_SILENCE_LIMIT": "3", "T2V_RECOVERY": "0.05,0.1,0.2",
      "T2V_RENDER_STALL": "10",
    ]
    if plan.hasOwnToken { variables["NEMO_TOKEN"] = TortureService.token }
    guard !isSound else { return variables }
    switch plan.machine {
    case .noName: variables["NEMO_API_URL"] = "https://" + String(repeating: "a", count: 64) + ".invalid"
    case .noTLS: variables["NEMO_API_URL"] = "https://127.0.0.1:\(proxy.port)"
    case .clock(let seconds, let after):
      variables.merge(ShiftedClock.environment(seconds: seconds, after: after)) { $1 }
    default: break
    }
    return variables
  }

  private func converseInPipe() async throws -> [String] {
    let client = try Spawned(
      Sandbox.client, ["--json", "-v"], name: "first", in: sandbox, environment: environment(isSound: false))
    async let fate: Void = meetFate(client.identifier)
    for (line, pause) in zip(plan.lines, plan.pauses) {
      try await Task.sleep(for: .milliseconds(pause))
      client.type(line + "\n")
    }
    client.endInput()
    let status = try await client.end(within: Self.patience)
    try await fate
    guard let status else {
      return ["the client did not end: \(client.output.suffix(600)) \(client.errors.suffix(300))"]
    }
    return crash(ExitCode.signal(in: status), client.errors)
  }

  private func converseAtTerminal() async throws -> [String] {
    let terminal = try PseudoTerminal(
      Sandbox.client, ["-v"], environment: sandbox.environment(environment(isSound: false)), columns: 80,
      rows: 30,
      directory: sandbox.work)
    async let fate: Void = meetFate(terminal.identifier)
    for (line, pause) in zip(plan.lines, plan.pauses) {
      // Faster than this nobody types: it would be a paste.
      try await Task.sleep(for: .milliseconds(pause + 60))
      try? await terminal.type(line + "\r")
    }
    // What waits in the queue goes out, or is held.
    let process = terminal.identifier
    _ = try? await terminal.wait("the last film", within: .seconds(4)) { screen in
      Self.hasEnded(process) || screen.text.contains("Saved ./second.mp4")
        || screen.text.contains("Saved second.mp4")
    }
    try await fate
    // A Ctrl-C at the terminal of a program that has just died makes the kernel throw away its last words.
    var status = try? await terminal.waitForExit(within: .milliseconds(300))
    for _ in 0..<4 where status == nil {
      // Ctrl-C ends what still runs; Ctrl-D leaves.
      try? await terminal.type("\u{3}")
      try? await terminal.type("\u{4}")
      status = try? await terminal.waitForExit(within: .seconds(15))
    }
    let text = await terminal.screen.text.suffix(800)
    guard let status else { return ["the client did not leave the terminal: \(text)"] }
    var problems: [String] = []
    if case .signalled(let signal) = status { problems += crash(signal, String(text)) }
    // Nobody can give back a terminal after SIGKILL; the shell does then.
    if status != .signalled(SIGKILL) {
      let modes = await terminal.modes
      if !modes.isCanonical || !modes.echoes || !modes.makesSignals {
        problems.append("the terminal is left as \(modes)")
      }
      let left = await terminal.screen.modes.intersection([1049, 2004, 1004, 1000, 1006])
      if !left.isEmpty {
        let end = String(decoding: await terminal.output.suffix(300), as: UTF8.self)
        problems.append("modes are left on: \(left.sorted()) after \(status); last \(end.debugDescription)")
      }
    }
    return problems
  }

  /// Whether a child has ended, without taking its status from whoever waits for it.
  private static func hasEnded(_ process: pid_t) -> Bool {
    var facts = siginfo_t()
    return waitid(P_PID, id_t(process), &facts, WEXITED | WNOHANG | WNOWAIT) == 0 && facts.si_signo == SIGCHLD
  }

  private func meetFate(_ process: pid_t) async throws {
    switch plan.fate {
    case .lives: break
    case .signal(let number, let after):
      try await Task.sleep(for: .milliseconds(after))
      kill(process, number)
    case .stopped(let after, let milliseconds):
      try await Task.sleep(for: .milliseconds(after))
      kill(process, SIGSTOP)
      try await Task.sleep(for: .milliseconds(milliseconds))
      kill(process, SIGCONT)
    }
  }

  /// A client may end by the signal that it was sent, and by no other.
  private func crash(_ signal: Int32?, _ errors: String) -> [String] {
    guard let signal, signal != 0 else { return [] }
    if case .signal(signal, _) = plan.fate { return [] }
    return ["the client died of signal \(signal): \(errors.suffix(500))"]
  }

  private func startAgain() async throws -> [String] {
    let client = try Spawned(
      Sandbox.client, ["--json", "-v"], name: "second", in: sandbox, environment: environment(isSound: true))
    client.endInput()
    guard let status = try await client.end(within: Self.patience) else {
      return ["the second client did not end: \(client.output)"]
    }
    guard status == 0 else {
      return ["the second client ended with \(status): \(client.output) \(client.errors)"]
    }
    return []
  }

  private func orphans(_ moment: String) async -> [String] {
    // What was told to end may take a moment to be gone.
    for _ in 0..<200 {
      if ProcessTable.processes(of: sandbox.folder).isEmpty { return [] }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return ["\(moment) there are still \(ProcessTable.processes(of: sandbox.folder))"]
  }
}
