import Foundation

/// What a serving studio writes down about itself, in `serve.json` and in its lock file.
public struct RunningStudio: Codable, Sendable, Equatable {
  /// `http://127.0.0.1:PORT`; empty until it accepts connections.
  public var url: String
  /// Its process id.
  public var processID: Int

  /// Describes a studio.
  public init(url: String, processID: Int) {
    self.url = url
    self.processID = processID
  }

  init?(lockFile: URL) {
    guard let data = try? Data(contentsOf: lockFile),
      let found = try? JSONDecoder().decode(RunningStudio.self, from: data)
    else { return nil }
    self = found
  }

  enum CodingKeys: String, CodingKey {
    case url
    case processID = "pid"
  }
}
