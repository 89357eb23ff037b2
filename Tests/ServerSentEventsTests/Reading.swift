import ServerSentEvents
import Testing

/// An event as a test looks at it.
struct SeenEvent: Equatable {
  var event: String
  var text: String
  var lastEventID: String
  var retry: Int?
}

/// All that came out of a stream.
struct Reading: Equatable {
  var events: [SeenEvent] = []
  /// `nil` in an expectation: not looked at.
  var comments: [String]?
  var isUnfinished = false

  /// What the parser makes of a stream that comes in these chunks.
  static func ofParser(_ chunks: some Sequence<ArraySlice<UInt8>>, lengthLimit: Int = 16 << 20) throws
    -> Reading
  {
    var parser = EventStreamParser(lengthLimit: lengthLimit)
    var reading = Reading(comments: [])
    for chunk in chunks {
      try parser.parse([UInt8](chunk)) { comment in
        reading.comments?.append(String(decoding: comment, as: UTF8.self))
      } onEvent: { event in
        reading.events.append(
          SeenEvent(
            event: event.event, text: event.dataText, lastEventID: event.lastEventID, retry: event.retry))
      }
    }
    reading.isUnfinished = parser.hasUnfinishedEvent
    return reading
  }

  func matches(_ expected: Reading) -> Bool {
    events == expected.events && isUnfinished == expected.isUnfinished
      && (expected.comments == nil || comments == expected.comments)
  }
}
