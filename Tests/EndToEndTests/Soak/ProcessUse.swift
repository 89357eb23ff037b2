import Foundation

/// What a process takes at one moment.
struct ProcessUse: Sendable, CustomStringConvertible {
  /// Memory that is its own, in bytes: what is resident without the pages of files.
  let memory: Int
  /// How many descriptors are open.
  let descriptors: Int

  var description: String { "\(memory >> 10) KiB, \(descriptors) descriptors" }

  /// Looks at a process; nil if it is gone.
  init?(of process: pid_t) {
    guard let status = FileManager.default.contents(atPath: "/proc/\(process)/status"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd")
    else { return nil }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first {
      $0.hasPrefix("RssAnon:")
    }
    guard
      let size = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
        Int($0)
      })
    else { return nil }
    memory = size << 10
    descriptors = names.count
  }
}
