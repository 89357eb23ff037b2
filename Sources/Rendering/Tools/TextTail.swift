/// The last few kilobytes of a program's messages: enough for its final complaint, however much it wrote before.
package struct TextTail: Sendable {
  private var bytes: [UInt8] = []
  private let limit: Int

  /// Keeps the last `limit` bytes.
  package init(limit: Int = 8192) { self.limit = limit }

  /// Adds what came, and forgets what no longer fits.
  package mutating func append(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
    if bytes.count > limit { bytes.removeFirst(bytes.count - limit) }
  }

  /// Everything kept, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last line that says something, without FFmpeg's `[component @ 0x…]` labels; nil if there is none.
  ///
  /// FFmpeg ends with "Conversion failed!" after saying why, so that line is skipped.
  package var lastMeaningfulLine: String? {
    let lines = text.split(whereSeparator: \.isNewline).map(Self.plain)
    return lines.last { !$0.isEmpty && $0 != "Conversion failed!" }
  }

  private static func plain(_ line: Substring) -> String {
    var rest = line.drop { $0 == " " }
    while rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    let visible = rest.unicodeScalars.filter { $0.properties.generalCategory != .control }
    var text = String(String.UnicodeScalarView(visible))
    while text.hasSuffix(".") || text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
