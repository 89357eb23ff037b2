import Glibc
import Subprocess
import SystemPackage

/// Runs FFmpeg or ffprobe: no shell, bytes through pipes, the end of its messages kept for the error.
///
/// No child outlives a render: cancelling the task stops it (TERM, then KILL), and when this process dies its
/// pipes close, so that an encoder sees the end of its input and a decoder a broken pipe. Each runs in a process group of
/// its own, so that Ctrl-C at a terminal reaches us alone and we clean up in order. It is no session of its own: Linux
/// gives each session the same share of the cores, and the drawing could not give way to the encoder.
package struct MediaProgram: Sendable {
  /// The path of the program.
  let path: String
  /// What it is told.
  let arguments: [String]
  /// What it may use up; nil for work on our own bytes.
  let limits: ResourceLimits?
  /// How long it may make no progress while we wait for it.
  let patience: Patience

  /// A program with its arguments, not yet started.
  package init(
    path: String, arguments: [String], limits: ResourceLimits? = nil,
    patience: Patience = .usual
  ) {
    self.path = path
    self.arguments = arguments
    self.limits = limits
    self.patience = patience
  }

  /// FFmpeg with its arguments.
  init(ffmpeg tools: MediaTools, arguments: [String], limits: ResourceLimits? = nil) {
    self.init(path: tools.ffmpeg, arguments: arguments, limits: limits, patience: tools.patience)
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
    var output: [UInt8] = []
    // What is a picture comes in hundreds of pieces.
    output.reserveCapacity(limit)
    let ending = try await stream(input: input) { output += $0.prefix(limit - output.count) }
    return (output, ending)
  }

  /// Runs the program, gives it `input`, and hands its output to `body` as it comes.
  ///
  /// The program waits while `body` works; that is no standstill of its.
  func stream(
    input: [UInt8] = [], _ body: ([UInt8]) async throws -> Void
  ) async throws(RenderError) -> Ending {
    try await watched { watchdog in
      let outcome = try await Subprocess.run(
        configuration, input: .array(input), output: .sequence, error: .sequence
      ) { execution in
        let watch = Task { await watchdog.watch { await execution.teardown(using: []) } }
        defer { watch.cancel() }
        async let messages = Self.tail(of: execution.standardError)
        for try await buffer in execution.standardOutput {
          watchdog.beginOurs()
          defer { watchdog.endOurs() }
          try await body(buffer.withUnsafeBytes { [UInt8]($0) })
        }
        return try await messages
      }
      return Ending(status: outcome.terminationStatus, messages: outcome.closureResult)
    }
  }

  /// What makes FFmpeg report on standard output.
  static let reporting = ["-progress", "pipe:1", "-nostats"]

  /// Runs FFmpeg, which writes a file and reports (`-progress pipe:1`) that it works.
  func work() async throws(RenderError) -> Ending { try await feed { _ in } }

  /// Runs the program and lets `body` write to its standard input.
  ///
  /// A program that ends early makes `Feed.write` answer false; `body` should then return, and the ending says why.
  ///
  /// - Parameter output: hears every line of the program's standard output, such as FFmpeg's own report of progress.
  func feed(
    output: @escaping @Sendable (String) -> Void = { _ in }, _ body: (Feed) async throws -> Void
  ) async throws(RenderError) -> Ending {
    let (pipe, readEnd) = try InputPipe.toStandardInput()
    return try await watched { watchdog in
      let outcome = try await Subprocess.run(
        configuration, input: .fileDescriptor(readEnd, closeAfterSpawningProcess: true),
        output: .sequence,
        error: .sequence
      ) { execution in
        let watch = Task { await watchdog.watch { await execution.teardown(using: []) } }
        defer { watch.cancel() }
        async let messages = Self.tail(of: execution.standardError)
        async let reported: Void = Self.lines(of: execution.standardOutput) { line in
          watchdog.saw(line)
          output(line)
        }
        watchdog.beginOurs()
        do {
          defer { watchdog.endOurs() }
          try await body(Feed(pipe: pipe, watchdog: watchdog))
        }
        await pipe.finish()
        try await reported
        return try await messages
      }
      return Ending(status: outcome.terminationStatus, messages: outcome.closureResult)
    }
  }

  /// Runs the program, lets `writing` write to its standard input, and hands its output to `body` in pieces of
  /// exactly `size` bytes, until `body` answers false or the output ends; both at the same time. A last incomplete
  /// piece is dropped.
  func exchange(
    size: Int, writing: @escaping @Sendable (Feed) async throws -> Void,
    _ body: (borrowing RawSpan) async throws -> Bool
  ) async throws(RenderError) -> (complete: Bool, ending: Ending) {
    let (pipe, readEnd) = try InputPipe.toStandardInput()
    let pieces = try OutputPipe(size: size)
    return try await watched { watchdog in
      let outcome = try await Subprocess.run(
        configuration, input: .fileDescriptor(readEnd, closeAfterSpawningProcess: true),
        output: .fileDescriptor(pieces.writeEnd, closeAfterSpawningProcess: true),
        error: .sequence
      ) { execution in
        let watch = Task { await watchdog.watch { await execution.teardown(using: []) } }
        defer { watch.cancel() }
        async let messages = Self.tail(of: execution.standardError)
        let written = Task {
          watchdog.beginOurs()
          let outcome: Swift.Result<Void, any Error>
          do {
            defer { watchdog.endOurs() }
            try await writing(Feed(pipe: pipe, watchdog: watchdog))
            outcome = .success(())
          } catch {
            outcome = .failure(error)
          }
          await pipe.finish()
          try outcome.get()
        }
        // A program that is stopped breaks the pipe, which ends the writing too.
        defer { written.cancel() }
        let wanted = try await Self.read(pieces, watchdog: watchdog, body)
        if wanted {
          // What could not be written says more than what did not come.
          if case .failure(let error) = await written.result, !(error is CancellationError) { throw error }
        } else {
          await execution.teardown(using: [])
        }
        return (!wanted, try await messages)
      }
      let (complete, messages) = outcome.closureResult
      return (complete, Ending(status: outcome.terminationStatus, messages: messages))
    }
  }

  /// What FFmpeg finds in its environment beside our own. glibc would map each frame of some megabytes anew, and the kernel
  /// clear its pages: a twentieth of an encoder's time. It keeps them with these, up to the largest that it takes.
  private static let environment: [Environment.Key: String?] = [
    "LC_ALL": "C.UTF-8", "AV_LOG_FORCE_NOCOLOR": "1", "MALLOC_MMAP_THRESHOLD_": "33554432",
    "MALLOC_TRIM_THRESHOLD_": "268435456",
  ]

  var configuration: Configuration {
    _ = Self.brokenPipesAreErrors
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(300))]
    let (path, arguments) = limits?.wrapping(path, arguments) ?? (path, arguments)
    return Configuration(
      executable: .path(FilePath(path)), arguments: Arguments(arguments),
      environment: .inherit.updating(Self.environment),
      platformOptions: options)
  }

  /// Writing to a program that has ended must be an error (EPIPE), not the end of this process. Subprocess leaves
  /// the choice to its caller; it is made once for the process, which no other code of ours wants otherwise.
  private static let brokenPipesAreErrors: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// Hands on pieces until the output ends; false when `body` wants no more.
  private nonisolated(nonsending) static func read(
    _ pieces: OutputPipe, watchdog: Watchdog, _ body: (borrowing RawSpan) async throws -> Bool
  ) async throws -> Bool {
    while let piece = await pieces.next() {
      watchdog.beginOurs()
      defer { watchdog.endOurs() }
      guard try await body(piece.span.bytes) else { return false }
      pieces.giveBack(piece)
    }
    try Task.checkCancellation()
    return true
  }

  static func lines(
    of stream: SubprocessOutputSequence, to listener: @Sendable (String) -> Void
  ) async throws {
    var rest: [UInt8] = []
    for try await buffer in stream {
      buffer.withUnsafeBytes { rest.append(contentsOf: $0) }
      while let end = rest.firstIndex(of: 0x0A) {
        listener(String(decoding: rest[..<end], as: UTF8.self))
        rest.removeFirst(end + 1)
      }
      // No line of a report is so long.
      if rest.count > 65_536 { rest.removeAll() }
    }
  }

  static func tail(of stream: SubprocessOutputSequence) async throws -> TextTail {
    var tail = TextTail()
    for try await buffer in stream {
      buffer.withUnsafeBytes { tail.append($0) }
    }
    return tail
  }

  func watched<Result>(
    _ body: (Watchdog) async throws -> Result
  ) async throws(RenderError) -> Result {
    let watchdog = Watchdog(patience: patience)
    let result: Result
    do {
      result = try await body(watchdog)
    } catch let error as RenderError {
      throw error
    } catch is CancellationError {
      throw .cancelled
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .toolMissing(name: path.split(separator: "/").last.map(String.init) ?? path)
    } catch {
      if Task.isCancelled { throw .cancelled }
      if watchdog.hasBarked { throw .stalled(media: nil, seconds: watchdog.seconds) }
      throw .encoderFailed(detail: "\(error)")
    }
    // A program that was ended leaves half of its work, and may complain of it.
    if Task.isCancelled { throw .cancelled }
    if watchdog.hasBarked { throw .stalled(media: nil, seconds: watchdog.seconds) }
    return result
  }
}
