import Conversation
import FoundationEssentials

/// Sessions as lines of a list.
public enum SessionListing {
  /// A session's id, when it was used last, what it holds, and its prompt.
  public static func line(for record: SessionRecord, now: Date = Date()) -> String {
    let prompt = record.prompt.map(TextSanitiser.singleLine) ?? "(nothing yet)"
    let short = prompt.count > 60 ? prompt.prefix(59) + "…" : prompt
    let facts = [
      TextSanitiser.singleLine(record.id), age(now.timeIntervalSince(record.used)),
      counted(record.tracks, "track"), counted(record.renders, "render"), String(short),
    ]
    return facts.joined(separator: "  ")
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  private static func age(_ seconds: Double) -> String {
    switch seconds {
    case ..<60: "just now"
    case ..<3600: "\(Int(seconds / 60)) min ago"
    case ..<86_400: "\(Int(seconds / 3600)) h ago"
    default: "\(Int(seconds / 86_400)) d ago"
    }
  }
}
