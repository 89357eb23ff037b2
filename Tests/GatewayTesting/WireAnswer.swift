/// The bytes that answer a request.
package struct WireAnswer: Decodable, Sendable {
  /// How an answer ends.
  package enum End: String, Decodable, Sendable {
    /// As it should.
    case complete
    /// The connection closes before the declared end.
    case cut
    /// The connection is reset.
    case reset
    /// Nothing more comes; the connection stays until the client closes it.
    case hang
  }

  /// The status; 200 by default. 0: no answer at all, only the ``end``.
  package var status: Int?
  package var headers: [String: String]?
  /// A JSON body.
  package var json: JSONTree?
  /// A body as text.
  package var text: String?
  /// A stream: each element a chunk. A string stands for its bytes, anything else for an event with this data.
  package var stream: [JSONTree]?
  /// A media file of this format.
  package var media: String?
  /// The media file's size in bytes.
  package var size: Int?
  /// The first byte of the part that is sent, with `Content-Range`.
  package var from: Int?
  /// How many bytes are sent before the end.
  package var sent: Int?
  package var end: End?
  /// Whether the message was refused, so that it may come once more.
  package var refuses: Bool?

  package init() { json = .object(["code": .number(0)]) }
}
