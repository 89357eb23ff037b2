import Foundation

/// One event of a chat stream, in the first form of WIRE.md (Google ADK, camelCase).
struct ChatEvent: Encodable {
  var content: Content
  /// True on the pieces of a text; absent on everything else.
  var partial: Bool?
  var author = "nemo_agent"
  var invocationId: String
  var id: String
  /// Seconds since 1970.
  var timestamp: Double

  struct Content: Encodable {
    var role: String
    var parts: [Part]
  }

  struct Part: Encodable {
    var text: String?
    var functionCall: Call?
    var functionResponse: Response?
  }

  struct Call: Encodable {
    var id: String
    var name: String
    var args: [String: ToolValue]
  }

  struct Response: Encodable {
    var id: String
    var name: String
    var response: [String: ToolValue]
  }
}
