import Foundation
import FuzzTargets
import Testing

/// The inputs that fuzzing has found worth keeping: each must be read to its end, soon, without a trap.
@Suite("Fuzzing corpora", .serialized, .timeLimit(.minutes(5)))
struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  private static func inputs(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let place = folder.appendingPathComponent(target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    return try names.map { ($0, [UInt8](try Data(contentsOf: place.appendingPathComponent($0)))) }
  }

  /// Reads an input on a thread of its own: a target may block, and the studio that it waits for needs the pool's threads.
  private func read(_ target: FuzzTarget, _ bytes: [UInt8]) async -> Duration {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: ContinuousClock().measure { target.read(bytes) })
      }
      // As deep as the main thread, on which libFuzzer calls.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  @Test("everything that was ever found is read", arguments: FuzzTarget.allCases)
  func replay(_ target: FuzzTarget) async throws {
    let inputs = try Self.inputs(of: target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      let time = await read(target, input.bytes)
      // A busy machine is ten times slower than an idle one, and reading in quadratic time a thousand times.
      #expect(time < .seconds(20), "\(target) \(input.name) took \(time)")
    }
  }

  @Test("every piece, and every doubling, of what was found is read", arguments: FuzzTarget.allCases)
  func cuts(_ target: FuzzTarget) async throws {
    for input in try Self.inputs(of: target) where input.bytes.count <= 2048 {
      let steps = [.http, .editor, .director, .subtitles].contains(target) ? 6 : 40
      for step in 0..<steps {
        let time = await read(target, Array(input.bytes.prefix(input.bytes.count * step / steps)))
        #expect(time < .seconds(20), "\(target) \(input.name)")
      }
      #expect(await read(target, input.bytes + input.bytes) < .seconds(20), "\(target) \(input.name) twice")
    }
  }
}
