import Subprocess

extension MediaProgram {
  /// The writing end of a pipe to a program.
  struct Feed: Sendable {
    let pipe: InputPipe
    let watchdog: Watchdog

    /// Writes all pieces, waiting while the pipe is full; false if the program has ended.
    ///
    /// A frame stays as it is until the next one is written (see ``InputPipe``).
    func write(_ pieces: InputPipe.Piece...) async throws -> Bool {
      try Task.checkCancellation()
      // From here on it is the program that we wait for.
      watchdog.endOurs()
      defer { watchdog.beginOurs() }
      if await pipe.write(pieces) { return true }
      try Task.checkCancellation()
      return false
    }
  }

  /// What fills one of a program's pipes.
  typealias Writer = @Sendable (Feed) async throws -> Void

  /// Runs a program that reads several pipes, each filled at its own pace by a writer of its own.
  ///
  /// A program that ends early makes `Feed.write` answer false; the writer should then return, and the ending says why. What
  /// a writer throws ends the program.
  ///
  /// - Parameters:
  ///   - standardInput: fills the standard input.
  ///   - others: the pipes with paths, and what fills them.
  ///   - output: hears every line of the program's standard output, such as FFmpeg's own report of progress.
  func feed(
    standardInput: @escaping Writer, others: [(pipe: InputPipe, writer: Writer)],
    output: @escaping @Sendable (String) -> Void
  ) async throws(RenderError) -> Ending {
    let (pipe, readEnd) = try InputPipe.toStandardInput()
    let writers = [(pipe: pipe, writer: standardInput)] + others
    return try await watched { watchdog in
      let outcome = try await Subprocess.run(
        configuration, input: .fileDescriptor(readEnd, closeAfterSpawningProcess: true), output: .sequence,
        error: .sequence
      ) { execution in
        let watch = Task { await watchdog.watch { await execution.teardown(using: []) } }
        defer { watch.cancel() }
        async let messages = Self.tail(of: execution.standardError)
        async let reported: Void = {
          // It ends with the program, which may not have come to all its pipes.
          defer { for (pipe, _) in others { pipe.programEnded() } }
          try await Self.lines(of: execution.standardOutput) { line in
            watchdog.saw(line)
            output(line)
          }
        }()
        try await withThrowingTaskGroup(of: Void.self) { group in
          for (pipe, writer) in writers {
            group.addTask {
              watchdog.beginOurs()
              do {
                defer { watchdog.endOurs() }
                try await writer(Feed(pipe: pipe, watchdog: watchdog))
              }
              await pipe.finish()
            }
          }
          do {
            try await group.waitForAll()
          } catch {
            // The others may wait for a program that waits for this one.
            await execution.teardown(using: [])
            throw error
          }
        }
        try await reported
        return try await messages
      }
      return Ending(status: outcome.terminationStatus, messages: outcome.closureResult)
    }
  }
}
