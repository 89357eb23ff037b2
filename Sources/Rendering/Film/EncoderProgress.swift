/// Hears FFmpeg's own report (`-progress`) and tells what share of the film is encoded.
struct EncoderProgress: Sendable {
  private let key: String
  private let total: Double
  private let report: ProgressReport

  /// For a film of so many frames.
  init(frames: Int, report: ProgressReport) {
    key = "frame="
    total = Double(max(1, frames))
    self.report = report
  }

  /// For so many milliseconds of sound.
  init(milliseconds: Int, report: ProgressReport) {
    key = "out_time_us="
    total = Double(max(1, milliseconds)) * 1000
    self.report = report
  }

  /// Takes a line of the report. The last hundredth is the writing of the file's end.
  func hear(_ line: String) {
    guard line.hasPrefix(key), let done = Double(line.dropFirst(key.utf8.count)) else { return }
    report.reached(min(0.99, done / total * 0.99))
  }
}
