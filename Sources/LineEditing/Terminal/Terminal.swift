import Glibc

/// The two descriptors of a terminal.
struct Terminal: Sendable {
  let input: Int32
  let output: Int32
  /// True if the terminal obeys no escape sequences (`TERM` is `dumb`, or not set), or is to get none.
  let isDumb: Bool

  init(input: Int32, output: Int32, isPlain: Bool = false) throws(LineEditorError) {
    for descriptor in [input, output] where isatty(descriptor) == 0 {
      throw .notATerminal(descriptor: descriptor)
    }
    self.input = input
    self.output = output
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    isDumb = isPlain || kind.isEmpty || kind == "dumb"
  }

  /// Columns and rows; 80 × 24 where the terminal does not know.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// The modes as they are now.
  func modes() throws(LineEditorError) -> termios {
    var modes = termios()
    guard tcgetattr(input, &modes) == 0 else { throw .terminalUnavailable(errno: errno) }
    return modes
  }

  /// Switches to keys as they come: no echo, no lines, no signals from keys, carriage return as such.
  /// Output processing stays, so that another thread's warning on standard error still ends its lines.
  func makeRaw(from modes: termios) {
    var raw = modes
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | ISTRIP | IXON)
    raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
    raw.c_cflag |= tcflag_t(CS8)
    withUnsafeMutableBytes(of: &raw.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    set(raw)
  }

  /// Sets modes after all output has left.
  func set(_ modes: termios) {
    var modes = modes
    while tcsetattr(input, TCSADRAIN, &modes) != 0 && errno == EINTR {}
  }

  /// Writes all of `text`; gives up silently when the terminal is gone, which reading will tell.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(output, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno == EAGAIN {
          var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
          poll(&descriptor, 1, -1)
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  /// What has come, up to 64 KB; nil when the terminal is gone.
  func read() -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = max(0, Glibc.read(input, buffer.baseAddress, buffer.count))
    }
    if !bytes.isEmpty { return bytes }
    return errno == EINTR || errno == EAGAIN ? [] : nil
  }
}
