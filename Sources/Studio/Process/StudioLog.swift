import Foundation

/// Where the studio says what went wrong: one line each, with the time. Tokens and prompts are never written here.
public struct StudioLog: Sendable {
  private let write: @Sendable (String) -> Void

  /// Sends each line to a closure.
  public init(_ write: @escaping @Sendable (String) -> Void) { self.write = write }

  /// Writes to standard error, wherever that leads by then.
  public static let standardError = StudioLog { line in
    let text = "\(Date().formatted(.iso8601)) t2v-studio: \(line)\n"
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Drops everything.
  public static let silent = StudioLog { _ in }

  /// Notes one thing.
  public func note(_ line: String) { write(line.replacing("\n", with: " ")) }
}
