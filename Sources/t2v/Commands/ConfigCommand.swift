import ArgumentParser
import ClientConfiguration
import Conversation
import NemoVideo
import Presentation
import PrivateFiles
import RawJSON

/// Shows each setting, its value and where that came from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show each setting, its value and where it came from.")

  @Flag(help: "Write one JSON object a line.")
  var json = false

  private struct Line {
    var setting: Setting
    var value: String
    var origin: String
  }

  func run() throws {
    let environment = try ProgramEnvironment()
    // A wait that makes no sense is told here as anywhere.
    _ = try environment.timings()
    let lines = Setting.allCases.map { Self.line(of: $0, environment) }
    if json {
      for line in lines {
        var object = JSONWriter()
        object.add("key", line.setting.key)
        object.add("variable", line.setting.variable)
        object.add("value", line.value)
        object.add("origin", line.origin)
        OutputDescriptor.standardOutput.write(object.text + "\n")
      }
      return
    }
    OutputDescriptor.standardOutput.write("# \(environment.configurationFile)\n")
    let keys = lines.map(\.setting.key.count).max() ?? 0
    let values = lines.map(\.value.count).max() ?? 0
    for line in lines {
      let key = line.setting.key.padded(to: keys)
      OutputDescriptor.standardOutput.write("\(key)  \(line.value.padded(to: values))  \(line.origin)\n")
    }
  }

  private static func line(of setting: Setting, _ environment: ProgramEnvironment) -> Line {
    guard let text = environment.settings[setting], let origin = environment.settings.origin(of: setting)
    else {
      return Line(setting: setting, value: usual(setting, environment), origin: "default")
    }
    let value = setting.isSecret ? "‹token›" : TextSanitiser.singleLine(text)
    switch origin {
    case .environment: return Line(setting: setting, value: value, origin: setting.variable)
    case .file(let path): return Line(setting: setting, value: value, origin: path)
    }
  }

  private static func usual(_ setting: Setting, _ environment: ProgramEnvironment) -> String {
    let timings = Timings()
    return switch setting {
    case .token: "(a free one)"
    case .apiURL: ServiceAddress.production
    case .webURL: ServiceAddress.productionWeb
    case .clientID: "(\(environment.folders.vendorConfiguration.path(of: "client_id")))"
    case .skillSource: "(by the place of the installation)"
    case .noColor: "(colours)"
    case .studio: "auto"
    case .outputDirectory: "."
    case .language: UserLanguage.code(environment.variables) ?? "(that of the first message)"
    case .heartbeat: timings.heartbeat.inWords
    case .poll: timings.poll.inWords
    case .rateWait: timings.rateLimitWait.inWords
    case .streamLimit: timings.streamLimit.inWords
    case .silenceLimit: timings.silenceLimit.inWords
    case .recovery: timings.recovery.map(\.inWords).joined(separator: ",")
    case .renderStall: timings.renderStall.inWords
    case .generatorURL: "(the studio draws)"
    case .generatorKey: "(none)"
    case .generatorModel: "(the server's own)"
    case .generatorParallel: "4"
    case .generatorPatience: "540"
    }
  }
}

extension Duration {
  /// Whole seconds, as a setting is written.
  fileprivate var inWords: String { "\(components.seconds)" }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
