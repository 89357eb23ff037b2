import Conversation

/// A bar on one row, such as `Rendering ███████▌      47% 0:12`.
enum ProgressBar {
  /// Eighths of a cell, from none to whole.
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The row of a progress for a width; without room for a bar it is words alone.
  static func row(_ progress: Progress, elapsed: Int, columns: Int, isPlain: Bool) -> String {
    let name = Wording.name(of: progress.operation)
    let percent = "\(Int((progress.fraction * 100).rounded(.down)))%"
    var facts = "\(percent) \(Wording.clock(elapsed))"
    if let left = secondsLeft(progress.fraction, elapsed: elapsed) {
      facts += ", \(Wording.clock(left)) left"
    }
    let room = min(30, columns - name.count - facts.count - 4)
    guard room >= 6 else { return "\(name) \(percent)" }
    return "\(name) \(bar(progress.fraction, width: room, isPlain: isPlain)) \(facts)"
  }

  private static func bar(_ fraction: Double, width: Int, isPlain: Bool) -> String {
    let cells = Int((fraction * Double(width * 8)).rounded(.down))
    if isPlain {
      let full = cells / 8
      return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full) + "]"
    }
    let full = cells / 8
    let part = eighths[cells % 8]
    let blank = width - full - (part.isEmpty ? 0 : 1)
    return String(repeating: "█", count: full) + part + String(repeating: "░", count: blank)
  }

  /// What is left, once there is enough to go by.
  private static func secondsLeft(_ fraction: Double, elapsed: Int) -> Int? {
    guard elapsed >= 3, fraction > 0.05, fraction < 1 else { return nil }
    return Int(Double(elapsed) * (1 - fraction) / fraction)
  }
}
