import Foundation

/// A conversation as a file: what is typed, what the service is asked and answers, what the user is told.
///
/// Anyone can add one without code: see Tests/ConversationTests/Cases/README.md for its keys.
package struct WireCase: Decodable, Sendable {
  /// How the session is set up; every key has a default.
  package struct Setup: Decodable, Sendable {
    /// `stored` (the default), `none`, `expired`, `environment` or `studio`.
    package var token: String?
    package var studio: String?
    package var auto: Bool?
    /// The user's answers to questions, in order; without it nobody can be asked.
    package var answers: [Bool]?
    /// Files to make in the test's folder before it starts, by name: text, or a number of bytes of a media file.
    package var files: [String: JSONTree]?
    /// Waits in seconds before each look after a break.
    package var recovery: [Double]?
    package var clientID: String?
    /// `none`: the user's locale tells no language.
    package var locale: String?

    package init() {}
  }

  /// Something the user does.
  package struct Input: Decodable, Sendable {
    /// A line typed.
    package var type: String?
    /// Interrupts when an event of this kind comes while the line is worked on.
    package var interruptAt: String?
    /// Leaves and starts again: takes up unfinished renders.
    package var restart: Bool?
    /// The session to take up at a restart.
    package var resume: String?
    /// Sends a prompt as `t2v make` does.
    package var make: String?

    package init(from decoder: any Decoder) throws {
      if let line = try? decoder.singleValueContainer().decode(String.self) {
        type = line
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      type = try container.decodeIfPresent(String.self, forKey: .type)
      interruptAt = try container.decodeIfPresent(String.self, forKey: .interruptAt)
      restart = try container.decodeIfPresent(Bool.self, forKey: .restart)
      resume = try container.decodeIfPresent(String.self, forKey: .resume)
      make = try container.decodeIfPresent(String.self, forKey: .make)
    }

    private enum CodingKeys: String, CodingKey {
      case type, interruptAt, restart, resume, make
    }
  }

  /// A sentence that says what the user gets.
  package var title: String
  package var setup: Setup?
  package var inputs: [Input]
  package var exchanges: [WireExchange]
  /// The events told, in order; kinds that are named nowhere here and in ``quiet`` are passed over.
  package var events: [JSONTree]
  /// The waits in seconds, in order.
  package var waits: [Double]?
  /// Whether everything went well; true by default.
  package var succeeds: Bool?
  /// The files in the test's folder at the end, by name, with their sizes; others are an error.
  package var saved: [String: Int]?
  /// How many unfinished renders are on disk at the end; 0 by default.
  package var rendersLeft: Int?
  /// Texts that no event may hold.
  package var never: [String]?

  /// Kinds of events that are checked only in cases that name one.
  package static let quiet: Set<String> = ["ready", "route", "progress", "tool", "heartbeat"]

  /// The cases of a folder with their paths, folder by folder, and the exchanges that they share.
  package static func all(in folder: URL) throws -> [(path: String, case: WireCase)] {
    let common = try JSONDecoder().decode(
      [String: WireExchange].self, from: Data(contentsOf: folder.appendingPathComponent("common.json")))
    var cases: [(path: String, case: WireCase)] = []
    for topic in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let topicFolder = folder.appendingPathComponent(topic)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: topicFolder.path)) ?? []
      for name in names.filter({ $0.hasSuffix(".json") }).sorted() {
        let data = try Data(contentsOf: topicFolder.appendingPathComponent(name))
        var wireCase = try JSONDecoder().decode(WireCase.self, from: data)
        wireCase.exchanges = try wireCase.exchanges.flatMap { exchange -> [WireExchange] in
          guard let named = exchange.common else { return [exchange] }
          guard let found = common[named] else { throw Unknown(exchange: named, path: "\(topic)/\(name)") }
          return Array(repeating: found, count: exchange.times ?? 1)
        }
        cases.append(("\(topic)/\(name)", wireCase))
      }
    }
    return cases
  }

  /// A case names a shared exchange that there is not.
  package struct Unknown: Error {
    package let exchange: String
    package let path: String
  }
}
