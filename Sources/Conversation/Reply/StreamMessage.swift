import RawJSON

/// One `data` of the chat stream, read in a single pass whatever its form (WIRE.md, "The chat stream").
///
/// Fields of all forms lie side by side; ``ReplyAssembler`` decides what they mean together.
struct StreamMessage {
  /// A call of a tool, or its result.
  struct Tool: Equatable {
    var name: String
    var id: String?
    /// The arguments' JSON: two calls with the same name and arguments in one group are one call.
    var arguments: [UInt8]
    /// Whether a result says that the tool failed.
    var hasFailed = false
  }

  /// Text of the parts that are shown: not thoughts.
  var text = ""
  var hasContent = false
  var role: String?
  var isPartial = false
  var calls: [Tool] = []
  var results: [Tool] = []
  var type: String?
  var code: String?
  var message: String?
  /// The `content` string of a typed event or the `text` of a bare one.
  var plainText: String?
  var name: String?
  /// Whether the `result` of a typed event says that the tool failed.
  var hasFailedResult = false
  var errorCode: String?
  var errorMessage: String?
  var registrationURL: String?

  /// Reads a JSON object; nil if the bytes are not one.
  init?(_ data: UnsafeBufferPointer<UInt8>) {
    var scanner = JSONScanner(data)
    guard scanner.enterObject() else { return nil }
    while scanner.nextKey() {
      if scanner.keyIs("content") {
        readContent(&scanner)
      } else if scanner.keyIs("partial") {
        isPartial = scanner.readBool() ?? false
      } else if scanner.keyIs("text") {
        plainText = scanner.readString()
      } else if scanner.keyIs("type") {
        type = scanner.readString()
      } else if scanner.keyIs("code") {
        code = scanner.readText()
      } else if scanner.keyIs("message") || scanner.keyIs("msg") {
        message = scanner.readText() ?? message
      } else if scanner.keyIs("name") {
        name = scanner.readString()
      } else if scanner.keyIs("result") {
        hasFailedResult = Self.readsFailure(&scanner)
      } else if scanner.keyIs("errorCode") || scanner.keyIs("error_code") {
        errorCode = scanner.readText() ?? errorCode
      } else if scanner.keyIs("errorMessage") || scanner.keyIs("error_message") {
        errorMessage = scanner.readText() ?? errorMessage
      } else if scanner.keyIs("error") {
        readError(&scanner)
      } else if scanner.keyIs("data") {
        readEnvelopeData(&scanner)
      } else if scanner.keyIs("registration_url") {
        registrationURL = scanner.readString()
      } else {
        scanner.skipValue()
      }
    }
    guard !scanner.failed, scanner.isAtEnd() else { return nil }
  }

  private mutating func readContent(_ scanner: inout JSONScanner) {
    guard scanner.kind() == .object else {
      // A typed event: `"content":"…"`.
      plainText = scanner.readString() ?? plainText
      return
    }
    hasContent = true
    _ = scanner.enterObject()
    while scanner.nextKey() {
      if scanner.keyIs("parts"), scanner.enterArray() {
        while scanner.nextElement() { readPart(&scanner) }
      } else if scanner.keyIs("role") {
        role = scanner.readString()
      } else {
        scanner.skipValue()
      }
    }
  }

  private mutating func readPart(_ scanner: inout JSONScanner) {
    guard scanner.enterObject() else {
      scanner.skipValue()
      return
    }
    var partText: String?
    var isThought = false
    while scanner.nextKey() {
      if scanner.keyIs("text") {
        partText = scanner.readString()
      } else if scanner.keyIs("thought") {
        isThought = scanner.readBool() ?? false
      } else if scanner.keyIs("functionCall") || scanner.keyIs("function_call") {
        if let tool = Self.readTool(&scanner) { calls.append(tool) }
      } else if scanner.keyIs("functionResponse") || scanner.keyIs("function_response") {
        if let tool = Self.readTool(&scanner) { results.append(tool) }
      } else {
        scanner.skipValue()
      }
    }
    if let partText, !isThought { text += partText }
  }

  private static func readTool(_ scanner: inout JSONScanner) -> Tool? {
    guard scanner.enterObject() else {
      scanner.skipValue()
      return nil
    }
    var tool = Tool(name: "", arguments: [])
    while scanner.nextKey() {
      if scanner.keyIs("name") {
        tool.name = scanner.readString() ?? ""
      } else if scanner.keyIs("id") {
        tool.id = scanner.readText()
      } else if scanner.keyIs("args") || scanner.keyIs("arguments") {
        tool.arguments = scanner.readBytes()
      } else if scanner.keyIs("response") {
        tool.hasFailed = readsFailure(&scanner)
      } else {
        scanner.skipValue()
      }
    }
    return tool.name.isEmpty ? nil : tool
  }

  /// Whether a tool's answer is that of a failure: an `error`, a `status` that says so, or `"success":false`.
  private static func readsFailure(_ scanner: inout JSONScanner) -> Bool {
    guard scanner.enterObject() else {
      scanner.skipValue()
      return false
    }
    var hasFailed = false
    while scanner.nextKey() {
      if scanner.keyIs("status") {
        hasFailed = ["error", "failed", "failure"].contains(scanner.readString()?.lowercased()) || hasFailed
      } else if scanner.keyIs("success") {
        hasFailed = scanner.readBool() == false || hasFailed
      } else if scanner.keyIs("error") {
        let isSaid = scanner.kind() == .string || scanner.kind() == .object
        hasFailed = isSaid || hasFailed
        scanner.skipValue()
      } else {
        scanner.skipValue()
      }
    }
    return hasFailed
  }

  private mutating func readError(_ scanner: inout JSONScanner) {
    guard scanner.enterObject() else {
      errorMessage = scanner.readText() ?? errorMessage
      return
    }
    while scanner.nextKey() {
      if scanner.keyIs("code") {
        errorCode = scanner.readText() ?? errorCode
      } else if scanner.keyIs("message") {
        errorMessage = scanner.readText() ?? errorMessage
      } else {
        scanner.skipValue()
      }
    }
  }

  private mutating func readEnvelopeData(_ scanner: inout JSONScanner) {
    guard scanner.enterObject() else {
      scanner.skipValue()
      return
    }
    while scanner.nextKey() {
      if scanner.keyIs("registration_url") {
        registrationURL = scanner.readString()
      } else {
        scanner.skipValue()
      }
    }
  }
}

extension JSONScanner {
  /// A string, or a number as it is written; nil, and the value is skipped, for anything else.
  fileprivate mutating func readText() -> String? {
    kind() == .number ? readNumberText() : readString()
  }
}
