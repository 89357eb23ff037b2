/// Reads paths and addresses in quotes.
struct QuotedReferenceReader {
  let text: ReferenceText

  /// The reference between the quote at a position and the one that closes it.
  func reference(at start: Int, closer: Character) -> Reference? {
    var value = ""
    var position = start + 1
    while position < text.characters.count {
      let character = text.characters[position]
      if character == closer {
        // A shell writes an apostrophe inside single quotes as '\''.
        if closer == "'", text.matches("'\\''", at: position) {
          value.append("'")
          position += 4
          continue
        }
        break
      }
      // A quote opens again: this one closes nowhere, or around it.
      if character == text.characters[start], character != closer { return nil }
      if character.isNewline || position - start > 4_096 { return nil }
      if closer == "\"", character == "\\", position + 1 < text.characters.count,
        text.characters[position + 1] == "\"" || text.characters[position + 1] == "\\"
      {
        value.append(text.characters[position + 1])
        position += 2
        continue
      }
      value.append(character)
      position += 1
    }
    guard position < text.characters.count, position > start + 1 else { return nil }
    let range = start..<(position + 1)
    let inner = value.trimmingSpaces()
    if ReferenceText.hasPrefix(inner, "file://") {
      guard let decoded = PathDecoding.path(ofFileAddress: inner) else { return nil }
      return Reference(kind: text.kind(ofPath: decoded), value: decoded, range: range)
    }
    if ReferenceText.hasPrefix(inner, "http://") || ReferenceText.hasPrefix(inner, "https://"),
      !inner.contains(where: \.isWhitespace)
    {
      return Reference(kind: AddressReader.kind(ofAddress: inner), value: inner, range: range)
    }
    if text.isPathPrefix(Array(inner.prefix(4))) {
      let expanded = PathDecoding.expandingHome(inner, home: text.home)
      let kind = text.kind(ofPath: expanded)
      if kind == .mediaPath || text.fileExists(expanded) || !inner.contains(where: \.isWhitespace) {
        return Reference(kind: kind, value: expanded, range: range)
      }
      return nil
    }
    if MediaExtension.isUploadable(inner), inner.count <= 255 {
      return Reference(kind: .bareName, value: inner, range: range)
    }
    return nil
  }
}
