import Understanding

/// Counts which intent was taken for which.
struct ConfusionTable: CustomStringConvertible {
  private var counts: [Intent: [Intent: Int]] = [:]
  private(set) var right = 0
  private(set) var total = 0

  mutating func add(expected: Intent, got: Intent) {
    counts[expected, default: [:]][got, default: 0] += 1
    total += 1
    if expected == got { right += 1 }
  }

  var accuracy: Double { total == 0 ? 1 : Double(right) / Double(total) }

  var description: String {
    func cell(_ text: String) -> String { String(repeating: " ", count: max(0, 9 - text.count)) + text }
    var table = cell("") + Intent.allCases.map { cell($0.rawValue) }.joined()
    for expected in Intent.allCases {
      table += "\n" + cell(expected.rawValue)
      table += Intent.allCases.map { cell(String(counts[expected]?[$0] ?? 0)) }.joined()
    }
    return table
  }
}
