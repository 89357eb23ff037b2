import Glibc
import PrivateFiles

/// Hands a text to the editor of the person's choice.
enum ExternalEditor {
  /// Runs `$VISUAL`, else `$EDITOR`, else `vi`, on a file of its own (0600) and waits for it. The terminal must be in its normal state.
  /// - Returns: the text afterwards; nil if the file could not be made or the editor failed.
  static func edit(_ text: String) -> String? {
    let bytes = Array((text.isEmpty || text.hasSuffix("\n") ? text : text + "\n").utf8)
    guard let folder = try? TemporaryFolder(), let name = try? folder.write(bytes, named: "message.txt"),
      run(variable("VISUAL") ?? variable("EDITOR") ?? "vi", on: name)
    else { return nil }
    return contents(of: name)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The command may have options, so a shell takes it apart.
  private static func run(_ command: String, on path: String) -> Bool {
    let words = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }

  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk.prefix(count)
    }
  }
}
