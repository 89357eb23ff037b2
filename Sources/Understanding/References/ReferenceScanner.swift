/// Finds the paths and URLs in an utterance.
///
/// Terminals write a dropped file in one of four ways: as it is, in quotes, with a backslash before each odd
/// character, or as a `file://` URL. People type the first, also with spaces in it.
struct ReferenceScanner {
  private let text: ReferenceText
  private var references: [Reference] = []

  private static let openers: [Character: Character] = [
    "\"": "\"", "'": "'", "“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "`": "`", "(": ")", "<": ">",
    "《": "》",
  ]
  /// All references of a text, in order.
  static func scan(
    _ characters: [Character], home: String?, fileExists: @escaping (String) -> Bool
  ) -> [Reference] {
    var scanner = ReferenceScanner(
      text: ReferenceText(characters: characters, home: home, fileExists: fileExists))
    scanner.run()
    return scanner.references
  }

  private init(text: ReferenceText) { self.text = text }

  private mutating func run() {
    var position = 0
    while position < text.characters.count {
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
    let before = text.characters[position - 1]
    if before.isWhitespace || ReferenceText.wideStops.contains(before) || Self.openers[before] != nil {
      return true
    }
    if before == ":" || before == ";" || before == "," || before == "=" { return true }
    return !before.isASCII && before.isLetter && before.utf8.count >= 3
  }

  private func reference(at start: Int) -> Reference? {
    let first = text.characters[start]
    if let closer = Self.openers[first], first != "(", first != "<",
      let quoted = QuotedReferenceReader(text: text).reference(at: start, closer: closer)
    {
      return quoted
    }
    let addresses = AddressReader(text: text)
    if first == "h" || first == "H" { if let url = addresses.webAddress(at: start) { return url } }
    if first == "f" || first == "F" { if let url = addresses.fileAddress(at: start) { return url } }
    if text.startsPath(at: start) { return PathReader(text: text).path(at: start) }
    return BareNameReader(text: text).name(at: start)
  }
}
