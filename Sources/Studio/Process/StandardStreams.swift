import Foundation

/// The standard streams of a studio that a client has started as a helper.
public enum StandardStreams {
  /// Lets go of them, so that a pipeline of the client ends when the client does: input and output lead nowhere from
  /// here on, and errors go to a log file (0600).
  /// - Throws: ``SystemFailure`` if the log cannot be opened; the streams are then as they were.
  public static func letGo(log: URL) throws {
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard nothing >= 0 else { throw SystemFailure("open /dev/null") }
    defer { close(nothing) }
    let file = open(log.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemFailure("open \(log.path)") }
    defer { close(file) }
    // dup2 drops close-on-exec, which is right for 0, 1 and 2.
    dup2(nothing, STDIN_FILENO)
    dup2(nothing, STDOUT_FILENO)
    dup2(file, STDERR_FILENO)
  }

  /// Writes one line to standard output at once. A reader that is gone is no error.
  public static func printLine(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }
}
