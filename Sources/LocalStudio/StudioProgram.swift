import Glibc

/// Where the studio's program lies.
enum StudioProgram {
  private static let name = "t2v-studio"

  /// `T2V_STUDIO_BIN`, else beside `t2v`, else on the path (CONTRACT.md).
  static func find(
    executable: String, environment: [String: String]
  ) throws(LocalStudioError) -> String {
    if let named = environment["T2V_STUDIO_BIN"], !named.isEmpty {
      guard isProgram(named) else { throw .programMissing(searched: [named]) }
      return named
    }
    let folder = executable.lastIndex(of: "/").map { String(executable[..<$0]) } ?? "."
    let folders = [folder] + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for folder in folders where isProgram("\(folder)/\(name)") { return "\(folder)/\(name)" }
    throw .programMissing(searched: [folder, "PATH"])
  }

  private static func isProgram(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
