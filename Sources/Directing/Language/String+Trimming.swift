extension StringProtocol {
  /// Without some characters at both its ends.
  func trimmed(of characters: String) -> String {
    String(trimmedEnd(of: characters).drop { characters.contains($0) })
  }

  /// Without some characters at its end.
  func trimmedEnd(of characters: String) -> String {
    var rest = self[...]
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
