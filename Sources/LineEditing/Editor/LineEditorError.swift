import Glibc

/// Why there can be no line editor here.
public enum LineEditorError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Standard input or output is a file or a pipe.
  case notATerminal(descriptor: Int32)
  /// The terminal does not tell its modes.
  case terminalUnavailable(errno: Int32)
  /// The system gives out no pseudo-terminal, which the editing library needs.
  case noPseudoTerminal(errno: Int32)
  /// The editing library could not be set up (no memory, no descriptors).
  case noEngine
  /// Another editor of this process has the terminal.
  case inUse

  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .notATerminal(let descriptor):
      "\(descriptor == 0 ? "Standard input" : "Standard output") is not a terminal, so there is nothing to edit lines on. Give the lines through a pipe."
    case .terminalUnavailable(let error):
      "The terminal cannot be used (\(Self.text(error))). Start again in another terminal, or give the lines through a pipe."
    case .noPseudoTerminal(let error):
      "No pseudo-terminal is to be had (\(Self.text(error))), which editing needs. Mount /dev/pts, or give the lines through a pipe."
    case .noEngine:
      "The line editing library could not be set up. Close other programs and start again, or give the lines through a pipe."
    case .inUse:
      "This program is already reading lines from the terminal."
    }
  }

  private static func text(_ error: Int32) -> String {
    strerror(error).map { String(cString: $0) } ?? "error \(error)"
  }
}
