/// Tells lines that must never be written down.
package enum SecretFilter {
  /// True if the line holds an access token: a user's (`nmv_usr_…`), a claim's (`clm_…`), a `Bearer` header, or a setting of `NEMO_TOKEN`.
  package static func holdsSecret(_ line: String) -> Bool {
    // Bytes, not characters: a pasted line may be long, and all marks are ASCII.
    let exact = Array(line.utf8)
    let lowered = exact.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return finds("nmv_usr_", in: lowered)
      || finds("nemo_token=", in: lowered)
      || finds("clm_", in: lowered, atWordStart: true) { isLetter($0) || (0x30...0x39).contains($0) }
      || finds("authorization: bearer ", in: lowered) { $0 > 0x20 }
      // Without its header's name only as it is written there: a ring bearer may walk through a film.
      || finds("Bearer ", in: exact, atWordStart: true) { $0 > 0x20 }
  }

  /// - Parameter follows: what the byte behind the mark must be; nil if the mark alone is enough.
  private static func finds(
    _ mark: StaticString, in line: [UInt8], atWordStart: Bool = false, _ follows: ((UInt8) -> Bool)? = nil
  ) -> Bool {
    mark.withUTF8Buffer { mark in
      guard let first = mark.first, line.count >= mark.count else { return false }
      for start in 0...(line.count - mark.count) where line[start] == first {
        let end = start + mark.count
        guard line[start..<end].elementsEqual(mark) else { continue }
        if atWordStart && start > 0 && isLetter(line[start - 1]) { continue }
        guard let follows else { return true }
        if end < line.count && follows(line[end]) { return true }
      }
      return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
