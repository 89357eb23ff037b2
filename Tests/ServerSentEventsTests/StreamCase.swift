import Foundation
import ServerSentEvents
import Testing

/// One case of the files in Cases: bytes in, events and comments out. `\xHH` in an input is that byte.
struct StreamCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Event: Decodable, Sendable {
    let event: String?
    let data: String
    let id: String?
    let retry: Int?
  }

  let name: String
  let input: String
  let events: [Event]
  let comments: [String]?
  let unfinished: Bool?

  var testDescription: String { name }

  /// What a reader of the stream must see.
  var expected: Reading {
    Reading(
      events: events.map {
        SeenEvent(event: $0.event ?? "message", text: $0.data, lastEventID: $0.id ?? "", retry: $0.retry)
      },
      comments: comments, isUnfinished: unfinished ?? false)
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var rest = Substring(input)
    while let escape = rest.range(of: "\\x") {
      bytes += Array(rest[..<escape.lowerBound].utf8)
      let digits = rest[escape.upperBound...].prefix(2)
      bytes.append(UInt8(digits, radix: 16) ?? 0)
      rest = rest[digits.endIndex...]
    }
    return bytes + Array(rest.utf8)
  }

  /// All cases of all files, file by file.
  static let all: [StreamCase] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name -> [StreamCase] in
      do {
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        return try JSONDecoder().decode([StreamCase].self, from: data)
      } catch {
        preconditionFailure("\(name): \(error)")
      }
    }
  }()
}
