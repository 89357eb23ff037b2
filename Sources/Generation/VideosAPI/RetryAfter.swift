import CurlHTTP
import Foundation

/// How long a server asks to be left alone: `Retry-After` (RFC 9110, 10.2.3) in seconds or as a date, or OpenAI's
/// `retry-after-ms`.
enum RetryAfter {
  /// No server is waited for longer than this without asking the user.
  static let longest = Duration.seconds(600)

  /// Reads the header; nil if it says nothing, or something unreadable.
  static func read(_ headers: HTTPFields, now: Date) -> Duration? {
    if let text = headers["retry-after-ms"], let milliseconds = Double(text), milliseconds >= 0,
      milliseconds.isFinite
    {
      return min(longest, .milliseconds(Int64(min(1e9, milliseconds))))
    }
    guard let text = headers["Retry-After"] else { return nil }
    if let seconds = Double(text), seconds.isFinite {
      return seconds >= 0 ? min(longest, .seconds(min(1e6, seconds))) : nil
    }
    guard let date = HTTPDate.read(text) else { return nil }
    return min(longest, .seconds(max(0, date.timeIntervalSince(now))))
  }
}
