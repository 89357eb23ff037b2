/// Reads header lines as libcurl hands them over and gives the head of the final answer.
///
/// Interim answers (1xx) come and go before it; trailer fields behind the body are not looked at.
package struct HeaderBlock: Sendable {
  private var status: Int?
  private var fields = HTTPFields()
  private var pending: (name: String, value: String)?
  private var isComplete = false

  package init() {}

  /// Reads one line with its line end.
  ///
  /// - Returns: the head, at the empty line that ends the final answer's header.
  package mutating func read(_ line: UnsafeRawBufferPointer) -> ResponseHead? {
    guard !isComplete else { return nil }
    var text = Substring(String(decoding: line, as: UTF8.self))
    // CRLF is one Character, so both line ends fall off by one drop.
    while let last = text.last, last.isNewline { text.removeLast() }

    if text.isEmpty { return endOfBlock() }
    if text.hasPrefix("HTTP/") {
      self = HeaderBlock()
      status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    } else if text.first == " " || text.first == "\t" {
      // obs-fold (RFC 9112, 5.2): a value's next line is read as after one space.
      let more = " " + trimmed(text)
      pending?.value += more
    } else {
      addPending()
      guard let colon = text.firstIndex(of: ":") else { return nil }
      pending = (String(text[..<colon]), String(trimmed(text[text.index(after: colon)...])))
    }
    return nil
  }

  private mutating func endOfBlock() -> ResponseHead? {
    addPending()
    guard let status, status >= 200 else {
      self = HeaderBlock()
      return nil
    }
    isComplete = true
    return ResponseHead(status: status, headers: fields)
  }

  private mutating func addPending() {
    if let field = pending { fields.append(name: field.name, value: field.value) }
    pending = nil
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
