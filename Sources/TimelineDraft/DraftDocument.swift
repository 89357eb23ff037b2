import RawJSON

/// A draft as the service sent it: the bytes, which go back untouched, and a typed view for reading.
///
/// The draft is not ours: unknown keys, key order and integers past 2^53 return to the render call exactly as they
/// came (WIRE.md, "The draft").
public struct DraftDocument: Sendable, Equatable {
  /// The draft's JSON, byte for byte.
  public let bytes: [UInt8]
  /// What the draft says, as far as this client understands it.
  public let timeline: Timeline

  /// Reads a draft; nil if the value is neither an object nor a string that holds one.
  public init?(_ value: JSONValue) {
    guard let object = Self.object(of: value) else { return nil }
    bytes = Array(value.bytes)
    timeline = Timeline(draft: object)
  }

  /// Finds the draft in a state answer, in an envelope or without, or takes the value as the draft itself.
  ///
  /// Nil if there is none: a new session may have no draft yet.
  public init?(inAnswer answer: JSONValue) {
    let data = answer["data"]
    for place in [data?["state"], data, answer["state"]] {
      if let draft = place?["draft"], let document = DraftDocument(draft) {
        self = document
        return
      }
    }
    if let draft = answer["draft"], let document = DraftDocument(draft) {
      self = document
    } else if answer["t"] != nil, let document = DraftDocument(answer) {
      self = document
    } else {
      return nil
    }
  }

  /// Whether there is something to export: a track with a segment.
  public var isReadyToExport: Bool { !timeline.tracks.isEmpty }

  /// Whether another draft has the same values, whatever the order of its keys and its white space.
  public func saysTheSame(as other: DraftDocument) -> Bool {
    if bytes == other.bytes { return true }
    guard let own = JSONValue(bytes), let others = JSONValue(other.bytes) else { return false }
    return own.hasSameValue(as: others)
  }

  /// Two drafts are equal when their bytes are.
  public static func == (left: DraftDocument, right: DraftDocument) -> Bool { left.bytes == right.bytes }

  private static func object(of value: JSONValue) -> JSONValue? {
    switch value.kind {
    case .object: value
    case .string: value.string.flatMap { JSONValue($0) }.flatMap { $0.kind == .object ? $0 : nil }
    default: nil
    }
  }
}
