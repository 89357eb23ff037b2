/// Finds the paths and URLs in an utterance.
///
/// Terminals write a dropped file in one of four ways: as it is, in quotes, with a backslash before each odd
/// character, or as a `file://` URL. People type the first, also with spaces in it.
struct ReferenceScanner {
  let characters: [Character]
  let home: String?
  let fileExists: (String) -> Bool
  private var references: [Reference] = []

  /// How many words a path with bare spaces may have.
  private static let longestSpacedPath = 12
  private static let openers: [Character: Character] = [
    "\"": "\"", "'": "'", "“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "`": "`", "(": ")", "<": ">",
    "《": "》",
  ]
  private static let trailing: Set<Character> = [
    ".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "\"", "'", "”", "’", "»", "`", "…",
  ]
  private static let wideStops: Set<Character> = [
    "，", "。", "；", "！", "？", "、", "：", "（", "）", "“", "”", "《", "》", "」",
  ]

  /// All references of a text, in order.
  static func scan(
    _ characters: [Character], home: String?, fileExists: @escaping (String) -> Bool
  ) -> [Reference] {
    var scanner = ReferenceScanner(characters: characters, home: home, fileExists: fileExists)
    scanner.run()
    return scanner.references
  }

  private init(characters: [Character], home: String?, fileExists: @escaping (String) -> Bool) {
    self.characters = characters
    self.home = home
    self.fileExists = fileExists
  }

  private mutating func run() {
    var position = 0
    while position < characters.count {
      guard isBoundary(position), let found = reference(at: position) else {
        position += 1
        continue
      }
      references.append(found)
      position = max(found.range.upperBound, position + 1)
    }
  }

  /// A path starts at the start of a word, or after the characters of a script without spaces.
  private func isBoundary(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    let before = characters[position - 1]
    if before.isWhitespace || Self.wideStops.contains(before) || Self.openers[before] != nil { return true }
    if before == ":" || before == "," || before == "=" { return true }
    return !before.isASCII && before.isLetter && before.utf8.count >= 3
  }

  private func reference(at start: Int) -> Reference? {
    let first = characters[start]
    if let closer = Self.openers[first], first != "(", first != "<",
      let quoted = quoted(at: start, closer: closer)
    {
      return quoted
    }
    if first == "h" || first == "H" { if let url = webAddress(at: start) { return url } }
    if first == "f" || first == "F" { if let url = fileAddress(at: start) { return url } }
    if startsPath(at: start) { return path(at: start) }
    return bareName(at: start)
  }

  // MARK: Quoted

  private func quoted(at start: Int, closer: Character) -> Reference? {
    var value = ""
    var position = start + 1
    while position < characters.count {
      let character = characters[position]
      if character == closer {
        // A shell writes an apostrophe inside single quotes as '\''.
        if closer == "'", matches("'\\''", at: position) {
          value.append("'")
          position += 4
          continue
        }
        break
      }
      if character.isNewline || position - start > 4_096 { return nil }
      if closer == "\"", character == "\\", position + 1 < characters.count,
        characters[position + 1] == "\"" || characters[position + 1] == "\\"
      {
        value.append(characters[position + 1])
        position += 2
        continue
      }
      value.append(character)
      position += 1
    }
    guard position < characters.count, position > start + 1 else { return nil }
    let range = start..<(position + 1)
    let inner = value.trimmingSpaces()
    if Self.hasPrefix(inner, "file://") {
      guard let decoded = PathDecoding.path(ofFileAddress: inner) else { return nil }
      return Reference(kind: kind(ofPath: decoded), value: decoded, range: range)
    }
    if Self.hasPrefix(inner, "http://") || Self.hasPrefix(inner, "https://"),
      !inner.contains(where: \.isWhitespace)
    {
      return Reference(kind: Self.kind(ofAddress: inner), value: inner, range: range)
    }
    if isPathPrefix(Array(inner.prefix(4))) {
      let expanded = PathDecoding.expandingHome(inner, home: home)
      let kind = kind(ofPath: expanded)
      if kind == .mediaPath || fileExists(expanded) || !inner.contains(where: \.isWhitespace) {
        return Reference(kind: kind, value: expanded, range: range)
      }
      return nil
    }
    if MediaExtension.isUploadable(inner), inner.count <= 255 {
      return Reference(kind: .bareName, value: inner, range: range)
    }
    return nil
  }

  // MARK: Addresses

  private func webAddress(at start: Int) -> Reference? {
    guard matches("http://", at: start) || matches("https://", at: start) else { return nil }
    var end = start
    while end < characters.count, !characters[end].isWhitespace, !Self.wideStops.contains(characters[end]),
      characters[end] != "<", characters[end] != ">", characters[end] != "\"",
      characters[end].isASCII || !isHan(characters[end])
    { end += 1 }
    end = trimmedEnd(start, end)
    let value = String(characters[start..<end])
    guard value.count > 8 else { return nil }
    return Reference(kind: Self.kind(ofAddress: value), value: value, range: start..<end)
  }

  private func fileAddress(at start: Int) -> Reference? {
    guard matches("file://", at: start) else { return nil }
    var end = start
    while end < characters.count, !characters[end].isWhitespace, !Self.wideStops.contains(characters[end]) {
      end += 1
    }
    end = trimmedEnd(start, end)
    guard let decoded = PathDecoding.path(ofFileAddress: String(characters[start..<end])) else { return nil }
    return Reference(kind: kind(ofPath: decoded), value: decoded, range: start..<end)
  }

  private static func kind(ofAddress address: String) -> Reference.Kind {
    let bare = address.prefix { $0 != "?" && $0 != "#" }
    let afterScheme = bare.drop { $0 != "/" }.dropFirst(2)
    guard afterScheme.contains("/"), let name = MediaExtension.of(bare), MediaExtension.isMedia(name) else {
      return .webPage
    }
    return .mediaURL
  }

