/// A search through earlier lines, as Ctrl-R does it: a value that is told what is typed and knows which line it means.
///
/// Small letters find capital ones too.
package struct HistorySearch: Equatable, Sendable {
  /// The entries to search, newest first.
  private let entries: [String]
  /// What is searched for.
  package private(set) var query = ""
  /// The line that was found last.
  package private(set) var match: String?
  /// Whether nothing older, or newer, holds the query.
  package private(set) var isFailed = false

  private var index = 0

  /// Starts a search.
  /// - Parameter entries: the history, oldest first.
  package init(_ entries: [String]) {
    self.entries = entries.reversed()
  }

  /// What stands before the line while it is searched.
  package var prompt: String {
    if query.isEmpty { return "search: " }
    return isFailed ? "no “\(query)”: " : "“\(query)”: "
  }

  /// Where the query stands in the match, in scalars.
  package var offset: Int {
    guard let match, let range = Self.find(query, in: match) else { return 0 }
    return match.unicodeScalars.distance(from: match.startIndex, to: range.lowerBound)
  }

  /// Searches for more: a line that was found stays as long as it fits.
  package mutating func append(_ text: String) {
    query += text
    look(from: index, by: 1)
  }

  /// Takes the last character back, and begins anew at the newest line.
  package mutating func deleteBack() {
    guard !query.isEmpty else { return }
    query.removeLast()
    index = 0
    if query.isEmpty {
      (match, isFailed) = (nil, false)
    } else {
      look(from: 0, by: 1)
    }
  }

  /// The next older line with the query.
  package mutating func goOlder() {
    if !query.isEmpty { look(from: index + 1, by: 1) }
  }

  /// The next newer line with the query.
  package mutating func goNewer() {
    if !query.isEmpty { look(from: index - 1, by: -1) }
  }

  private mutating func look(from start: Int, by step: Int) {
    var place = start
    while entries.indices.contains(place) {
      if Self.find(query, in: entries[place]) != nil {
        (index, match, isFailed) = (place, entries[place], false)
        return
      }
      place += step
    }
    isFailed = true
  }

  private static func find(_ query: String, in line: String) -> Range<String.Index>? {
    if query.contains(where: \.isUppercase) { return line.firstRange(of: query) }
    // Character by character: lowering a whole line could change how many there are.
    let wanted = query.map { $0.lowercased() }
    var start = line.startIndex
    while start < line.endIndex {
      var end = start
      var isSame = true
      for character in wanted {
        guard end < line.endIndex, line[end].lowercased() == character else {
          isSame = false
          break
        }
        end = line.index(after: end)
      }
      if isSame { return start..<end }
      start = line.index(after: start)
    }
    return nil
  }
}
