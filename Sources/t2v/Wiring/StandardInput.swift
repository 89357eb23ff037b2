import Dispatch
import Glibc

/// Lines of standard input, read on a thread of its own.
enum StandardInput {
  /// The longest message, 16 MiB; what is longer is cut there.
  private static let longest = 16 << 20

  /// Messages of a pipe: one a line, lines joined by a line feed where a backslash continues them.
  static func messages() -> AsyncStream<String> {
    AsyncStream { continuation in
      DispatchQueue(label: "standard input").async {
        var message = ""
        while let line = readLine(strippingNewline: true) {
          if line.hasSuffix("\\"), message.utf8.count < longest {
            message += line.dropLast() + "\n"
          } else {
            continuation.yield(message + line)
            message = ""
          }
        }
        if !message.isEmpty { continuation.yield(String(message.dropLast())) }
        continuation.finish()
      }
    }
  }

  /// Everything there is.
  static func allBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}
