/// Finds where calls begin in the bytes of a client's connection.
struct CallReader {
  private var head: [UInt8] = []
  private var bodyLeft = 0

  /// Whether the last byte that was read ended a call.
  var isAtEnd: Bool { bodyLeft == 0 && head.isEmpty }

  /// Reads bytes.
  ///
  /// - Returns: The first lines of the calls whose head ends in them.
  mutating func read(_ bytes: [UInt8]) -> [String] {
    var calls: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      if bodyLeft > 0 {
        let count = min(bodyLeft, rest.count)
        bodyLeft -= count
        rest = rest.dropFirst(count)
        continue
      }
      head.append(rest.removeFirst())
      guard head.suffix(4) == [13, 10, 13, 10] else { continue }
      let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
      head = []
      for line in lines where line.lowercased().hasPrefix("content-length:") {
        bodyLeft = Int(line.dropFirst(15).filter { $0 != " " }) ?? 0
      }
      if let first = lines.first { calls.append(first) }
    }
    return calls
  }
}
