/// The characters of an utterance, with what the readers of references ask about them.
struct ReferenceText {
  let characters: [Character]
  let home: String?
  let fileExists: (String) -> Bool

  /// The longest path that systems take, in characters.
  private static let longestPath = 4_096

  static let trailing: Set<Character> = [
    ".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "\"", "'", "”", "’", "»", "`", "…",
  ]
  static let wideStops: Set<Character> = [
    "，", "。", "；", "！", "？", "、", "：", "（", "）", "“", "”", "《", "》", "」",
  ]

  func startsPath(at start: Int) -> Bool {
    isPathPrefix(Array(characters[start..<min(start + 4, characters.count)]))
  }

  func isPathPrefix(_ head: [Character]) -> Bool {
    guard let first = head.first else { return false }
    let second = head.count > 1 ? head[1] : " "
    switch first {
    case "/": return second != "/" && !second.isWhitespace
    case "~": return second == "/" || (second.isLetter && head.count > 1)
    case ".": return second == "/" || (second == "." && head.count > 2 && head[2] == "/")
    default: return false
    }
  }

  /// The end of a word: the first bare space. Backslash-escaped characters belong to it.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < characters.count, end - start < Self.longestPath {
      let character = characters[end]
      if character == "\\", end + 1 < characters.count, !characters[end + 1].isNewline {
        end += 2
        continue
      }
      if character.isWhitespace || Self.wideStops.contains(character) { break }
      if character == "\"" || character == "“" || character == "”" { break }
      if character == ";" || character == ",", end > start, end + 1 < characters.count,
        startsPath(at: end + 1)
      {
        break
      }
      end += 1
    }
    return end
  }

  /// The path between two positions, without the punctuation of the sentence around it. In a script without
  /// spaces it may be followed by words directly ("~/a.mov加个标题"): the extension ends it then.
  func decoded(_ start: Int, _ end: Int) -> (value: String, end: Int) {
    var end = trimmedEnd(start, end)
    if let cut = extensionBeforeHan(start, end) { end = cut }
    let value = PathDecoding.removingEscapes(characters[start..<end])
    return (PathDecoding.expandingHome(value, home: home), end)
  }

  /// The end of the first media extension that Chinese words follow directly, unless they lead to another one of
  /// the same name: not in 「/tmp/a.mp4备份.mp4」, but in 「/tmp/a.mp4和/tmp/b.mp4」.
  func extensionBeforeHan(_ start: Int, _ end: Int) -> Int? {
    guard characters[start..<end].contains(where: { isHan($0) }) else { return nil }
    let isWhole = MediaExtension.isUploadable(String(characters[start..<end]))
    for dot in start..<end where characters[dot] == "." && dot > start {
      var index = dot + 1
      while index < end, index - dot <= 5, characters[index].isASCII,
        characters[index].isLetter || characters[index].isNumber
      { index += 1 }
      guard index < end, isHan(characters[index]),
        MediaExtension.isUploadable(String(characters[max(start, dot - 1)..<index]))
      else { continue }
      if isWhole, !characters[index..<end].contains(where: { $0 == "/" || $0 == "~" }) { continue }
      return index
    }
    return nil
  }

  func kind(ofPath path: String) -> Reference.Kind {
    MediaExtension.isUploadable(path) ? .mediaPath : .otherPath
  }

  func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2E80...0x9FFF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }

  func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    let opens = characters[start..<end].contains("(")
    while end > start + 1, Self.trailing.contains(characters[end - 1]) {
      if characters[end - 1] == ")", opens { break }
      if end >= 2, characters[end - 2] == "\\" { break }
      end -= 1
    }
    return end
  }

  func matches(_ word: String, at position: Int) -> Bool {
    var index = position
    for letter in word {
      guard index < characters.count else { return false }
      let character = characters[index]
      guard character == letter || String(character).lowercased() == String(letter) else { return false }
      index += 1
    }
    return true
  }

  static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
    text.prefix(prefix.count).lowercased() == prefix
  }
}
