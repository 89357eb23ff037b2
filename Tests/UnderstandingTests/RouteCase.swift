import Understanding

/// One labelled utterance of a `.tsv` file: intent, details, tag, text.
struct RouteCase: CustomStringConvertible {
  var expected: Route
  var tag: String
  var text: String

  var description: String { "[\(tag)] \(text)" }

  /// Reads a line. Details are `-`, or any of `f=` format, `r=` resolution, `path=`, `paths=` (divided by `|`),
  /// `rest=`, `then=format,resolution,path` with `-` for what is absent.
  init?(line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 4, let intent = Intent(rawValue: String(columns[0])) else { return nil }
    var route = Route(intent)
    var key = ""
    for word in columns[1].split(separator: " ", omittingEmptySubsequences: false) where columns[1] != "-" {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, ["f", "r", "path", "paths", "rest", "then"].contains(String(parts[0])) {
        key = String(parts[0])
        Self.set(key, String(parts[1]), in: &route)
      } else {
        Self.set(key, " " + word, in: &route)
      }
    }
    expected = route
    tag = String(columns[2])
    text = String(columns[3])
  }

  private static func set(_ key: String, _ value: String, in route: inout Route) {
    switch key {
    case "f": route.format = value
    case "r": route.resolution = value
    case "path": route.path = (route.path ?? "") + value
    case "paths":
      route.paths = (route.paths.joined(separator: "|") + value).split(separator: "|").map(String.init)
    case "rest": route.rest += value
    default:
      let parts = value.split(separator: ",").map { $0 == "-" ? nil : String($0) }
      guard parts.count == 3 else { return }
      route.thenExport = Route.ThenExport(format: parts[0], resolution: parts[1], path: parts[2])
    }
  }

  /// Whether a route is what the label says. What a message keeps of its text is not labelled.
  func matches(_ route: Route) -> Bool {
    var route = route
    if expected.intent == .message { route.rest = "" }
    return route == expected
  }

  /// As ``matches(_:)``, for the blind sets: there, the words around an upload's paths and an export that follows a
  /// message are labelled only where they matter.
  func matchesWhatIsLabelled(_ route: Route) -> Bool {
    var route = route
    if expected.rest.isEmpty { route.rest = "" }
    if expected.thenExport == nil { route.thenExport = nil }
    return matches(route)
  }
}
