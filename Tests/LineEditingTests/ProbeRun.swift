import Foundation
import TerminalTesting

/// The probe program on a terminal.
struct ProbeRun {
  /// Starts the probe and waits for its prompt.
  static func start(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    widths: TerminalScreen.Widths = .clusters, resizing: TerminalScreen.Resizing = .reflows,
    identity: TerminalIdentity? = nil
  ) async throws -> PseudoTerminal {
    // The runtime's own crash report takes seconds, and is not what is tested.
    let environment = ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    let terminal = try PseudoTerminal(
      path, environment: environment, columns: columns, rows: rows, widths: widths, resizing: resizing,
      identity: identity)
    try await terminal.wait("the prompt") { $0.lines.contains { $0.hasPrefix("t2v>") } }
    return terminal
  }

  /// The probe, which the build puts beside the tests.
  static var path: String {
    var folder = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let probe = folder.appendingPathComponent("LineEditingProbe").path
      if FileManager.default.isExecutableFile(atPath: probe) { return probe }
    }
    return "LineEditingProbe"
  }

  /// A folder of its own for one test; `body` may leave anything in it.
  static func inTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "line-editing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
  }
}
