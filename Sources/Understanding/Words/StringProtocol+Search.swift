extension StringProtocol {
  /// Whether one of some pieces stands anywhere in the text.
  func holdsAny(_ pieces: [String]) -> Bool { pieces.contains { holds($0) } }

  /// Whether a piece stands anywhere in the text, byte by byte: without the cost of comparing characters.
  func holds(_ piece: String) -> Bool {
    let found: Bool?? = utf8.withContiguousStorageIfAvailable { text in
      piece.utf8.withContiguousStorageIfAvailable { Self.holds(text, $0) }
    }
    return (found ?? nil) ?? Self.holds(Array(utf8), Array(piece.utf8))
  }

  private static func holds(
    _ text: some RandomAccessCollection<UInt8>, _ piece: some RandomAccessCollection<UInt8>
  )
    -> Bool
  {
    guard let first = piece.first else { return true }
    let last = text.count - piece.count
    guard last >= 0 else { return false }
    for offset in 0...last {
      let start = text.index(text.startIndex, offsetBy: offset)
      if text[start] == first, text[start...].starts(with: piece) { return true }
    }
    return false
  }
}
