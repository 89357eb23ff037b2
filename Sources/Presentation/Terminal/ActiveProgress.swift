import Conversation

/// The transfers and renders that are going on, each with its bar.
struct ActiveProgress {
  private struct Entry {
    var progress: Progress
    let start: ContinuousClock.Instant
  }

  private var entries: [Entry] = []
  private var toldTenths: [Progress.Operation: Int] = [:]

  /// Whether there is none.
  var isEmpty: Bool { entries.isEmpty }

  /// How far the one that began last is, 0 to 1.
  var latestFraction: Double? { entries.last?.progress.fraction }

  /// Notes how far one is.
  mutating func note(_ progress: Progress, at time: ContinuousClock.Instant) {
    if let index = entries.firstIndex(where: { $0.progress.operation == progress.operation }) {
      if entries[index].progress.subject == progress.subject,
        entries[index].progress.fraction <= progress.fraction
      {
        entries[index].progress = progress
      } else {
        // Another file, or a new attempt.
        entries[index] = Entry(progress: progress, start: time)
      }
    } else {
      entries.append(Entry(progress: progress, start: time))
    }
  }

  /// Forgets those of a kind, or all.
  mutating func end(_ operation: Progress.Operation? = nil) {
    entries.removeAll { operation == nil || $0.progress.operation == operation }
    if let operation { toldTenths[operation] = nil } else { toldTenths = [:] }
  }

  /// A row each.
  func rows(at time: ContinuousClock.Instant, columns: Int, isASCII: Bool) -> [String] {
    entries.map { entry in
      let elapsed = entry.start.duration(to: time) / .seconds(1)
      return ProgressBar.row(entry.progress, elapsed: elapsed, columns: columns, isASCII: isASCII)
    }
  }

  /// A line for each tenth that is reached, where nothing can be redrawn; nil in between.
  mutating func line(for progress: Progress) -> String? {
    let tenth = Int(progress.fraction * 10)
    guard toldTenths[progress.operation] != tenth else { return nil }
    toldTenths[progress.operation] = tenth == 10 ? nil : tenth
    return "\(Wording.name(of: progress.operation)) \(tenth * 10)%"
  }
}
