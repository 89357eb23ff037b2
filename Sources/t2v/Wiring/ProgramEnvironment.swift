import ArgumentParser
import ClientConfiguration
import Conversation
import FoundationEssentials
import Glibc
import NemoVideo
import PrivateFiles

/// What the program finds around itself: variables, folders, settings, its own place.
struct ProgramEnvironment: Sendable {
  let variables: [String: String]
  let folders: UserFolders
  let settings: ClientSettings
  /// The path of the configuration file, which need not exist.
  let configurationFile: String
  /// The program's own path, links resolved.
  let executable: String

  /// Looks around.
  ///
  /// - Throws: `ValidationError` when a setting makes no sense.
  init() throws {
    let variables = ProcessInfo.processInfo.environment
    let folders = UserFolders(environment: variables, accountHome: Self.accountHome)
    self.variables = variables
    self.folders = folders
    executable = Self.ownPath
    let path = folders.configuration + "/config.yaml"
    configurationFile = path
    do {
      let file = Self.read(path).map { (path: path, text: $0) }
      settings = try ClientSettings(environment: variables, file: file)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// All waits, as set.
  func timings() throws -> Timings {
    do {
      var timings = Timings()
      timings.heartbeat = try settings.seconds(.heartbeat) ?? timings.heartbeat
      timings.poll = try settings.seconds(.poll) ?? timings.poll
      timings.rateLimitWait = try settings.seconds(.rateWait) ?? timings.rateLimitWait
      timings.streamLimit = try settings.seconds(.streamLimit) ?? timings.streamLimit
      timings.silenceLimit = try settings.seconds(.silenceLimit) ?? timings.silenceLimit
      timings.recovery = try settings.secondsList(.recovery) ?? timings.recovery
      timings.renderStall = try settings.seconds(.renderStall) ?? timings.renderStall
      return timings
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// The installed SKILL.md.
  func skillDocument() throws(SkillDocument.Failure) -> SkillDocument {
    try SkillDocument.installed(executable: executable, read: Self.read)
  }

  /// A file's text; nil if there is none, or it is no UTF-8.
  static func read(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  static func fileExists(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  private static var ownPath: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return CommandLine.arguments.first ?? "t2v" }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static var accountHome: String {
    guard let entry = getpwuid(getuid()) else { return "/" }
    return String(cString: entry.pointee.pw_dir)
  }
}