  // MARK: Paths

  private func startsPath(at start: Int) -> Bool {
    isPathPrefix(Array(characters[start..<min(start + 4, characters.count)]))
  }

  private func isPathPrefix(_ head: [Character]) -> Bool {
    guard let first = head.first else { return false }
    let second = head.count > 1 ? head[1] : " "
    switch first {
    case "/": return second != "/" && !second.isWhitespace
    case "~": return second == "/" || (second.isLetter && head.count > 1)
    case ".": return second == "/" || (second == "." && head.count > 2 && head[2] == "/")
    default: return false
    }
  }

  /// A path that is written out: ends at a bare space, unless only more words make it a media file.
  private func path(at start: Int) -> Reference? {
    let firstEnd = wordEnd(from: start)
    let first = decoded(start, firstEnd)
    if MediaExtension.isUploadable(first.value) {
      return Reference(kind: .mediaPath, value: first.value, range: start..<first.end)
    }
    if let spaced = spacedPath(at: start, firstEnd: firstEnd) { return spaced }
    guard first.value.contains("/"), first.value.count > 1 else { return nil }
    return Reference(kind: .otherPath, value: first.value, range: start..<first.end)
  }

  /// `/home/me/My Movies/summer trip.mov`: words are added until the name has a media extension. Only when such
  /// a file is there, the path opens the line (after a word like "upload"), or the later words continue the path.
  private func spacedPath(at start: Int, firstEnd: Int) -> Reference? {
    var end = firstEnd
    var continued = false
    for _ in 0..<Self.longestSpacedPath {
      guard end < characters.count, characters[end] == " " else { return nil }
      var next = end
      while next < characters.count, characters[next] == " " { next += 1 }
      guard next < characters.count, !startsPath(at: next), !matches("http", at: next),
        !matches("file:", at: next)
      else { return nil }
      end = wordEnd(from: next)
      let word = characters[next..<end]
      if word.contains("/") { continued = true }
      let candidate = decoded(start, end)
      if MediaExtension.isUploadable(candidate.value) {
        let opens = opensLine(start)
        guard opens || continued || fileExists(candidate.value) else { return nil }
        return Reference(kind: .mediaPath, value: candidate.value, range: start..<candidate.end)
      }
    }
    return nil
  }

  /// Whether at most two words stand before a position on its line.
  private func opensLine(_ position: Int) -> Bool {
    var words = 0
    var index = position - 1
    while index >= 0, !characters[index].isNewline {
      if !characters[index].isWhitespace, index == 0 || characters[index - 1].isWhitespace { words += 1 }
      if words > 2 { return false }
      index -= 1
    }
    return true
  }

  /// The end of a word: the first bare space. Backslash-escaped characters belong to it.
  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < characters.count {
      let character = characters[end]
      if character == "\\", end + 1 < characters.count, !characters[end + 1].isNewline {
        end += 2
        continue
      }
      if character.isWhitespace || Self.wideStops.contains(character) { break }
      if character == "\"" || character == "“" || character == "”" { break }
      end += 1
    }
    return end
  }

  /// The path between two positions, without the punctuation of the sentence around it. In a script without
  /// spaces it may be followed by words directly ("~/a.mov加个标题"): the extension ends it then.
  private func decoded(_ start: Int, _ end: Int) -> (value: String, end: Int) {
    var end = trimmedEnd(start, end)
    if let cut = extensionBeforeHan(start, end) { end = cut }
    let value = PathDecoding.removingEscapes(characters[start..<end])
    return (PathDecoding.expandingHome(value, home: home), end)
  }

  /// The end of the first media extension that Chinese words follow directly, unless they lead to another one of
  /// the same name: not in 「/tmp/a.mp4备份.mp4」, but in 「/tmp/a.mp4和/tmp/b.mp4」.
  private func extensionBeforeHan(_ start: Int, _ end: Int) -> Int? {
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

  private func kind(ofPath path: String) -> Reference.Kind {
    MediaExtension.isUploadable(path) ? .mediaPath : .otherPath
  }

  // MARK: Bare names

  private func bareName(at start: Int) -> Reference? {
    guard characters[start].isLetter || characters[start].isNumber || characters[start] == "_" else {
      return nil
    }
    guard characters[start].isASCII || start == 0 || !characters[start - 1].isLetter else { return nil }
    var end = start
    var dotted = false
    while end < characters.count {
      let character = characters[end]
      if character == "\\", end + 1 < characters.count, characters[end + 1] == " " {
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
    let (value, stop) = decoded(start, end)
    // 「上传/tmp/a.mov」: the word before a path is no folder, unless there is one.
    if isHan(characters[start]), value.contains("/"), !fileExists(value) { return nil }
    guard MediaExtension.isUploadable(value), value.first != "." else { return nil }
    // "3.5s.mp4" is a name; "mp4.mov" is one too; ".gif" is a format, and has been refused above.
    return Reference(kind: .bareName, value: value, range: start..<stop)
  }

  // MARK: Small things

  private func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2E80...0x9FFF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }

  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1, Self.trailing.contains(characters[end - 1]) {
      if characters[end - 1] == ")", characters[start..<end].contains("(") { break }
      if end >= 2, characters[end - 2] == "\\" { break }
      end -= 1
    }
    return end
  }

  private func matches(_ word: String, at position: Int) -> Bool {
    var index = position
    for letter in word {
      guard index < characters.count else { return false }
      let character = characters[index]
      guard character == letter || String(character).lowercased() == String(letter) else { return false }
      index += 1
    }
    return true
  }

  private static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
    text.prefix(prefix.count).lowercased() == prefix
  }
}
