import NemoVideo

/// Puts a reply together from the events of the chat stream: each word once, each tool call once.
///
/// An ADK server sends pieces (`"partial":true`) and then one event that repeats their whole text and tool calls. A
/// turn can hold several such groups, and a whole event can come without pieces before it. Thoughts and echoes
/// (`role` `user`) are not shown, and a trailing "I encountered a temporary issue" is noise (WIRE.md, "The chat stream").
///
/// It is a value without I/O: feed it the data of each event, in order, and ``finish()`` at the end of the stream.
public struct ReplyAssembler: Sendable {
  /// The noise that services add behind a finished answer, in lower case.
  private static let trouble = Array("i encountered a temporary issue".utf8)

  /// Whether the answer has had a word so far.
  public private(set) var hasText = false

  /// How much of the pieces is kept to know their whole by, in bytes: far more than any answer, so that one without an
  /// end takes no more memory.
  private static let longestKept = 2 << 20
  /// How many ids of calls are kept for knowing repeats.
  private static let mostIDs = 10_000

  /// Text of the pieces since the last whole event, or the beginning of it.
  private var pieces = ""
  /// How many bytes the pieces since the last whole event had.
  private var piecesLength = 0
  /// Text of earlier pieces whose whole has not come yet, although a whole event without text did.
  private var orphans = ""
  /// Calls of the pieces since the last whole event.
  private var pieceCalls: Set<[UInt8]> = []
  private var seenCallIDs: Set<String> = []
  private var endedIDs: Set<String> = []
  /// Text held back because it may be the start of the noise.
  private var held = ""
  /// From the noise on, nothing is shown.
  private var isMuted = false
  private var troubleText = ""

  /// Starts a reply.
  public init() {}

  /// Reads the data of one event of the stream.
  ///
  /// - Parameters:
  ///   - data: The event's data, as bytes.
  ///   - event: The event's name; `heartbeat` is a keep-alive whatever its data.
  public mutating func read(_ data: some Sequence<UInt8>, event: String = "message") -> [ReplyPart] {
    if event == "heartbeat" { return [.keepAlive] }
    let message = Array(data)
    return message.withUnsafeBufferPointer { read($0) }
  }

  /// Reads the data of one event of the stream.
  public mutating func read(_ data: UnsafeBufferPointer<UInt8>) -> [ReplyPart] {
    guard let message = StreamMessage(data) else { return Self.parts(ofBare: data) }
    var parts: [ReplyPart] = []
    if let failure = message.failure { parts.append(.failed(failure)) }
    switch message.type {
    case "heartbeat", "ping": return [.keepAlive]
    case "text", "message", "delta":
      parts += show(message.plainText ?? message.message ?? "")
    case "tool_call":
      parts += start(StreamMessage.Tool(name: message.name ?? "tool", arguments: []), isRepeat: false)
    case "tool_result":
      parts += end(
        StreamMessage.Tool(
          name: message.name ?? "tool", arguments: [], hasFailed: message.hasFailedResult))
    case "error": break
    case .some, nil:
      parts += message.hasContent ? readGroup(message) : show(message.plainText ?? "")
    }
    return parts.isEmpty ? [.keepAlive] : parts
  }

  /// Ends the reply: gives back what was held, or the service's trouble when it was the whole answer.
  public mutating func finish() -> [ReplyPart] {
    if isMuted, !hasText { return [.serviceTrouble(troubleText)] }
    guard !held.isEmpty else { return [] }
    let text = held
    held = ""
    hasText = hasText || text.contains { !$0.isWhitespace }
    return [.text(text)]
  }

  /// How many bytes of text are kept: for tests.
  package var keptLength: Int {
    pieces.utf8.count + orphans.utf8.count + held.utf8.count + troubleText.utf8.count
  }

  // MARK: Groups of pieces and their whole

  private mutating func readGroup(_ message: StreamMessage) -> [ReplyPart] {
    var parts: [ReplyPart] = []
    let isEcho = message.role == "user"
    if !message.text.isEmpty, !isEcho {
      if message.isPartial {
        keep(message.text)
        parts += show(message.text)
      } else {
        parts += show(remainder(of: message.text))
      }
    }
    for call in message.calls {
      let mark = Array(call.name.utf8) + [0] + call.arguments
      let isRepeat = !message.isPartial && pieceCalls.contains(mark)
      if message.isPartial, pieceCalls.count < Self.mostIDs { pieceCalls.insert(mark) }
      parts += start(call, isRepeat: isRepeat)
    }
    for result in message.results { parts += end(result) }
    if !message.isPartial, !isEcho {
      orphans = message.text.isEmpty && piecesLength == pieces.utf8.count ? orphans + pieces : ""
      if orphans.utf8.count > Self.longestKept { orphans = "" }
      pieces = ""
      piecesLength = 0
      pieceCalls = []
    }
    return parts
  }

  private mutating func keep(_ piece: String) {
    piecesLength += piece.utf8.count
    if pieces.utf8.count < Self.longestKept { pieces += piece }
  }

