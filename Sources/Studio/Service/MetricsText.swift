/// Numbers as Prometheus reads them (its text exposition format, version 0.0.4).
struct MetricsText {
  private(set) var text = ""

  /// What a number means.
  enum Kind: String { case counter, gauge }

  /// Adds a metric with one value for each set of labels.
  mutating func add(
    _ name: String, _ kind: Kind, _ help: String, _ values: [(labels: [(String, String)], value: Double)]
  ) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    for (labels, value) in values {
      let list = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
      text += name + (list.isEmpty ? "" : "{\(list)}") + " \(Self.number(value))\n"
    }
  }

  /// Adds a metric of one value.
  mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
    add(name, kind, help, [([], value)])
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
