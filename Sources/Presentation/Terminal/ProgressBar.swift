import Conversation

/// A bar on one row, such as `Downloading ███████▌      47% 8.3 MB/s 0:12 left`.
enum ProgressBar {
  /// Eighths of a cell, from none to whole.
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The row of a progress for a width; what has no room is left out: first the bar, then the rate, then the time.
  ///
  /// - Parameter elapsed: Seconds since the operation began.
  static func row(_ progress: Progress, elapsed: Double, columns: Int, isASCII: Bool) -> String {
    let name = Wording.name(of: progress.operation)
    let percent = "\(Int((progress.fraction * 100).rounded(.down)))%"
    let time =
      secondsLeft(progress.fraction, elapsed: elapsed).map { "\(Wording.clock($0)) left" }
      ?? Wording.clock(Int(elapsed))
    let rate = rate(of: progress, elapsed: elapsed).map { " \($0)" } ?? ""
    let facts = "\(percent)\(rate) \(time)"
    let room = min(30, columns - name.count - facts.count - 4)
    if room >= 6 { return "\(name) \(bar(progress.fraction, width: room, isASCII: isASCII)) \(facts)" }
    let shorter = ["\(name) \(facts)", "\(name) \(percent) \(time)"]
    return shorter.first { $0.count <= columns } ?? "\(name) \(percent)"
  }

  private static func bar(_ fraction: Double, width: Int, isASCII: Bool) -> String {
    let cells = Int((fraction * Double(width * 8)).rounded(.down))
    let full = cells / 8
    if isASCII {
      return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full) + "]"
    }
    let part = eighths[cells % 8]
    let blank = width - full - (part.isEmpty ? 0 : 1)
    return String(repeating: "█", count: full) + part + String(repeating: "░", count: blank)
  }

  /// Bytes a second, once there is enough to go by.
  private static func rate(of progress: Progress, elapsed: Double) -> String? {
    guard let total = progress.total, elapsed >= 0.5, progress.fraction > 0 else { return nil }
    return Wording.size(Int64(Double(total) * progress.fraction / elapsed)) + "/s"
  }

  /// What is left, once there is enough to go by.
  private static func secondsLeft(_ fraction: Double, elapsed: Double) -> Int? {
    guard elapsed >= 3, fraction > 0.05, fraction < 1 else { return nil }
    return Int(elapsed * (1 - fraction) / fraction)
  }
}
