import Foundation

/// The processes of this machine, as far as they belong to a sandbox.
enum ProcessTable {
  /// The processes whose environment names the folder, but for zombies, which are gone and only not yet waited for.
  static func processes(of folder: String) -> [(id: pid_t, name: String)] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { entry in
      guard let id = pid_t(entry), id != getpid(),
        let environment = FileManager.default.contents(atPath: "/proc/\(id)/environ"),
        environment.range(of: Data(folder.utf8)) != nil,
        let status = FileManager.default.contents(atPath: "/proc/\(id)/stat")
      else { return nil }
      let text = String(decoding: status, as: UTF8.self)
      guard let open = text.firstIndex(of: "("), let end = text.lastIndex(of: ")") else { return nil }
      guard !text[end...].hasPrefix(") Z") else { return nil }
      return (id, String(text[text.index(after: open)..<end]))
    }
  }
}
