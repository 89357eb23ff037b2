/// A command that begins with a slash. Help, completion and the reading of input are all made from this table.
public enum SlashCommand: String, Sendable, CaseIterable {
  case help, export, upload, credits, status, new, sessions, resume, open, queue, cancel, save, log, quit

  /// What may follow it, such as `[FORMAT] [FILE]`.
  public var arguments: String {
    switch self {
    case .export: "[FORMAT] [FILE]"
    case .upload: "PATH|URL…"
    case .resume: "[ID]"
    case .queue: "[go|clear|drop N]"
    case .save: "FILE"
    default: ""
    }
  }

  /// What it does, in one line.
  public var summary: String {
    switch self {
    case .help: "show this"
    case .export: "render and save the video (mp4; or mov gif webm mp3 …)"
    case .upload: "add files to the video"
    case .credits: "show what you can spend"
    case .status: "show the timeline"
    case .new: "start afresh, with an empty timeline"
    case .sessions: "list earlier sessions"
    case .resume: "go on with an earlier session"
    case .open: "show a link to look at it in a browser"
    case .queue: "show, send, clear or thin out what waits"
    case .cancel: "stop waiting for the running turn"
    case .save: "write this conversation to a file"
    case .log: "show where the log is kept"
    case .quit: "leave (Ctrl-D)"
    }
  }

  /// The command's name with its slash and arguments.
  public var usage: String { arguments.isEmpty ? "/\(rawValue)" : "/\(rawValue) \(arguments)" }

  /// Help for all commands, a line each.
  public static var helpText: String {
    let width = allCases.map(\.usage.count).max() ?? 0
    let lines = allCases.map { command in
      "  \(command.usage)\(String(repeating: " ", count: width - command.usage.count))  \(command.summary)"
    }
    return """
      Say what you want to see, then what should change; “export” saves the video.
      \(lines.joined(separator: "\n"))
      """
  }
}
