import Glibc
import Subprocess
import SystemPackage

/// A program that helps to draw: an argument array, no shell, no input, limits of time and output.
package struct HelperProgram: Sendable {
  /// The path of the program.
  package let path: String

  /// The program of a name in the folders of `PATH`; nil if there is none.
  package init?(_ name: String, searchPath: String) {
    guard let path = Self.find(name, searchPath: searchPath) else { return nil }
    self.path = path
  }

  /// The first executable of a name in the folders of `PATH`; nil if there is none.
  static func find(_ name: String, searchPath: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }.first { (path: String) in access(path, X_OK) == 0
    }
  }

  /// Runs the program in a session of its own, away from the terminal.
  ///
  /// - Parameters:
  ///   - errors: A descriptor for its messages; nil drops them. It stays open.
  ///   - limit: The most bytes that are wanted of its output; a program that writes more has failed.
  /// - Returns: What it wrote; nil if it failed, took too long, or could not be started.
  package func output(
    _ arguments: [String], errors: Int32? = nil, limit: Int, within time: Duration = .seconds(8)
  ) async -> [UInt8]? {
    await withTaskGroup(of: [UInt8]?.self) { group in
      group.addTask { await run(arguments, errors: errors, limit: limit) }
      group.addTask {
        try? await Task.sleep(for: time)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  private func run(_ arguments: [String], errors: Int32?, limit: Int) async -> [UInt8]? {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
    let configuration = Configuration(
      executable: .path(FilePath(path)), arguments: Arguments(arguments), environment: .inherit,
      platformOptions: options)
    do {
      if let errors {
        let outcome = try await Subprocess.run(
          configuration, input: .none, output: .bytes(limit: limit),
          error: .fileDescriptor(FileDescriptor(rawValue: errors), closeAfterSpawningProcess: false))
        return outcome.terminationStatus.isSuccess ? outcome.standardOutput : nil
      }
      let outcome = try await Subprocess.run(
        configuration, input: .none, output: .bytes(limit: limit), error: .discarded)
      return outcome.terminationStatus.isSuccess ? outcome.standardOutput : nil
    } catch {
      // Pictures are an extra: whatever goes wrong, there is none.
      return nil
    }
  }
}
