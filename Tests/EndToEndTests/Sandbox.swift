import Foundation

/// A home of its own for one test: folders, a fresh built-in studio, and the programs that were built with the tests.
///
/// The studio that the client starts lives on in the background, as it should; the sandbox ends it.
final class Sandbox: Sendable {
  /// The folder that everything is in.
  let folder: String
  /// Where exports go.
  let work: String

  /// Makes the folders.
  init() throws {
    folder = NSTemporaryDirectory() + "t2v-e2e-\(UUID().uuidString)"
    work = folder + "/work"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
  }

  deinit {
    endStudio()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The folder that holds the built programs: that of the test bundle itself.
  static let programs: String = {
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (path as NSString).deletingLastPathComponent
  }()

  /// The client's path.
  static var client: String { programs + "/t2v" }
  /// The studio's path.
  static var studio: String { programs + "/t2v-studio" }

  /// The studio's data folder.
  var studioData: String { folder + "/data/t2v/studio" }

  /// What the programs see of the environment.
  func environment(_ extra: [String: String] = [:]) -> [String: String] {
    let own = [
      "HOME": folder, "XDG_CONFIG_HOME": folder + "/config", "XDG_STATE_HOME": folder + "/state",
      "XDG_DATA_HOME": folder + "/data", "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    ]
    return own.merging(extra) { $1 }
  }

  /// The process of the studio that serves this sandbox.
  var studioProcess: pid_t? {
    guard let data = FileManager.default.contents(atPath: studioData + "/serve.json"),
      let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return nil }
    return file["pid"] as? pid_t
  }

  /// Ends the studio, at once.
  func endStudio() {
    if let process = studioProcess, process > 1 { kill(process, SIGKILL) }
  }

  /// The path of a file in the work folder.
  func file(_ name: String) -> String { "\(work)/\(name)" }

  /// The names in the work folder, sorted.
  var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: work)) ?? []).sorted() }
}
