import Conversation
import MediaFormats
import NemoVideo
import TimelineDraft

/// The sentences that the terminal and the pipe share.
enum Wording {
  /// The closing line of an export: `Saved ./sunset.mp4 (1080×1920, 10.0 s, 8.3 MB)`.
  static func saved(_ result: ExportResult) -> String {
    var facts: [String] = []
    let hasPicture = ![.mp3, .wav, .m4a, .aac].contains(result.format)
    if hasPicture, let width = result.width, let height = result.height { facts.append("\(width)×\(height)") }
    if result.durationMS > 0, ![.jpg, .png].contains(result.format) {
      facts.append("\(tenths(Double(result.durationMS) / 1000)) s")
    }
    facts.append(size(result.bytes))
    return "Saved \(result.path) (\(facts.joined(separator: ", ")))"
  }

  /// Credits in a sentence.
  static func credits(_ credits: CreditBalance) -> String {
    let available = CreditBalance.text(credits.available)
    guard credits.frozen > 0 else { return "\(available) credits" }
    return
      "\(available) credits, and \(CreditBalance.text(credits.frozen)) reserved for work in progress (\(CreditBalance.text(credits.total)) in all)"
  }

  /// Files that were taken.
  static func uploaded(_ files: [UploadedFile]) -> String {
    "Uploaded " + files.map { "\($0.name) (\($0.type))" }.joined(separator: ", ")
  }

  /// Still at it, after so many seconds: `⏳ Still working… 2:00`.
  static func heartbeat(_ elapsed: Int) -> String { "⏳ Still working… \(clock(elapsed))" }

  /// Seconds as minutes and seconds: `0:42`, `12:05`.
  static func clock(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A size in bytes as a person reads it: `8.3 MB`.
  static func size(_ bytes: Int64) -> String {
    switch Double(bytes) {
    case ..<1000: "\(bytes) bytes"
    case let size where size < 999_500: "\(Int((size / 1000).rounded())) KB"
    case let size where size < 999_950_000: "\(tenths(size / 1_000_000)) MB"
    case let size: "\(tenths(size / 1_000_000_000)) GB"
    }
  }

  /// What is being transferred or rendered, in one word.
  static func name(of operation: Progress.Operation) -> String {
    switch operation {
    case .upload: "Uploading"
    case .render: "Rendering"
    case .download: "Downloading"
    }
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The last turns of a session that is taken up again, a line each: what the user said behind `>`.
  static func recalled(_ turns: [RecordedTurn]) -> [String] {
    turns.suffix(3).flatMap { turn in
      let reply = turn.reply.isEmpty ? [] : [turn.reply]
      return ["> \(TextSanitiser.singleLine(turn.message))"] + reply
    }
  }
}
