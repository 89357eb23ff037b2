import CCurl

/// An absolute `http` or `https` URL, read by the same parser that later connects, so that the two cannot disagree
/// about its host.
package struct WebAddress: Sendable, Hashable {
  /// The URL as libcurl writes it.
  package let text: String
  package let origin: WebOrigin
  package let path: String

  /// Reads a URL; it must be absolute.
  ///
  /// - Throws: `badURL` or `unsupportedScheme`.
  package init(_ text: String) throws(HTTPError) {
    try self.init(text, relativeTo: nil)
  }

  /// Where a `Location` leads from here (RFC 9110, 10.2.2); a relative one is resolved.
  ///
  /// - Throws: `badURL` or `unsupportedScheme`.
  package func resolving(_ location: String) throws(HTTPError) -> WebAddress {
    try WebAddress(location, relativeTo: self)
  }

  /// Whether a secret stands in the URL, as it is or in percent escapes.
  func holds(_ secret: Secret) -> Bool {
    let wanted = secret.revealed()
    guard !wanted.isEmpty else { return false }
    if text.contains(wanted) { return true }
    guard let decoded = ccurl_easy_unescape(text) else { return false }
    defer { ccurl_free(decoded) }
    return String(cString: decoded).contains(wanted)
  }

  private init(_ text: String, relativeTo base: WebAddress?) throws(HTTPError) {
    guard ccurl_open() else { throw .libraryMissing }
    let bad = HTTPError(.badURL, host: base?.origin.host ?? "", mayHaveReachedServer: false)
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }), let parser = ccurl_url() else { throw bad }
    defer { ccurl_url_cleanup(parser) }
    if let base {
      guard ccurl_url_set(parser, CURLUPART_URL, base.text, 0) == CURLUE_OK else { throw bad }
    }
    // Servers put spaces and raw UTF-8 into Location; encode them as libcurl's own redirects would.
    let flags = UInt32(CURLU_NON_SUPPORT_SCHEME) | UInt32(CURLU_URLENCODE)
    guard ccurl_url_set(parser, CURLUPART_URL, text, flags) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: parser)?.lowercased()
    else { throw bad }
    guard scheme == "http" || scheme == "https" else {
      throw HTTPError(
        .unsupportedScheme(scheme), host: base?.origin.host ?? "", mayHaveReachedServer: false)
    }
    guard let whole = Self.part(CURLUPART_URL, of: parser),
      let host = Self.part(CURLUPART_HOST, of: parser)?.lowercased(), !host.isEmpty,
      let port = Self.part(CURLUPART_PORT, of: parser, flags: UInt32(CURLU_DEFAULT_PORT))
    else { throw bad }
    self.text = whole
    origin = WebOrigin(scheme: scheme, host: host, port: port)
    path = Self.part(CURLUPART_PATH, of: parser) ?? "/"
  }

  private static func part(_ part: CURLUPart, of parser: OpaquePointer, flags: UInt32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard ccurl_url_get(parser, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { ccurl_free(text) }
    return String(cString: text)
  }
}
