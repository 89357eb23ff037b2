import CurlHTTP
import FoundationEssentials
import RawJSON

/// What a server says of its trouble: OpenAI's `{"error":{"message":…}}`, FastAPI's `{"detail":…}`, or plain text.
struct ServerComplaint: Sendable, Equatable {
  /// The HTTP status.
  var status: Int
  /// The server's words, on one line, short, without the key.
  var text: String
  /// After how long it wants to be asked again.
  var retryAfter: Duration?

  /// Whether the same call may be answered otherwise later.
  var isPassing: Bool {
    status == 408 || status == 409 || status == 425 || status == 429 || status >= 500
  }

  /// Reads an answer that came at a moment.
  init(_ error: HTTPStatusError, key: Secret?, now: Date) {
    status = error.status
    retryAfter = RetryAfter.read(error.headers, now: now)
    text = Self.line(Self.words(error.body), key: key)
  }

  private static func words(_ body: [UInt8]) -> String {
    guard let json = JSONValue(body) else { return String(decoding: body.prefix(400), as: UTF8.self) }
    if let text = json["error"]?["message"]?.string ?? json["error"]?.string { return text }
    if let text = json["detail"]?.string ?? json["message"]?.string { return text }
    let details = json["detail"]?.elements.compactMap { detail -> String? in
      let place = detail["loc"]?.elements.compactMap(\.stringOrNumberText).last
      return detail["msg"]?.string.map { message in place.map { "\($0): \(message)" } ?? message }
    }
    return details?.joined(separator: "; ") ?? ""
  }

  /// A text of a stranger as part of a line: no control characters, no key, at most 300 characters.
  static func line(_ text: String, key: Secret?) -> String {
    var plain = ""
    for scalar in text.unicodeScalars.prefix(2000) {
      let isControl = scalar.value < 32 || (0x7F...0x9F).contains(scalar.value)
      plain.unicodeScalars.append(isControl ? " " : scalar)
    }
    if let key, !key.isEmpty { plain = plain.replacing(key.revealed(), with: key.description) }
    var line = plain.split(separator: " ").joined(separator: " ")
    if line.count > 300 { line = line.prefix(299) + "…" }
    while line.last == "." { line.removeLast() }
    return line
  }
}
