import Foundation
import FuzzTargets
import Testing

/// The inputs that fuzzing has found worth keeping: each must be read to its end, soon, without a trap.
@Suite("Fuzzing corpora", .timeLimit(.minutes(5)))
struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  private static func inputs(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let place = folder.appendingPathComponent(target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    return try names.map { ($0, [UInt8](try Data(contentsOf: place.appendingPathComponent($0)))) }
  }

  @Test("everything that was ever found is read", arguments: FuzzTarget.allCases)
  func replay(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      let time = ContinuousClock().measure { target.read(input.bytes) }
      // A busy machine is ten times slower than an idle one, and reading in quadratic time a thousand times.
      #expect(time < .seconds(20), "\(target) \(input.name) took \(time)")
    }
  }

  @Test("every piece, and every doubling, of what was found is read", arguments: FuzzTarget.allCases)
  func cuts(_ target: FuzzTarget) throws {
    for input in try Self.inputs(of: target) where input.bytes.count <= 2048 {
      let steps = target == .http || target == .editor || target == .director || target == .subtitles ? 6 : 40
      for step in 0..<steps { target.read(Array(input.bytes.prefix(input.bytes.count * step / steps))) }
      target.read(input.bytes + input.bytes)
    }
  }
}
