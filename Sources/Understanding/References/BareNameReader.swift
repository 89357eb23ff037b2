/// Reads names of media files without a folder before them.
struct BareNameReader {
  let text: ReferenceText

  /// The name that starts at a position.
  func name(at start: Int) -> Reference? {
    guard text.characters[start].isLetter || text.characters[start].isNumber || text.characters[start] == "_"
    else {
      return nil
    }
    guard text.characters[start].isASCII || start == 0 || !text.characters[start - 1].isLetter else {
      return nil
    }
    var end = start
    var dotted = false
    while end < text.characters.count {
      let character = text.characters[end]
      if character == "\\", end + 1 < text.characters.count, text.characters[end + 1] == " " {
        end += 2
        continue
      }
      guard
        character.isLetter || character.isNumber || "._-/+@()".contains(character)
      else { break }
      if character == "." { dotted = true }
      end += 1
    }
    guard dotted, end - start >= 3 else { return nil }
    let (value, stop) = text.decoded(start, end)
    // 「上传/tmp/a.mov」: the word before a path is no folder, unless there is one.
    if text.isHan(text.characters[start]), value.contains("/"), !text.fileExists(value) { return nil }
    guard MediaExtension.isUploadable(value), value.first != "." else { return nil }
    // "3.5s.mp4" is a name; "mp4.mov" is one too; ".gif" is a format, and has been refused above.
    return Reference(kind: .bareName, value: value, range: start..<stop)
  }
}
