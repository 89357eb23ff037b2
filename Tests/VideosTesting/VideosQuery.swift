import Foundation

/// What a request for the list of videos says (openai 2, `types/video_list_params.py`).
struct VideosQuery {
  var isNewestFirst = true
  var limit = 20
  var after: String?

  /// Checks a query.
  /// - Throws: a refusal with status 400 for anything that is not published.
  init(_ query: String) throws {
    var names: Set<String> = []
    for item in URLComponents(string: "?" + query)?.queryItems ?? [] {
      guard names.insert(item.name).inserted else { throw Self.refusal(item.name) }
      switch (item.name, item.value) {
      case ("order", "asc"): isNewestFirst = false
      case ("order", "desc"): isNewestFirst = true
      case ("limit", let text?):
        guard let number = Int(text), (0...100).contains(number) else { throw Self.refusal(item.name) }
        limit = number
      case ("after", let id?): after = id
      default: throw Self.refusal(item.name)
      }
    }
  }

  private static func refusal(_ name: String) -> VideosServer.Refusal {
    VideosServer.Refusal(
      status: 400, message: "Invalid query parameter: '\(name)'.", parameter: name, code: "invalid_value")
  }
}
