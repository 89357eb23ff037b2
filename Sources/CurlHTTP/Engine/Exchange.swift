/// One request to one URL, ready for libcurl: everything decided, checked and in text.
struct Exchange: Sendable {
  let address: WebAddress
  let method: HTTPMethod
  /// Header lines as libcurl takes them.
  let headerLines: [String]
  let userAgent: String?
  let body: HTTPRequestBody
  let limits: HTTPLimits
  let needsFreshConnection: Bool
  let acceptsCompression: Bool
  let onUploadProgress: (@Sendable (HTTPProgress) -> Void)?

  /// Prepares one hop of a request.
  ///
  /// - Throws: `badRequest` if a header field or the method holds what none may hold.
  init(_ request: HTTPRequest, hop: RedirectTrail.Hop, userAgent: String) throws(HTTPError) {
    let origin = hop.address.origin
    let bad = HTTPError(.badRequest, host: origin.host, mayHaveReachedServer: false)
    address = hop.address
    method = hop.method
    body = hop.sendsBody ? request.body : .none
    limits = request.limits
    needsFreshConnection = request.delivery == .atMostOnce
    acceptsCompression = request.acceptsCompression
    onUploadProgress = hop.sendsBody ? request.onUploadProgress : nil

    var fields = request.headers
    if hop.isTrusted {
      for field in request.originHeaders.fields { fields.append(name: field.name, value: field.value) }
      if let bearer = request.bearer { fields["Authorization"] = "Bearer " + bearer.revealed() }
    } else {
      fields.removeAll { asciiEqual($0, "Authorization") || asciiEqual($0, "Cookie") }
    }
    if !hop.sendsBody { fields.removeAll { $0.lowercased().hasPrefix("content-") } }
    if case .bytes(_, let contentType) = body, !contentType.isEmpty { fields["Content-Type"] = contentType }
    if !request.acceptsCompression, fields["Accept-Encoding"] == nil {
      fields["Accept-Encoding"] = "identity"
    }

    guard Self.isToken(method.name),
      fields.fields.allSatisfy({ Self.isToken($0.name) && Self.isValue($0.value) })
    else { throw bad }
    // libcurl reads "Name:" as "do not send Name" and wants "Name;" for one without a value.
    var lines = fields.fields.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    // Many servers never answer 100-continue, and libcurl would wait a second for it.
    if fields["Expect"] == nil { lines.append("Expect:") }
    // libcurl would call any body a web form.
    if case .multipart = body {} else if fields["Content-Type"] == nil { lines.append("Content-Type:") }
    headerLines = lines
    self.userAgent = fields["User-Agent"] == nil ? userAgent : nil
  }

  /// Whether a text is a token of RFC 9110, 5.6.2.
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }

  /// Whether a text can stand in a field: no control but the tab, so no line end that would begin another field.
  private static func isValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
  }
}
