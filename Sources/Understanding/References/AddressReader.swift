/// Reads `http(s)` and `file` URLs.
struct AddressReader {
  let text: ReferenceText

  /// In characters; signed addresses are long.
  private static let longestAddress = 8_192

  func webAddress(at start: Int) -> Reference? {
    guard text.matches("http://", at: start) || text.matches("https://", at: start) else { return nil }
    var end = start
    while end < text.characters.count, end - start < Self.longestAddress, !text.characters[end].isWhitespace,
      !ReferenceText.wideStops.contains(text.characters[end]),
      text.characters[end] != "<", text.characters[end] != ">", text.characters[end] != "\"",
      text.characters[end].isASCII || !text.isHan(text.characters[end])
    { end += 1 }
    end = text.trimmedEnd(start, end)
    let value = String(text.characters[start..<end])
    guard value.count > 8 else { return nil }
    return Reference(kind: AddressReader.kind(ofAddress: value), value: value, range: start..<end)
  }

  func fileAddress(at start: Int) -> Reference? {
    guard text.matches("file://", at: start),
      text.matches("/", at: start + 7) || text.matches("localhost/", at: start + 7)
    else { return nil }
    var end = start
    while end < text.characters.count, end - start < Self.longestAddress, !text.characters[end].isWhitespace,
      !ReferenceText.wideStops.contains(text.characters[end])
    {
      end += 1
    }
    end = text.trimmedEnd(start, end)
    guard let decoded = PathDecoding.path(ofFileAddress: String(text.characters[start..<end])) else {
      return nil
    }
    return Reference(kind: text.kind(ofPath: decoded), value: decoded, range: start..<end)
  }

  static func kind(ofAddress address: String) -> Reference.Kind {
    let bare = address.prefix { $0 != "?" && $0 != "#" }
    let afterScheme = bare.drop { $0 != "/" }.dropFirst(2)
    guard afterScheme.contains("/"), let name = MediaExtension.of(bare), MediaExtension.isMedia(name) else {
      return .webPage
    }
    return .mediaURL
  }
}
