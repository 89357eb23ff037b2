import Foundation

/// A Python with the package `openai`: that of `T2V_OPENAI_PYTHON`, else `python3`.
enum Python {
  private static let program =
    ProcessInfo.processInfo.environment["T2V_OPENAI_PYTHON"] ?? "python3"

  /// Whether there is one.
  static let hasOpenAI: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, "-c", "import openai.types.video"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs a script of the folder beside this file.
  static func run(_ arguments: [String], input: String = "") async throws -> (status: Int32, output: String) {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Python")
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
              [program, folder.appendingPathComponent(arguments[0]).path] + arguments.dropFirst()
            let (output, feed) = (Pipe(), Pipe())
            process.standardOutput = output
            process.standardError = output
            process.standardInput = feed
            try process.run()
            feed.fileHandleForWriting.write(Data(input.utf8))
            try feed.fileHandleForWriting.close()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return (process.terminationStatus, text)
          })
      }
    }
  }
}
