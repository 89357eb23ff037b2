import FlatYAML
import Spelling

/// The settings of the environment and the configuration file, each with the place it came from.
public struct ClientSettings: Sendable {
  /// Where a value came from.
  public enum Origin: Sendable, Equatable {
    case environment
    case file(String)
  }

  private var values: [Setting: (text: String, origin: Origin)] = [:]

  /// Reads the settings; the environment wins over the file. An empty variable counts as not set.
  ///
  /// - Parameters:
  ///   - environment: The variables, by name.
  ///   - file: The path and text of the configuration file, if there is one.
  /// - Throws: ``ConfigurationError`` when the file is no YAML mapping or has a key that is not known.
  public init(environment: [String: String], file: (path: String, text: String)? = nil)
    throws(ConfigurationError)
  {
    if let file {
      for (key, text) in try Self.entries(file.text, path: file.path) {
        guard let setting = Setting.allCases.first(where: { $0.key == key }) else {
          let known = Setting.allCases.map(\.key)
          let near = NearestWord.of(key.lowercased(), among: known).map { " Did you mean “\($0)”?" } ?? ""
          throw ConfigurationError(
            "\(file.path): there is no setting “\(key)”.\(near) Known are: \(known.joined(separator: " ")).")
        }
        // A switch that the file turns off is as good as not there.
        if setting == .noColor, ["false", "no", "off", "0"].contains(text.lowercased()) { continue }
        values[setting] = (text, .file(file.path))
      }
    }
    for setting in Setting.allCases {
      if let text = environment[setting.variable], !text.isEmpty { values[setting] = (text, .environment) }
    }
  }

  /// A setting's text; nil if it is set nowhere.
  public subscript(_ setting: Setting) -> String? { values[setting]?.text }

  /// Where a setting came from; nil if it is set nowhere.
  public func origin(of setting: Setting) -> Origin? { values[setting]?.origin }

  /// The settings of the built-in studio, by the names of their variables; those that are not set are left out.
  public var ofStudio: [String: String] {
    var texts: [String: String] = [:]
    for setting in Setting.ofStudio { texts[setting.variable] = self[setting] }
    return texts
  }

  /// A wait in seconds, fractions allowed.
  ///
  /// - Throws: ``ConfigurationError`` for anything but a number from 0 to a week.
  public func seconds(_ setting: Setting) throws(ConfigurationError) -> Duration? {
    guard let text = self[setting] else { return nil }
    return try duration(text, setting)
  }

  /// Several waits in seconds, separated by commas.
  ///
  /// - Throws: As ``seconds(_:)``.
  public func secondsList(_ setting: Setting) throws(ConfigurationError) -> [Duration]? {
    guard let text = self[setting] else { return nil }
    var list: [Duration] = []
    for part in text.split(separator: ",") { list.append(try duration(String(part), setting)) }
    guard !list.isEmpty else { throw unreadable(text, setting) }
    return list
  }

  private func duration(_ text: String, _ setting: Setting) throws(ConfigurationError) -> Duration {
    let trimmed = text.filter { !$0.isWhitespace }
    guard let seconds = Double(trimmed), (0...604_800).contains(seconds) else {
      throw unreadable(text, setting)
    }
    return .seconds(seconds)
  }

  private func unreadable(_ text: String, _ setting: Setting) -> ConfigurationError {
    let name =
      if case .file(let path)? = origin(of: setting) { "\(setting.key) in \(path)" } else { setting.variable }
    return ConfigurationError("\(name) is “\(text)”; it takes seconds from 0 to 604800.")
  }

  private static func entries(_ text: String, path: String) throws(ConfigurationError) -> [(String, String)] {
    let document: FlatYAML
    do throws(FlatYAMLError) {
      document = try FlatYAML(text)
    } catch .noMapping {
      throw ConfigurationError("\(path) is no list of settings. Write lines such as “studio: local”.")
    } catch {
      throw ConfigurationError("\(path) can't be read: \(error). Write lines such as “studio: local”.")
    }
    var entries: [(String, String)] = []
    for (key, value) in document.entries {
      switch value {
      // A key without a value sets nothing.
      case .text("", isPlain: true), .text("~", isPlain: true), .text("null", isPlain: true): continue
      case .text(let text, _): entries.append((key, text))
      case .list(let texts): entries.append((key, texts.joined(separator: ",")))
      case .other: throw ConfigurationError("\(path): “\(key)” is no text or number.")
      }
    }
    return entries
  }
}
