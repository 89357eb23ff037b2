/// One part of a `multipart/form-data` form.
public struct MultipartPart: Sendable, Hashable {
  /// Where a part's bytes come from.
  public enum Content: Sendable, Hashable {
    /// Memory.
    case bytes([UInt8])
    /// A file, streamed from disk when its turn comes.
    case file(path: String)
  }

  /// The name of the form's field.
  public var name: String
  /// The part's bytes.
  public var content: Content
  /// The file name told to the server; `nil` for a plain field.
  public var fileName: String?
  /// The part's media type; `nil` leaves it out for bytes and lets libcurl guess it for files.
  public var contentType: String?

  /// A part from its parts.
  public init(name: String, content: Content, fileName: String? = nil, contentType: String? = nil) {
    self.name = name
    self.content = content
    self.fileName = fileName
    self.contentType = contentType
  }
}
