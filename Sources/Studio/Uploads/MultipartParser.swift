import Foundation

/// Reads `multipart/form-data` (RFC 7578, RFC 2046) from bytes as they come, however they are cut.
///
/// ```swift
/// var parser = MultipartParser(boundary: "x")
/// for event in try parser.feed(bytes) { … }
/// ```
public struct MultipartParser: Sendable {
  /// What happens in a body, in order.
  public enum Event: Sendable, Equatable {
    /// A part begins.
    case part(PartHeader)
    /// Some bytes of the part's content; never empty.
    case content([UInt8])
    /// The part is complete.
    case partEnd
    /// The closing delimiter was read: the body is complete.
    case end
  }

  /// What is wrong with a body.
  public enum Failure: Error, Sendable, Equatable {
    /// A part's header is longer than 16 KiB, or is no header.
    case badHeader
    /// Something other than a line end follows a delimiter.
    case badDelimiter
  }

  /// Where the reader is.
  private enum Place { case preamble, afterDelimiter, header, content, epilogue }

  private static let headerLimit = 16 * 1024
  /// CR LF, two hyphens, the boundary. The start of a body counts as if a CR LF stood before it.
  private let delimiter: [UInt8]
  private var place = Place.preamble
  private var buffer: [UInt8] = [0x0D, 0x0A]
  /// Whether the buffer begins with the line end that closed a header, which is no content.
  private var startsWithLineEnd = false

  /// Starts a body with the boundary that its Content-Type names.
  public init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

  /// Whether the closing delimiter was read.
  public var isComplete: Bool { place == .epilogue }

  /// The boundary of a Content-Type header, if it is a `multipart/form-data` with a valid one (1 to 70 characters).
  public static func boundary(ofContentType value: String) -> String? {
    var fields = value.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard !fields.isEmpty, fields.removeFirst().lowercased() == "multipart/form-data" else { return nil }
    for field in fields {
      guard let equals = field.firstIndex(of: "="), field[..<equals].lowercased() == "boundary" else {
        continue
      }
      var text = field[field.index(after: equals)...]
      if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = text.dropFirst().dropLast() }
      return (1...70).contains(text.utf8.count) ? String(text) : nil
    }
    return nil
  }

  /// Reads on.
  /// - Throws: ``Failure``; the rest of the body cannot be read then.
  public mutating func feed(_ bytes: some Collection<UInt8>) throws(Failure) -> [Event] {
    guard place != .epilogue else { return [] }
    buffer.append(contentsOf: bytes)
    var events: [Event] = []
    while try step(&events) {}
    return events
  }

  /// Takes what can be taken from the buffer. False when it needs more bytes, or nothing more is of interest.
  private mutating func step(_ events: inout [Event]) throws(Failure) -> Bool {
    switch place {
    case .preamble, .content:
      let (found, safe) = findDelimiter()
      if place == .content, safe > 0 { events.append(.content(Array(buffer[..<safe]))) }
      guard found else {
        buffer.removeFirst(safe)
        return false
      }
      buffer.removeFirst(safe + delimiter.count)
      if place == .content { events.append(.partEnd) }
      place = .afterDelimiter
      return true

    case .afterDelimiter:
      // White space may pad the line (RFC 2046, 5.1.1).
      let padding = buffer.prefix { $0 == 0x20 || $0 == 0x09 }.count
      guard padding <= 256 else { throw .badDelimiter }
      guard buffer.count >= padding + 2 else { return false }
      let pair = Array(buffer[padding..<padding + 2])
      if pair == [0x2D, 0x2D], padding == 0 {
        buffer = []
        place = .epilogue
        events.append(.end)
        return false
      }
      guard pair == [0x0D, 0x0A] else { throw .badDelimiter }
      // The line end stays: it may be the first half of the empty line that ends a header without lines.
      buffer.removeFirst(padding)
      place = .header
      return true

    case .header:
      guard let end = Self.position(of: [0x0D, 0x0A, 0x0D, 0x0A], in: buffer) else {
        guard buffer.count <= Self.headerLimit else { throw .badHeader }
        return false
      }
      guard end <= Self.headerLimit else { throw .badHeader }
      let lines = String(decoding: buffer[..<end], as: UTF8.self).components(separatedBy: "\r\n").dropFirst()
      guard lines.allSatisfy({ $0.contains(":") }) else { throw .badHeader }
      // The empty line's end stays too: it may be the first half of a delimiter, if the part is empty.
      buffer.removeFirst(end + 2)
      events.append(.part(PartHeader(lines: Array(lines))))
      place = .content
      startsWithLineEnd = true
      return true

    case .epilogue:
      return false
    }
  }

  /// Looks for the delimiter: whether it is there, and how many bytes before it, or before what may become it, are
  /// content for sure.
  private mutating func findDelimiter() -> (found: Bool, safe: Int) {
    if startsWithLineEnd {
      let isPrefix = zip(buffer, delimiter).allSatisfy { $0 == $1 }
      if isPrefix, buffer.count < delimiter.count { return (false, 0) }
      startsWithLineEnd = false
      if isPrefix { return (true, 0) }
      buffer.removeFirst(2)
    }
    if let position = Self.position(of: delimiter, in: buffer) { return (true, position) }
    // A delimiter may have begun in the last bytes.
    var start = max(0, buffer.count - delimiter.count + 1)
    while start < buffer.count, !delimiter.starts(with: buffer[start...]) { start += 1 }
    return (false, start)
  }

  private static func position(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { haystack in
      pattern.withUnsafeBytes { needle in
        guard let base = haystack.baseAddress, let wanted = needle.baseAddress else { return nil }
        var start = 0
        while haystack.count - start >= needle.count,
          let found = memchr(base + start, Int32(needle[0]), haystack.count - start - needle.count + 1)
        {
          if memcmp(found, wanted, needle.count) == 0 { return UnsafeRawPointer(found) - base }
          start = UnsafeRawPointer(found) - base + 1
        }
        return nil
      }
    }
  }
}
