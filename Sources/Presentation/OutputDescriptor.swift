import Glibc

/// A file descriptor that whole texts are written to, such as standard output.
public struct OutputDescriptor: Sendable {
  private let descriptor: Int32

  /// Wraps a descriptor, which stays open.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Standard output.
  public static let standardOutput = OutputDescriptor(STDOUT_FILENO)
  /// Standard error.
  public static let standardError = OutputDescriptor(STDERR_FILENO)

  /// Whether it is a terminal.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of a text, waiting for room. A reader that has gone ends it silently, as in any Unix tool.
  public func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return
        }
      }
    }
  }
}
