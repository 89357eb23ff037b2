import Foundation
import Glibc

/// A whole `t2v-studio serve`, from start to exit code.
public struct ServeProcess: Sendable {
  /// What to serve.
  public var configuration: StudioConfiguration
  /// How to behave as a process.
  public var options: ServeOptions

  /// Describes a process.
  public init(_ configuration: StudioConfiguration, _ options: ServeOptions) {
    self.configuration = configuration
    self.options = options
  }

  /// Serves until a signal, or until nobody has used the studio for long enough.
  /// - Returns: 0, or 130 after SIGINT.
  /// - Throws: what ``StudioServer/start(_:rendering:)`` throws, before the line is printed.
  public func run(rendering: any FilmRendering = FFmpegRendering()) async throws -> Int32 {
    // Whatever is made from here on is the user's alone.
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    // A process that leads its group already has no session to leave; that is no error.
    if options.detaches { _ = setsid() }
    let parent = getppid()
    let signals = Signals.stream(SIGTERM, SIGINT)

    let server = try await StudioServer.start(configuration, rendering: rendering)
    StandardStreams.printLine(
      try Self.line(
        url: configuration.access?.url ?? server.url, token: options.hidesToken ? nil : server.token))
    if options.detaches { try StandardStreams.letGo(log: configuration.folder.log) }

    let reason: Int32
    do {
      reason = try await end(of: server, signals: signals, parent: parent)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
    return reason == SIGINT ? 130 : 0
  }

  /// `{"url":…,"token":…}`, in this order; without the token where it is kept in a file of the user's.
  static func line(url: String, token: String?) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    func quoted(_ text: String) throws -> String { String(decoding: try encoder.encode(text), as: UTF8.self) }
    guard let token else { return "{\"url\":\(try quoted(url))}" }
    return "{\"url\":\(try quoted(url)),\"token\":\(try quoted(token))}"
  }

  /// Waits for a signal, idleness (0), or the end of the parent (0).
  private func end(
    of server: StudioServer, signals: AsyncStream<Int32>, parent: pid_t
  ) async throws -> Int32 {
    try await withThrowingTaskGroup(of: Int32?.self) { group in
      if configuration.access != nil {
        group.addTask {
          try await server.waitOutside()
          return nil
        }
      }
      group.addTask {
        for await kind in signals { return kind }
        return nil
      }
      if let limit = options.idleExit {
        group.addTask {
          while !Task.isCancelled {
            let idle = await server.idleSeconds()
            if idle >= limit { return 0 }
            try? await Task.sleep(for: .seconds(max(0.2, limit - idle)))
          }
          return nil
        }
      }
      if options.endsWithParent {
        group.addTask {
          // An orphan is given to another process.
          while getppid() == parent, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(500)) }
          return 0
        }
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      return first ?? 0
    }
  }
}
