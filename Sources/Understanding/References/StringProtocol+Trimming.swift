extension StringProtocol {
  /// The text without white space at its ends.
  func trimmingSpaces() -> String {
    var view = self[...]
    while view.first?.isWhitespace == true { view = view.dropFirst() }
    while view.last?.isWhitespace == true { view = view.dropLast() }
    return String(view)
  }
}
