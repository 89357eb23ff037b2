/// One event of an event stream, as the WHATWG HTML standard dispatches it
/// (section 9.2.6, "Interpreting an event stream").
public struct ServerSentEvent: Sendable, Hashable {
  /// The event's type: the value of its last `event` field, or `message`.
  public var event: String

  /// The values of its `data` fields joined by LF, as the bytes that came. May be empty.
  public var data: [UInt8]

  /// The stream's last event id as of this event; it stays from event to event until an `id` field changes it.
  public var lastEventID: String

  /// The reconnection time in milliseconds, if a valid `retry` field stood in this very event.
  public var retry: Int?

  /// The data as text; bytes that are not UTF-8 read as U+FFFD, as the standard's decoder has it.
  public var dataText: String { String(decoding: data, as: UTF8.self) }

  /// An event from its parts.
  public init(event: String = "message", data: [UInt8], lastEventID: String = "", retry: Int? = nil) {
    self.event = event
    self.data = data
    self.lastEventID = lastEventID
    self.retry = retry
  }
}
