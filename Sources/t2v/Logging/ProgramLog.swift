import ClientConfiguration
import CurlHTTP
import Logging
import NemoVideo
import PrivateFiles

/// The log of this run: swift-log's loggers over a file of the state folder when `-v` asks for it, else over nothing.
struct ProgramLog: Sendable {
  /// The file, whether or not anything is written to it.
  let file: LogFile
  private let isOn: Bool
  private let censor = TokenCensor()

  /// Prepares the log; nothing is written yet.
  init(environment: ProgramEnvironment, isOn: Bool) {
    file = LogFile(folder: environment.folders.state)
    self.isOn = isOn
    if let token = environment.settings[.token] { censor.add(Secret(token)) }
  }

  /// What `/log` says.
  var description: String {
    isOn
      ? "The log of this session is \(file.path)"
      : "Nothing is logged. Started with -v, t2v keeps a log in \(file.path)"
  }

  /// A logger of a part of the program.
  func logger(_ label: String) -> Logger {
    Logger(label: label) { label -> any LogHandler in
      guard isOn else { return SwiftLogNoOpLogHandler() }
      return FileLogHandler(label: label, file: file, censor: censor)
    }
  }
}
