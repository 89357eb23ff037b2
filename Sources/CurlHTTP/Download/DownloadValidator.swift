/// What tells whether a file on a server is still the one of which a part is here (RFC 9110, 8.8).
public struct DownloadValidator: Sendable, Hashable, Codable {
  /// The value of `ETag`, with its quotes.
  public var etag: String?
  /// The value of `Last-Modified`.
  public var lastModified: String?

  /// A validator from its parts.
  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  /// What an answer's header says.
  init(headers: HTTPFields) {
    self.init(etag: headers["ETag"], lastModified: headers["Last-Modified"])
  }

  /// The value for `If-Range`: a strong entity tag, else the date; a weak tag must not be used there (RFC 9110, 13.1.5).
  var ifRange: String? {
    if let etag, etag.hasPrefix("\"") { return etag }
    return lastModified
  }

  /// Whether an answer's own validator says that the file is another one now.
  func contradicts(_ other: DownloadValidator) -> Bool {
    if let etag, let otherTag = other.etag { return etag != otherTag }
    if let lastModified, let otherDate = other.lastModified { return lastModified != otherDate }
    return false
  }
}
