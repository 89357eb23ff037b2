import Foundation

/// A program that runs while a test does things to it; what it writes goes to files of its sandbox.
final class Spawned: Sendable {
  /// The process.
  let identifier: pid_t
  private let input: Int32
  private let path: String

  /// Starts a program in the work folder.
  ///
  /// - Parameter name: What the files are called that take its output.
  init(
    _ program: String, _ arguments: [String], name: String, in sandbox: Sandbox, environment: [String: String]
  ) throws {
    path = "\(sandbox.folder)/\(name)"
    var ends: [Int32] = [0, 0]
    // A socket, because writing to one whose reader is gone can be told not to make a signal.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw POSIXError(.EMFILE) }
    input = ends[1]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    for (descriptor, kind) in [(Int32(1), "out"), (2, "err")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "\(path).\(kind)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    let script = "cd \"$1\" && shift && exec \"$@\""
    let words = ["/bin/sh", "-c", script, "sh", sandbox.work, program] + arguments
    let variables = sandbox.environment(environment).map { "\($0.key)=\($0.value)" }
    var pointers = words.map { strdup($0) } + [nil]
    var values = variables.map { strdup($0) } + [nil]
    defer { for pointer in pointers + values { free(pointer) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let result = posix_spawn(&process, "/bin/sh", &actions, &attributes, &pointers, &values)
    close(ends[0])
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .EAGAIN) }
    identifier = process
  }

  /// What it has written so far.
  var output: String { text("out") }
  /// What it has written to standard error so far.
  var errors: String { text("err") }

  /// Writes to its standard input.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }

  /// Ends its standard input.
  func endInput() { close(input) }

  /// Waits for its end; one that does not end in time is killed.
  ///
  /// - Returns: Its exit status as `waitpid` gives it; nil if it did not end.
  func end(within limit: Duration) async throws -> Int32? {
    let deadline = ContinuousClock.now + limit
    var status: Int32 = 0
    while waitpid(identifier, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(identifier, SIGKILL)
        waitpid(identifier, &status, 0)
        return nil
      }
      try await Task.sleep(for: .milliseconds(3))
    }
    return status
  }

  private func text(_ kind: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(path).\(kind)") ?? Data(), as: UTF8.self)
  }
}
