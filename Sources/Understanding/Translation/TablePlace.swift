/// Where in a table the line before stood.
enum TablePlace: Sendable, Equatable {
  /// It was the first row.
  case head
  /// It was the rule under the head, or a row below.
  case body(followsInstruction: Bool)
}
