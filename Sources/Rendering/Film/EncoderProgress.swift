import Synchronization

/// Tells what share of a film is made: the mean of what FFmpeg has been given and of what its own report (`-progress`) says
/// is encoded, for an encoder that looks ahead is silent at first; the latter alone where FFmpeg takes what it wants.
final class EncoderProgress: Sendable {
  private let key: String
  private let total: Double
  private let report: ProgressReport
  /// Whether it is told what FFmpeg has been given.
  private let isFed: Bool
  private let state = Mutex((given: 0.0, encoded: 0.0, count: 0.0))

  /// For a film of so many frames.
  init(frames: Int, report: ProgressReport, isFed: Bool = true) {
    self.isFed = isFed
    key = "frame="
    total = Double(max(1, frames))
    self.report = report
  }

  /// For so many milliseconds of sound.
  init(milliseconds: Int, report: ProgressReport) {
    isFed = true
    key = "out_time_us="
    total = Double(max(1, milliseconds)) * 1000
    self.report = report
  }

  /// Takes a line of the report.
  func hear(_ line: String) {
    guard line.hasPrefix(key), let done = Double(line.dropFirst(key.utf8.count)) else { return }
    tell { state in
      state.encoded = min(1, done / total)
      state.count = done
    }
  }

  /// How many frames are encoded, of what counts frames.
  var frames: Int { Int(exactly: state.withLock(\.count)) ?? 0 }

  /// Takes what share of the film FFmpeg has been given.
  func gave(_ share: Double) { tell { $0.given = min(1, share) } }

  /// The last hundredth is the writing of the file's end.
  private func tell(_ change: (inout (given: Double, encoded: Double, count: Double)) -> Void) {
    let share = state.withLock { state in
      change(&state)
      return isFed ? (state.given + state.encoded) / 2 : state.encoded
    }
    report.reached(min(0.99, share * 0.99))
  }
}
