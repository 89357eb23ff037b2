import Glibc

/// The terminal modes that a program may leave changed.
public struct TerminalFlags: Equatable, Sendable {
  /// Flags of input, `c_iflag` of termios.
  public let input: UInt32
  /// Flags of output, `c_oflag`.
  public let output: UInt32
  /// Flags of the line, `c_cflag`.
  public let control: UInt32
  /// Flags of editing and signals, `c_lflag`.
  public let local: UInt32

  init(_ modes: termios) {
    (input, output, control, local) = (modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag)
  }

  /// Lines are edited by the system (`ICANON`).
  public var isCanonical: Bool { local & UInt32(ICANON) != 0 }
  /// Keys are shown by the system (`ECHO`).
  public var echoes: Bool { local & UInt32(ECHO) != 0 }
  /// Ctrl-C and Ctrl-Z make signals (`ISIG`).
  public var makesSignals: Bool { local & UInt32(ISIG) != 0 }
}
