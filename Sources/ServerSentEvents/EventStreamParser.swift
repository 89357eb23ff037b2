#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An incremental reader of event streams: bytes in as they come, events out as soon as their blank line is there.
///
/// Follows the WHATWG HTML standard, sections 9.2.5 and 9.2.6, to the letter, and works on bytes:
/// every delimiter is ASCII, which no UTF-8 sequence contains, so decoding can wait until a text is wanted.
///
///     var parser = EventStreamParser()
///     for try await chunk in response.body {
///       try parser.parse(chunk) { event in handle(event) }
///     }
///
/// An event that is unfinished when the stream ends is discarded: simply stop calling `parse`.
/// After a thrown error the parser is spent.
public struct EventStreamParser: Sendable {
  /// The most bytes that one line, or the data of one event, may have.
  public let lengthLimit: Int

  /// The last event id that a client would send when it reconnects; it changes when an event's blank line is read.
  public private(set) var lastEventID = ""

  /// The last reconnection time the stream asked for, in milliseconds.
  public private(set) var reconnectionTime: Int?

  /// Bytes of the byte order mark seen so far; 3 once the start of the stream is behind us.
  private var markLength = 0
  /// The last chunk ended in CR, so an LF at the start of the next one belongs to the same line end.
  private var endedInCarriageReturn = false
  /// The start of a line whose end has not come yet.
  private var carry: [UInt8] = []

  private var data: [UInt8] = []
  /// The standard appends an LF to each data line and drops the last at dispatch, so one empty line is
  /// not an empty buffer. We put the LF between lines instead and remember that there was one.
  private var hasData = false
  private var eventType = ""
  private var idBuffer = ""
  private var retry: Int?

  /// A parser at the start of a stream.
  ///
  /// - Parameter lengthLimit: the most bytes that one line, or the data of one event, may have.
  public init(lengthLimit: Int = 16 << 20) {
    self.lengthLimit = lengthLimit
  }

  /// Whether bytes have been read that no dispatched event includes: at the end of the stream, that an
  /// event was cut off and is discarded.
  public var hasUnfinishedEvent: Bool { hasData || !carry.isEmpty || (1...2).contains(markLength) }

  /// Reads the next bytes of the stream.
  ///
  /// - Parameters:
  ///   - bytes: any number of bytes; lines, line ends and the byte order mark may be split anywhere.
  ///   - onComment: called with the text of each comment line, which services send to keep a stream alive.
  ///   - onEvent: called with each event, in order.
  /// - Throws: ``EventStreamError`` when a limit is passed, or what a callback throws.
  public mutating func parse(
    _ bytes: [UInt8], onComment: ([UInt8]) throws -> Void = { _ in },
    onEvent: (ServerSentEvent) throws -> Void
  ) throws {
    try bytes.withUnsafeBytes { try parse($0, onComment: onComment, onEvent: onEvent) }
  }

