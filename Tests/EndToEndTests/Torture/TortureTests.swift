import Foundation
import GatewayTesting
import Testing

/// The fault campaign: no message is sent twice, no finished render is lost, no token leaves, the terminal is given back.
///
/// `make torture ROUNDS=5000` runs a long one; `SEED=… ROUND=…` repeats one round of it alone.
@Suite("Torture", .serialized)
struct TortureTests {
  private static let variables = ProcessInfo.processInfo.environment

  @Test("whatever breaks, no message is sent twice and no film is lost")
  func campaign() async throws {
    let seed = Self.variables["SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999_999)
    let count = Self.variables["ROUNDS"].flatMap { Int($0) } ?? 200
    let only = Self.variables["ROUND"].flatMap { Int($0) }
    let rounds = only.map { [$0] } ?? Array(0..<count)
    print("torture: SEED=\(seed), \(rounds.count) rounds")
    // Most of a round is waiting.
    let workers = min(rounds.count, 3 * ProcessInfo.processInfo.activeProcessorCount)
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<workers {
        group.addTask {
          for place in stride(from: worker, to: rounds.count, by: workers) {
            await Self.play(rounds[place], seed: seed)
          }
        }
      }
    }
  }

  private static func play(_ round: Int, seed: UInt64) async {
    let plan = TorturePlan(round: round, seed: seed)
    let start = ContinuousClock.now
    do {
      let problems =
        plan.stage == .studio ? try await StudioRound(plan).run() : try await TortureRound(plan).run()
      guard !problems.isEmpty else { return note(round, plan, start) }
      Issue.record("make torture SEED=\(seed) ROUND=\(round): \(problems.joined(separator: "; ")) [\(plan)]")
    } catch {
      Issue.record("make torture SEED=\(seed) ROUND=\(round): \(error) [\(plan)]")
    }
  }

  private static func note(_ round: Int, _ plan: TorturePlan, _ start: ContinuousClock.Instant) {
    guard variables["VERBOSE"]?.isEmpty == false else { return }
    print("round \(round): \(ContinuousClock.now - start), \(plan)")
  }
}
