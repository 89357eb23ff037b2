import Glibc
import Subprocess
import SystemPackage

/// Runs FFmpeg or ffprobe: no shell, bytes through pipes, the end of its messages kept for the error.
///
/// No child outlives a render: cancelling the task stops it (TERM, then KILL), and when this process dies its
/// pipes close, so that an encoder sees the end of its input and a decoder a broken pipe. Each runs in a session of
/// its own, so that Ctrl-C at a terminal reaches us alone and we clean up in order.
package struct MediaProgram: Sendable {
  /// The path of the program.
  let path: String
  /// What it is told.
  let arguments: [String]

  /// A program with its arguments, not yet started.
  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// How a run ended.
  package struct Ending: Sendable {
    let status: TerminationStatus
    package let messages: TextTail

    /// Whether the program ended by itself and content.
    package var isSuccess: Bool { status.isSuccess }

    /// Throws what the ending means, if it was not a success.
    package func check(writingTo folder: String? = nil) throws(RenderError) {
      if isSuccess { return }
      if let folder, messages.text.contains("No space left on device") { throw .diskFull(folder) }
      if case .signaled(let signal) = status { throw .encoderKilled(signal: Int(signal)) }
      throw .encoderFailed(detail: messages.lastMeaningfulLine ?? "it ended without saying why")
    }
  }

  /// Runs the program, gives it `input`, and collects at most `limit` bytes of its output.
  package func collect(input: [UInt8] = [], limit: Int) async throws(RenderError) -> (
    output: [UInt8], ending: Ending
  ) {
    try await translated { () async throws -> (output: [UInt8], ending: Ending) in
      let outcome = try await Subprocess.run(
        configuration, input: .array(input), output: .sequence, error: .sequence
      ) { execution in
        async let messages = Self.tail(of: execution.standardError)
        var output: [UInt8] = []
        for try await buffer in execution.standardOutput where output.count < limit {
          buffer.withUnsafeBytes { output.append(contentsOf: $0.prefix(limit - output.count)) }
        }
        return (output, try await messages)
      }
      let (output, messages) = outcome.closureResult
      return (output, Ending(status: outcome.terminationStatus, messages: messages))
    }
  }

  /// Runs the program and lets `body` write to its standard input.
  ///
  /// A program that ends early makes `Feed.write` answer false; `body` should then return, and the ending says why.
  func feed(_ body: (Feed) async throws -> Void) async throws(RenderError) -> Ending {
    try await translated { () async throws -> Ending in
      let outcome = try await Subprocess.run(
        configuration, input: .inputWriter, output: .discarded, error: .sequence
      ) { execution in
        async let messages = Self.tail(of: execution.standardError)
        try await body(Feed(writer: execution.standardInputWriter))
        try? await execution.standardInputWriter.finish()
        return try await messages
      }
      return Ending(status: outcome.terminationStatus, messages: outcome.closureResult)
    }
  }

  /// Runs the program and hands its output to `body` in pieces of exactly `size` bytes, until `body` answers false
  /// or the output ends; a last incomplete piece is dropped.
  func pieces(
    of size: Int, _ body: (borrowing RawSpan) async throws -> Bool
  ) async throws(RenderError) -> (complete: Bool, ending: Ending) {
    try await translated { () async throws -> (complete: Bool, ending: Ending) in
      let outcome = try await Subprocess.run(
        configuration, input: .none, output: .sequence, error: .sequence
      ) { execution in
        async let messages = Self.tail(of: execution.standardError)
        var piece: [UInt8] = []
        piece.reserveCapacity(size)
        var wanted = true
        reading: for try await buffer in execution.standardOutput {
          var offset = 0
          while offset < buffer.count {
            let part = min(size - piece.count, buffer.count - offset)
            buffer.withUnsafeBytes { piece.append(contentsOf: $0[offset..<(offset + part)]) }
            offset += part
            guard piece.count == size else { continue }
            wanted = try await body(piece.span.bytes)
            piece.removeAll(keepingCapacity: true)
            if !wanted { break reading }
          }
        }
        if !wanted { await execution.teardown(using: []) }
        return (!wanted, try await messages)
      }
      let (complete, messages) = outcome.closureResult
      return (complete, Ending(status: outcome.terminationStatus, messages: messages))
    }
  }

  /// The writing end of a program's standard input.
  struct Feed: Sendable {
    fileprivate let writer: StandardInputWriter

    /// Writes all bytes, waiting while the pipe is full; false if the program has ended.
    func write(_ bytes: borrowing RawSpan) async throws -> Bool {
      try Task.checkCancellation()
      let count = bytes.byteCount
      do {
        return try await writer.write(bytes) == count
      } catch {
        try Task.checkCancellation()
        return false
      }
    }

    /// Writes all bytes; false if the program has ended.
    func write(_ bytes: [UInt8]) async throws -> Bool { try await write(bytes.span.bytes) }
  }

  private var configuration: Configuration {
    _ = Self.brokenPipesAreErrors
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(300))]
    return Configuration(
      executable: .path(FilePath(path)), arguments: Arguments(arguments),
      environment: .inherit.updating(["LC_ALL": "C.UTF-8", "AV_LOG_FORCE_NOCOLOR": "1"]),
      platformOptions: options)
  }

  /// Writing to a program that has ended must be an error (EPIPE), not the end of this process. Subprocess leaves
  /// the choice to its caller; it is made once for the process, which no other code of ours wants otherwise.
  private static let brokenPipesAreErrors: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  private static func tail(of stream: SubprocessOutputSequence) async throws -> TextTail {
    var tail = TextTail()
    for try await buffer in stream {
      buffer.withUnsafeBytes { tail.append($0) }
    }
    return tail
  }

  private func translated<Result>(
    _ body: () async throws -> Result
  ) async throws(RenderError) -> Result {
    do {
      return try await body()
    } catch let error as RenderError {
      throw error
    } catch is CancellationError {
      throw .cancelled
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .toolMissing(name: path.split(separator: "/").last.map(String.init) ?? path)
    } catch {
      if Task.isCancelled { throw .cancelled }
      throw .encoderFailed(detail: "\(error)")
    }
  }
}
