import Foundation

/// Writes a chat answer as server-sent events (WHATWG HTML, "server-sent events"). It never waits for the reader.
struct ChatStream: Sendable {
  private let feed: AsyncStream<[UInt8]>.Continuation
  private let turn: String
  private let now: @Sendable () -> Date
  private let pacing: Duration

  init(
    _ feed: AsyncStream<[UInt8]>.Continuation, turn: String, pacing: Duration,
    now: @escaping @Sendable () -> Date
  ) {
    self.feed = feed
    self.turn = turn
    self.pacing = pacing
    self.now = now
  }

  /// Says a text: its pieces as they would be spoken, then the whole, which repeats them.
  func say(_ text: String) async {
    guard !text.isEmpty else { return }
    let id = UUID().uuidString.lowercased()
    for piece in TextPieces.of(text) {
      send(.init(role: "model", parts: [.init(text: piece)]), partial: true, id: id)
      if pacing > .zero { try? await Task.sleep(for: pacing) }
    }
    send(.init(role: "model", parts: [.init(text: text)]), id: id)
  }

  /// Says that a tool begins its work.
  /// - Returns: the id that its result names.
  func call(_ name: String, _ arguments: [String: ToolValue]) -> String {
    let id = "call_" + UUID().uuidString.lowercased()
    let call = ChatEvent.Call(id: id, name: name, args: arguments)
    send(.init(role: "model", parts: [.init(functionCall: call)]))
    return id
  }

  /// Says what a tool's work gave.
  func result(of call: String, _ name: String, _ result: [String: ToolValue]) {
    let response = ChatEvent.Response(id: call, name: name, response: result)
    send(.init(role: "user", parts: [.init(functionResponse: response)]))
  }

  /// Says that something went wrong, as an envelope.
  func fail(_ error: APIError) { send(json: error.envelope) }

  /// Shows that the turn lives, by a comment.
  func beat() { feed.yield(Array(": heartbeat\n\n".utf8)) }

  /// Ends the answer.
  func finish() { feed.finish() }

  private func send(_ content: ChatEvent.Content, partial: Bool? = nil, id: String? = nil) {
    let event = ChatEvent(
      content: content, partial: partial, invocationId: "e-" + turn, id: id ?? UUID().uuidString.lowercased(),
      timestamp: now().timeIntervalSince1970)
    send(json: event)
  }

  private func send(json content: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(content) else { return }
    feed.yield(Array("data: ".utf8) + json + Array("\n\n".utf8))
  }
}
