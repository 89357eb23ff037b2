/// The standard's algorithm written down line by line over the decoded text of a whole stream, with no thought of
/// speed: what the parser is compared with.
enum NaiveEventStream {
  static func read(_ bytes: [UInt8]) -> Reading {
    var text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    if text.first == "\u{FEFF}" { text.removeFirst() }

    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case "\r":
        if index + 1 < text.count, text[index + 1] == "\n" { index += 1 }
        lines.append(line)
        line = []
      case "\n":
        lines.append(line)
        line = []
      case let scalar: line.append(scalar)
      }
      index += 1
    }

    var reading = Reading(comments: [])
    var data = ""
    var type = ""
    var idBuffer = ""
    var retry: Int?
    for line in lines {
      guard !line.isEmpty else {
        if !data.isEmpty {
          data.unicodeScalars.removeLast()
          reading.events.append(
            SeenEvent(
              event: type.isEmpty ? "message" : type, text: data, lastEventID: idBuffer, retry: retry))
        }
        (data, type, retry) = ("", "", nil)
        continue
      }
      if line.first == ":" {
        reading.comments?.append(string(line.dropFirst()))
        continue
      }
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      var value = parts.count > 1 ? parts[1] : []
      if value.first == " " { value = value.dropFirst() }
      switch string(parts[0]) {
      case "event": type = string(value)
      case "data":
        data.unicodeScalars.append(contentsOf: value)
        data.unicodeScalars.append("\n")
      case "id": if !value.contains("\0") { idBuffer = string(value) }
      case "retry":
        if !value.isEmpty, value.allSatisfy({ ("0"..."9").contains($0) }) {
          retry = Int(string(value)) ?? .max
        }
      default: break
      }
    }
    reading.isUnfinished = !line.isEmpty || !data.isEmpty
    return reading
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
