/// What Enter does with a line.
package enum Continuation {
  /// True if the line ends in a backslash that asks for one more line; two of them are an ordinary end.
  package static func asksForMore(_ buffer: some BidirectionalCollection<UInt32>) -> Bool {
    var backslashes = 0
    for element in buffer.reversed() {
      guard element == 0x5C else { break }
      backslashes += 1
    }
    return backslashes % 2 == 1
  }

  /// The message of an accepted line: without line breaks at its end, which a paste may have left there.
  package static func message(of text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }
}
