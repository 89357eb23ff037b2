import Foundation

/// A program that has run to its end, with what it wrote.
struct Run: Sendable {
  let status: Int32
  let output: String
  let errors: String

  /// The lines of standard output as JSON objects.
  var events: [[String: Any]] {
    output.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
    }
  }

  /// The events of a name.
  func events(_ name: String) -> [[String: Any]] { events.filter { $0["event"] as? String == name } }

  /// Runs a program.
  ///
  /// - Parameter input: What it reads from standard input.
  static func program(
    _ path: String, _ arguments: [String], in sandbox: Sandbox, input: String = "",
    environment: [String: String] = [:]
  ) async throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: sandbox.work)
    process.environment = sandbox.environment(environment)
    let standardInput = Pipe()
    let standardOutput = Pipe()
    let standardError = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    async let output = read(standardOutput)
    async let errors = read(standardError)
    try? standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? standardInput.fileHandleForWriting.close()
    let texts = await (output, errors)
    process.waitUntilExit()
    return Run(status: process.terminationStatus, output: texts.0, errors: texts.1)
  }

  /// Runs the client.
  static func client(
    _ arguments: [String], in sandbox: Sandbox, input: String = "", environment: [String: String] = [:]
  ) async throws -> Run {
    try await program(Sandbox.client, arguments, in: sandbox, input: input, environment: environment)
  }

  private static func read(_ pipe: Pipe) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        continuation.resume(returning: String(decoding: data, as: UTF8.self))
      }
    }
  }
}
