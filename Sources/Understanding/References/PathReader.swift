/// Reads paths that stand without quotes, also with bare spaces in them.
struct PathReader {
  let text: ReferenceText

  /// How many words a path with bare spaces may have.
  private static let longestSpacedPath = 12

  /// A path that is written out: ends at a bare space, unless only more words make it a media file.
  func path(at start: Int) -> Reference? {
    let firstEnd = text.wordEnd(from: start)
    let first = text.decoded(start, firstEnd)
    if MediaExtension.isUploadable(first.value) {
      return Reference(kind: .mediaPath, value: first.value, range: start..<first.end)
    }
    if let spaced = spacedPath(at: start, firstEnd: firstEnd) { return spaced }
    guard first.value.contains("/"), first.value.count > 1 else { return nil }
    return Reference(kind: .otherPath, value: first.value, range: start..<first.end)
  }

  /// `/home/me/My Movies/summer trip.mov`: words are added until the name has a media extension. Only when such
  /// a file is there, the path opens the line (after a word like "upload"), or the later words continue the path.
  func spacedPath(at start: Int, firstEnd: Int) -> Reference? {
    var end = firstEnd
    var continued = false
    for _ in 0..<Self.longestSpacedPath {
      guard end < text.characters.count, text.characters[end] == " " else { return nil }
      var next = end
      while next < text.characters.count, text.characters[next] == " " { next += 1 }
      guard next < text.characters.count, !text.startsPath(at: next), !text.matches("http", at: next),
        !text.matches("file:", at: next)
      else { return nil }
      end = text.wordEnd(from: next)
      let word = text.characters[next..<end]
      if word.contains("/") { continued = true }
      let candidate = text.decoded(start, end)
      if MediaExtension.isUploadable(candidate.value) {
        let opens = opensLine(start)
        guard opens || continued || text.fileExists(candidate.value) else { return nil }
        return Reference(kind: .mediaPath, value: candidate.value, range: start..<candidate.end)
      }
    }
    return nil
  }

  /// Whether at most two words stand before a position on its line.
  func opensLine(_ position: Int) -> Bool {
    var words = 0
    var index = position - 1
    while index >= 0, !text.characters[index].isNewline {
      if !text.characters[index].isWhitespace, index == 0 || text.characters[index - 1].isWhitespace {
        words += 1
      }
      if words > 2 { return false }
      index -= 1
    }
    return true
  }
}
