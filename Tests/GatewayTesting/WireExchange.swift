/// A request that is expected and the bytes that answer it.
package struct WireExchange: Decodable, Sendable {
  /// The name of a shared exchange, in place of everything else.
  package var common: String?
  /// How often the shared exchange comes.
  package var times: Int?

  /// `POST /run_sse`: method and path.
  package var request = ""
  /// The request goes to the other origin, where no token may be seen.
  package var isElsewhere = false
  /// Header fields: a value, `*` for any, null for absent.
  package var headers: [String: JSONTree] = [:]
  /// What the JSON body has to hold.
  package var json: JSONTree?
  /// Bytes that the body has to hold exactly as they stand here.
  package var contains: [String] = []
  /// How many unfinished renders are on disk when the request comes.
  package var rendersOnDisk: Int?

  package var answer = WireAnswer()

  package init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      common = name
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    common = try container.decodeIfPresent(String.self, forKey: .common)
    times = try container.decodeIfPresent(Int.self, forKey: .times)
    request = try container.decodeIfPresent(String.self, forKey: .request) ?? ""
    isElsewhere = try container.decodeIfPresent(Bool.self, forKey: .elsewhere) ?? false
    headers = try container.decodeIfPresent([String: JSONTree].self, forKey: .headers) ?? [:]
    json = try container.decodeIfPresent(JSONTree.self, forKey: .json)
    contains = try container.decodeIfPresent([String].self, forKey: .contains) ?? []
    rendersOnDisk = try container.decodeIfPresent(Int.self, forKey: .rendersOnDisk)
    answer = try container.decodeIfPresent(WireAnswer.self, forKey: .answer) ?? WireAnswer()
  }

  private enum CodingKeys: String, CodingKey {
    case common, times, request, elsewhere, headers, json, contains, rendersOnDisk, answer
  }
}
