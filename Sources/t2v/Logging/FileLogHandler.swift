import FoundationEssentials
import Logging
import NemoVideo

/// Writes swift-log's messages to the log file, tokens taken out.
struct FileLogHandler: LogHandler {
  var metadata = Logger.Metadata()
  var logLevel = Logger.Level.debug

  private let label: String
  private let file: LogFile
  private let censor: TokenCensor

  /// Writes what a logger of a label has to say.
  init(label: String, file: LogFile, censor: TokenCensor) {
    self.label = label
    self.file = file
    self.censor = censor
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let time = Date().formatted(.iso8601)
    file.add(censor.censored("\(time) \(event.level) \(label): \(event.message)\(details)"))
  }
}