  /// What a whole event says beyond its pieces: usually nothing.
  private func remainder(of whole: String) -> String {
    if piecesLength > pieces.utf8.count {
      // Only their beginning is known.
      guard whole.utf8.starts(with: pieces.utf8) else { return whole }
      return String(decoding: whole.utf8.dropFirst(piecesLength), as: UTF8.self)
    }
    let shown = orphans + pieces
    if shown.isEmpty { return whole }
    if whole.utf8.starts(with: shown.utf8) {
      return String(decoding: whole.utf8.dropFirst(shown.utf8.count), as: UTF8.self)
    }
    if let rest = Self.rest(of: whole, behind: shown) { return rest }
    if let rest = Self.rest(of: whole, behind: pieces) { return rest }
    // Earlier pieces are repeated as they were, or this is something new.
    if Self.rest(of: whole, behind: orphans) == "" { return "" }
    // A whole may repeat the last of its pieces alone.
    return Self.rest(of: String(pieces.reversed()), behind: String(whole.reversed())) == nil ? whole : ""
  }

  /// What a text says behind another that it begins with, white space aside; nil if it does not begin so, or if there
  /// is nothing that it could begin with.
  private static func rest(of text: String, behind start: String) -> String? {
    var wanted = start.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.makeIterator()
    guard var next = wanted.next() else { return nil }
    let scalars = text.unicodeScalars
    for index in scalars.indices where !scalars[index].properties.isWhitespace {
      guard scalars[index] == next else { return nil }
      guard let following = wanted.next() else {
        // The blanks that the pieces ended with have been shown already.
        let rest = scalars[scalars.index(after: index)...]
        let blanks = start.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }.count
        let shown = rest.prefix { $0.properties.isWhitespace }.prefix(blanks).count
        let remainder = rest.dropFirst(shown)
        return remainder.allSatisfy(\.properties.isWhitespace) ? "" : String(remainder)
      }
      next = following
    }
    return nil
  }

  private mutating func start(_ tool: StreamMessage.Tool, isRepeat: Bool) -> [ReplyPart] {
    if seenCallIDs.count >= Self.mostIDs { seenCallIDs = [] }
    if let id = tool.id, !seenCallIDs.insert(id).inserted { return [] }
    return isRepeat ? [] : [.toolStarted(name: tool.name)]
  }

  private mutating func end(_ tool: StreamMessage.Tool) -> [ReplyPart] {
    if endedIDs.count >= Self.mostIDs { endedIDs = [] }
    if let id = tool.id, !endedIDs.insert(id).inserted { return [] }
    return [.toolEnded(name: tool.name, hasFailed: tool.hasFailed)]
  }

  // MARK: The noise

  /// Lets text through but for the noise, holding back an end that may be its start.
  private mutating func show(_ text: String) -> [ReplyPart] {
    guard !text.isEmpty else { return [] }
    if isMuted {
      if troubleText.utf8.count < 4096 { troubleText += text }
      return []
    }
    held += text
    let found = held.withUTF8(Self.findTrouble)
    guard let found else { return pass(upTo: held.endIndex) }
    let start = held.utf8.index(held.startIndex, offsetBy: found.offset)
    return found.isWhole ? mute(from: start) : pass(upTo: start)
  }

  /// Where the noise stands in a text, or where the text ends as the noise begins; nil for most texts.
  private static func findTrouble(_ bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, isWhole: Bool)? {
    for offset in bytes.indices where bytes[offset] | 0x20 == UInt8(ascii: "i") {
      var length = 0
      while length < trouble.count, offset + length < bytes.count {
        let byte = bytes[offset + length]
        let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        guard lower == trouble[length] else { break }
        length += 1
      }
      if length == trouble.count { return (offset, true) }
      if offset + length == bytes.count { return (offset, false) }
    }
    return nil
  }

  private mutating func pass(upTo end: String.Index) -> [ReplyPart] {
    var text = held
    if end == held.endIndex {
      held = ""
    } else {
      text = String(held[..<end])
      held.removeSubrange(..<end)
    }
    guard !text.isEmpty else { return [] }
    hasText = hasText || text.contains { !$0.isWhitespace }
    return [.text(text)]
  }

  private mutating func mute(from start: String.Index) -> [ReplyPart] {
    troubleText = String(held[start...])
    let before = String(held[..<start])
    held = ""
    isMuted = true
    let isBlank = !before.contains { !$0.isWhitespace }
    guard !isBlank else { return [] }
    hasText = true
    return [.text(before)]
  }

  // MARK: Data that is not an object

  private static func parts(ofBare data: UnsafeBufferPointer<UInt8>) -> [ReplyPart] {
    let word = String(decoding: data.prefix(64), as: UTF8.self).trimmed
    return word.isEmpty || word == "heartbeat" || word == "[DONE]" || word == "ping"
      ? [.keepAlive] : [.notUnderstood]
  }
}

extension StreamMessage {
  /// The error that the message reports: an ADK error, a typed one, or an envelope in mid-stream.
  fileprivate var failure: ServiceError? {
    if type == "error" {
      return ServiceError(
        code: Int(code ?? errorCode ?? ""), status: nil, message: message ?? errorMessage ?? plainText,
        registrationURL: registrationURL)
    }
    if let errorCode, errorCode != "0", errorCode != "STOP" {
      return ServiceError(
        code: Int(errorCode), status: nil, message: errorMessage ?? errorCode,
        registrationURL: registrationURL)
    }
    if errorCode == nil, let errorMessage, type == nil, !hasContent {
      return ServiceError(code: nil, status: nil, message: errorMessage, registrationURL: registrationURL)
    }
    guard let code, code != "0", type == nil, !hasContent else { return nil }
    return ServiceError(
      code: Int(code), status: nil, message: message ?? errorMessage, registrationURL: registrationURL)
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
