import Foundation

/// libfaketime, where it is installed: another time of day for one program.
enum FakeTime {
  /// The library's path; nil where it is not installed.
  static let library: String? = {
    let folders = ((try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []).map {
      "/usr/lib/" + $0
    }
    return (folders + ["/usr/lib"]).map { $0 + "/faketime/libfaketimeMT.so.1" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
  }()

  /// The variables that move a program's clock, while its stopwatches go on as they are.
  static func environment(offset seconds: Int) -> [String: String] {
    guard let library else { return [:] }
    let offset = (seconds < 0 ? "" : "+") + "\(seconds)"
    return ["LD_PRELOAD": library, "FAKETIME": offset, "DONT_FAKE_MONOTONIC": "1", "FAKETIME_NO_CACHE": "1"]
  }
}
