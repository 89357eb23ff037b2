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
    let (whole, stop) = text.decoded(start, end)
    if text.isHan(text.characters[start]), !whole.contains("/"), !text.fileExists(whole),
      let first = nameStart(from: start, to: stop)
    {
      let value = text.decoded(first, stop).value
      guard MediaExtension.isUploadable(value), value.first != "." else { return nil }
      return Reference(kind: .bareName, value: value, range: first..<stop)
    }
    let value = whole
    // 「上传/tmp/a.mov」: the word before a path is no folder, unless there is one.
    if text.isHan(text.characters[start]), value.contains("/"), !text.fileExists(value) { return nil }
    guard MediaExtension.isUploadable(value), value.first != "." else { return nil }
    // "3.5s.mp4" is a name; "mp4.mov" is one too; ".gif" is a format, and has been refused above.
    return Reference(kind: .bareName, value: value, range: start..<stop)
  }

  /// What may stand between a verb and the name: 「上传一下猫.mp4」, 「导出到成片.mp4」.
  private static let betweens: Set<String> = ["一下", "下", "到", "为", "成", "个", "一个", "这个", "至", "我的"]

  /// Where the name begins when the words before it run on into it (「请帮我上传猫.mp4」); nil when there is no verb
  /// for it, or nothing behind the verb.
  private func nameStart(from start: Int, to end: Int) -> Int? {
    var position = start
    var verbEnd: Int?
    while position < end, text.isHan(text.characters[position]) {
      var longest = 0
      var candidate = ""
      for index in position..<min(position + Lexicon.longestWord, end) {
        guard text.isHan(text.characters[index]) else { break }
        candidate += TextFolding.fold(text.characters[index])
        if Lexicon.words[candidate] != nil { longest = index + 1 - position }
      }
      let word = text.characters[position..<(position + longest)].map { TextFolding.fold($0) }.joined()
      if verbEnd != nil, !Self.betweens.contains(word) { break }
      guard longest > 0, let classes = Lexicon.words[word] else { break }
      position += longest
      if verbEnd != nil || !classes.isDisjoint(with: [.uploadVerb, .exportVerb, .saveVerb]) {
        verbEnd = position
      }
    }
    guard let verbEnd, verbEnd < end, text.characters[verbEnd] != "." else { return nil }
    return verbEnd
  }
}
