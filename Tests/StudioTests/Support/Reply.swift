import Foundation

/// An HTTP answer.
struct Reply: Sendable {
  var status: Int
  var headers: [String: String]
  var body: Data

  /// The body as JSON.
  var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
  /// The `code` of the envelope.
  var code: Int? { json["code"] as? Int }
  /// The `data` of the envelope.
  var data: [String: Any] { json["data"] as? [String: Any] ?? [:] }
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The JSON objects of an event stream, read by its blank lines.
  var events: [[String: Any]] {
    text.components(separatedBy: "\n\n").compactMap { block in
      guard block.hasPrefix("data: ") else { return nil }
      return (try? JSONSerialization.jsonObject(with: Data(block.dropFirst(6).utf8))) as? [String: Any]
    }
  }

  /// The parts of all events, with whether they are pieces.
  var parts: [(isPiece: Bool, part: [String: Any])] {
    events.flatMap { event in
      let content = event["content"] as? [String: Any] ?? [:]
      return (content["parts"] as? [[String: Any]] ?? []).map { (event["partial"] as? Bool ?? false, $0) }
    }
  }

  /// What was said, from the aggregates.
  var said: String { parts.filter { !$0.isPiece }.compactMap { $0.part["text"] as? String }.joined() }

  /// The names of the tools, in the order of their calls.
  var tools: [String] {
    parts.compactMap { ($0.part["functionCall"] as? [String: Any])?["name"] as? String }
  }

  /// Reads the bytes of a whole answer, up to the end of the connection.
  init?(_ bytes: Data) {
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    headers = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1)
      if halves.count == 2 {
        headers[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces)
      }
    }
    body = Data(bytes[end.upperBound...])
    if headers["transfer-encoding"] == "chunked" {
      guard let whole = Self.unchunked(body) else { return nil }
      body = whole
    }
  }

  /// The content of a chunked body; nil if it has no end.
  private static func unchunked(_ bytes: Data) -> Data? {
    var rest = bytes[...]
    var content = Data()
    while let end = rest.range(of: Data("\r\n".utf8)) {
      guard let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16) else {
        return nil
      }
      if size == 0 { return content }
      let start = end.upperBound
      guard rest.endIndex - start >= size + 2 else { return nil }
      content += rest[start..<start + size]
      rest = rest[(start + size + 2)...]
    }
    return nil
  }
}