  /// Reads the next bytes of the stream, from memory the caller keeps.
  ///
  /// - Parameters:
  ///   - bytes: any number of bytes; lines, line ends and the byte order mark may be split anywhere.
  ///   - onComment: called with the text of each comment line, which services send to keep a stream alive.
  ///   - onEvent: called with each event, in order.
  /// - Throws: ``EventStreamError`` when a limit is passed, or what a callback throws.
  public mutating func parse(
    _ bytes: UnsafeRawBufferPointer, onComment: ([UInt8]) throws -> Void = { _ in },
    onEvent: (ServerSentEvent) throws -> Void
  ) throws {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    let end = bytes.count
    var start = skipByteOrderMark(bytes)
    if start < end, endedInCarriageReturn {
      endedInCarriageReturn = false
      if bytes[start] == .lineFeed { start += 1 }
    }

    // The next LF and CR at or after `start`, `end` if none. Kept from line to line, so that a stream
    // with only one kind of line end is still scanned once.
    var lineFeed = -1
    var carriageReturn = -1
    while start < end {
      if lineFeed < start { lineFeed = Self.find(.lineFeed, in: base, from: start, to: end) }
      if carriageReturn < start {
        carriageReturn = Self.find(.carriageReturn, in: base, from: start, to: end)
      }
      let lineEnd = min(lineFeed, carriageReturn)
      guard carry.count + (lineEnd - start) <= lengthLimit else {
        throw EventStreamError(code: .lineTooLong, limit: lengthLimit)
      }
      let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<lineEnd])
      if lineEnd == end {
        carry.append(contentsOf: piece)
        return
      }
      if carry.isEmpty {
        try readLine(piece, onComment: onComment, onEvent: onEvent)
      } else {
        carry.append(contentsOf: piece)
        let line = carry
        carry = []
        try line.withUnsafeBytes { try readLine($0, onComment: onComment, onEvent: onEvent) }
      }
      start = lineEnd + 1
      if lineEnd == carriageReturn {
        if start == end {
          endedInCarriageReturn = true
        } else if bytes[start] == .lineFeed {
          start += 1
        }
      }
    }
  }

  // MARK: - Start of the stream

  /// Passes over one leading byte order mark, which may come in pieces; gives where the text goes on.
  private mutating func skipByteOrderMark(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard markLength < byteOrderMark.count else { return 0 }
    var start = 0
    while start < bytes.count, markLength < byteOrderMark.count {
      guard bytes[start] == byteOrderMark[markLength] else {
        // It only looked like a mark: what was held back is text.
        carry.append(contentsOf: byteOrderMark.prefix(markLength))
        markLength = byteOrderMark.count
        break
      }
      start += 1
      markLength += 1
    }
    return start
  }

  private static func find(
    _ byte: UInt8, in base: UnsafeRawPointer, from start: Int, to end: Int
  ) -> Int {
    guard let found = memchr(base + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(found) - base
  }

  // MARK: - Lines

  private mutating func readLine(
    _ line: UnsafeRawBufferPointer, onComment: ([UInt8]) throws -> Void,
    onEvent: (ServerSentEvent) throws -> Void
  ) throws {
    guard let base = line.baseAddress, !line.isEmpty else { return try dispatch(onEvent) }
    let colon = Self.find(.colon, in: base, from: 0, to: line.count)
    if colon == 0 { return try onComment([UInt8](line.dropFirst())) }

    var valueStart = min(colon + 1, line.count)
    if valueStart < line.count, line[valueStart] == .space { valueStart += 1 }
    let value = UnsafeRawBufferPointer(rebasing: line[valueStart...])
    try setField(UnsafeRawBufferPointer(rebasing: line[..<colon]), to: value)
  }

  /// "Process the field": names are compared byte by byte, unknown ones are ignored.
  private mutating func setField(_ name: UnsafeRawBufferPointer, to value: UnsafeRawBufferPointer) throws {
    switch name.count {
    case 4 where Self.isEqual(name, "data"):
      guard data.count + value.count < lengthLimit else {
        throw EventStreamError(code: .eventTooLong, limit: lengthLimit)
      }
      if hasData { data.append(.lineFeed) }
      data.append(contentsOf: value)
      hasData = true
    case 5 where Self.isEqual(name, "event"):
      eventType = String(decoding: value, as: UTF8.self)
    case 2 where Self.isEqual(name, "id"):
      if !value.contains(0) { idBuffer = String(decoding: value, as: UTF8.self) }
    case 5 where Self.isEqual(name, "retry"):
      guard let milliseconds = Self.number(value) else { return }
      retry = milliseconds
      reconnectionTime = milliseconds
    default: break
    }
  }

  /// Whether a name is this one; both have the same length.
  private static func isEqual(_ name: UnsafeRawBufferPointer, _ known: StaticString) -> Bool {
    name.baseAddress.map { memcmp($0, known.utf8Start, name.count) == 0 } ?? false
  }

  /// A value of ASCII digits only; one too large for `Int` is as long as can be.
  private static func number(_ value: UnsafeRawBufferPointer) -> Int? {
    guard !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: value, as: UTF8.self)) ?? .max
  }

  /// "Dispatch the event": without a data field there is none, and its type is forgotten.
  private mutating func dispatch(_ onEvent: (ServerSentEvent) throws -> Void) throws {
    lastEventID = idBuffer
    defer {
      hasData = false
      eventType = ""
      retry = nil
    }
    guard hasData else { return }
    let event = ServerSentEvent(
      event: eventType.isEmpty ? "message" : eventType, data: data, lastEventID: lastEventID, retry: retry)
    data = []
    try onEvent(event)
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension UInt8 {
  fileprivate static let lineFeed: UInt8 = 0x0A
  fileprivate static let carriageReturn: UInt8 = 0x0D
  fileprivate static let space: UInt8 = 0x20
  fileprivate static let colon: UInt8 = 0x3A
}
