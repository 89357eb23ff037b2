import Foundation
import GatewayTesting
import Testing

/// The fault campaign: no message is sent twice, no finished render is lost, no token leaves, the terminal is given back.
///
/// `make torture ROUNDS=5000` runs a long one; `SEED=… ROUND=…` repeats one round of it alone, `BYTE=…` one byte.
@Suite("Torture", .serialized)
struct TortureTests {
  private static let variables = ProcessInfo.processInfo.environment

  @Test("whatever breaks, no message is sent twice and no film is lost")
  func campaign() async throws {
    let seed = Self.variables["SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999_999)
    let count = Self.variables["ROUNDS"].flatMap { Int($0) } ?? 200
    guard Self.variables["BYTE"]?.isEmpty != false else { return }
    let only = Self.variables["ROUND"].flatMap { Int($0) }
    let rounds = only.map { [$0] } ?? Array(0..<count)
    print("torture: SEED=\(seed), \(rounds.count) rounds")
    await Self.each(rounds) { await Self.play($0, seed: seed) }
  }

  @Test("a connection that closes at any byte of a conversation costs no message and no film")
  func everyByte() async throws {
    guard Self.variables["ROUND"]?.isEmpty != false else { return }
    let traffic = try await TortureRound(TorturePlan(shortWith: [], round: 0)).record()
    try #require(traffic.answered > 1000 && traffic.asked > 1000)
    let all =
      (0..<traffic.answered).map { Fault.Place.answer(offset: $0) }
      + (0..<traffic.asked).map { Fault.Place.request(offset: $0) }
    // All of them by hand; a different part in every run of “make test”.
    let rounds = Self.variables["ROUNDS"].flatMap { Int($0) } ?? 120
    let count = rounds >= 5000 ? all.count : min(rounds, all.count)
    let first = Self.variables["BYTE"].flatMap { Int($0) } ?? Int.random(in: 0..<all.count)
    let isOne = Self.variables["BYTE"]?.isEmpty == false
    let bytes = isOne ? [first] : (0..<count).map { (first + $0 * all.count / count) % all.count }
    print(
      "torture: a conversation of \(all.count) bytes is closed at \(bytes.count) of them, from BYTE=\(first) on"
    )
    await Self.each(bytes) { byte in
      let kind = byte.isMultiple(of: 2) ? Fault.Kind.close : .reset
      let plan = TorturePlan(shortWith: [Fault(place: all[byte], kind: kind)], round: byte)
      do {
        let problems = try await TortureRound(plan).run()
        guard !problems.isEmpty else { return }
        Issue.record("make torture BYTE=\(byte): \(problems.joined(separator: "; ")) [\(plan)]")
      } catch {
        Issue.record("make torture BYTE=\(byte): \(error) [\(plan)]")
      }
    }
  }

  /// Plays rounds, some at once: most of a round is waiting.
  private static func each(_ rounds: [Int], _ play: @escaping @Sendable (Int) async -> Void) async {
    let workers = min(rounds.count, 3 * ProcessInfo.processInfo.activeProcessorCount)
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<workers {
        group.addTask {
          for place in stride(from: worker, to: rounds.count, by: workers) { await play(rounds[place]) }
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
