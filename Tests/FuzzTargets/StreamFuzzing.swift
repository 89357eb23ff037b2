import Conversation
import ServerSentEvents

/// Event streams, and replies in them.
enum StreamFuzzing {
  /// However a stream is cut into pieces, its events are the same.
  static func read(_ bytes: [UInt8]) {
    let whole = events(of: [bytes[...]])
    let size = 1 + Int(bytes.first ?? 0) % 7
    let pieces = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
    precondition(events(of: pieces) == whole, "a stream in pieces of \(size) is read in another way")
  }

  /// Small limits, so that they are met.
  private static func events(of pieces: [ArraySlice<UInt8>]) -> [ServerSentEvent] {
    var parser = EventStreamParser(lengthLimit: 4096)
    var events: [ServerSentEvent] = []
    do {
      for piece in pieces { try parser.parse(Array(piece)) { events.append($0) } }
    } catch {
      // The limit is looked at piece by piece: how far it was read before depends on the pieces.
      return []
    }
    return events
  }

  /// A reply never says more than came, and its words are clean.
  static func readReply(_ bytes: [UInt8]) {
    var parser = EventStreamParser()
    var assembler = ReplyAssembler()
    var parts: [ReplyPart] = []
    try? parser.parse(bytes) { parts += assembler.read($0.data, event: $0.event) }
    parts += assembler.finish()
    let said = parts.reduce(0) { sum, part in
      if case .text(let text) = part { sum + text.utf8.count } else { sum }
    }
    precondition(said <= 3 * bytes.count + 200, "\(bytes.count) bytes became \(said)")
    // The same bytes as one answer in place of a stream.
    var single = ReplyAssembler()
    _ = single.read(bytes)
    _ = single.finish()
  }
}
