import CCurl

/// One easy handle of libcurl and all it points to. Belongs to the engine's thread alone.
final class Transfer {
  let handle: UnsafeMutableRawPointer
  let channel: TransferChannel
  let exchange: Exchange
  private let news: BodyNews
  private let errorText: UnsafeMutablePointer<CChar>
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private var form: OpaquePointer?
  private var headerBlock = HeaderBlock()
  private var headerBytes = 0
  /// Whether the reader of the body was ever behind.
  private var hasPaused = false
  private var stallWatch: StallWatch?
  private var uploaded: Int64 = -1
  private let allowsAddress: (@Sendable (String) -> Bool)?
  /// Whether an address was refused.
  private var hasRefusedAddress = false

  /// How much of an unpacked body libcurl keeps for a reader that waits.
  private static let pausedLimit = 64 << 20

  /// Makes a handle that is ready to be added to a multi handle.
  ///
  /// - Throws: ``HTTPError`` if libcurl refuses an option or a file of the form cannot be opened.
  init(
    _ exchange: Exchange, channel: TransferChannel, configuration: HTTPClient.Configuration, news: BodyNews
  ) throws(HTTPError) {
    guard let handle = ccurl_easy_init() else {
      throw HTTPError(
        .other(Int32(CURLE_OUT_OF_MEMORY.rawValue)), host: exchange.address.origin.host,
        mayHaveReachedServer: false)
    }
    self.handle = handle
    self.channel = channel
    self.exchange = exchange
    self.news = news
    allowsAddress = configuration.allowsAddress
    stallWatch = exchange.limits.stall.map(StallWatch.init(limit:))
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try setUp(configuration)
  }

  deinit {
    ccurl_easy_cleanup(handle)
    if let form { ccurl_mime_free(form) }
    ccurl_slist_free_all(headerList)
    errorText.deallocate()
  }

  /// The transfer of a handle that has one.
  static func of(_ handle: UnsafeMutableRawPointer) -> Transfer? {
    var context: UnsafeMutableRawPointer?
    guard ccurl_get_pointer(handle, CURLINFO_PRIVATE, &context) == CURLE_OK, let context else { return nil }
    return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// Goes on after a pause; libcurl hands over at once what it had to keep.
  func resume() { ccurl_easy_pause(handle, ccurl_pause_continue) }

  // MARK: - What libcurl calls

  /// Takes a line of the header, of an interim one or of the trailer; false if there have been too many bytes of them.
  func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= HTTPLimits.header else { return false }
    if let head = headerBlock.read(line) { channel.deliver(head) }
    return true
  }

  func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard channel.offer(bytes) else {
      hasPaused = true
      return false
    }
    news.add(channel)
    return true
  }

  func reportUpload(sent: Int64, total: Int64) {
    guard sent != uploaded, sent > 0 || total > 0 else { return }
    uploaded = sent
    exchange.onUploadProgress?(HTTPProgress(sent: sent, total: total > 0 ? total : nil))
  }

  /// Whether a connection to an address may be made.
  func mayConnect(to address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
    guard let allowsAddress else { return true }
    // What cannot be named cannot be allowed.
    if let text = numericText(of: address), allowsAddress(text) { return true }
    hasRefusedAddress = true
    return false
  }

  // MARK: - Silence

  /// Looks whether bytes still move; `nil` if the request sets no limit.
  func lookForStall(now: ContinuousClock.Instant) -> StallWatch.Verdict? {
    guard stallWatch != nil else { return nil }
    let moved =
      offset(CURLINFO_SIZE_DOWNLOAD_T) + offset(CURLINFO_SIZE_UPLOAD_T)
      + Int64(long(CURLINFO_HEADER_SIZE) + long(CURLINFO_REQUEST_SIZE))
    return stallWatch?.look(moved: moved, isPaused: channel.isPaused, now: now)
  }

  // MARK: - The end

  /// What a result of libcurl means for the request; `nil` if all is well.
  func error(for result: CURLcode) -> (any Error)? {
    guard result != CURLE_OK else { return nil }
    if hasRefusedAddress, result == CURLE_COULDNT_CONNECT { return error(.addressRefused) }
    if headerBytes > HTTPLimits.header { return error(.headerTooLarge) }
    // What a packed body has become while its reader waits is kept by libcurl, up to a bound of its own.
    let isTooLarge = [CURLE_OUT_OF_MEMORY, CurlFailure.tooLarge].contains(result) && hasPaused
    if isTooLarge { return error(.tooLarge(limit: Self.pausedLimit)) }
    let failure = CurlFailure(
      result: result, text: failureText(result), limits: exchange.limits, hasSent: hasSent,
      microseconds: offset(CURLINFO_TOTAL_TIME_T), filePath: firstFilePath)
    return failure.error(host: exchange.address.origin.host)
  }

  /// The error of an exchange that the engine ends by itself.
  func error(_ code: HTTPError.Code) -> HTTPError {
    HTTPError(code, host: exchange.address.origin.host, mayHaveReachedServer: hasSent)
  }

  /// Whether any byte of the request was written to the connection.
  private var hasSent: Bool { offset(CURLINFO_SIZE_UPLOAD_T) > 0 || long(CURLINFO_REQUEST_SIZE) > 0 }

  private func failureText(_ result: CURLcode) -> String {
    let own = String(cString: errorText)
    return own.isEmpty ? String(cString: ccurl_easy_strerror(result)) : own
  }

  private var firstFilePath: String? {
    guard case .multipart(let parts) = exchange.body else { return nil }
    for part in parts {
      if case .file(let path) = part.content { return path }
    }
    return nil
  }

  private func long(_ info: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(handle, info, &value) == CURLE_OK ? value : 0
  }

  private func offset(_ info: CURLINFO) -> Int64 {
    var value: curl_off_t = 0
    return ccurl_get_offset(handle, info, &value) == CURLE_OK ? Int64(value) : 0
  }
}

// MARK: - Options

extension Transfer {
  private func setUp(_ configuration: HTTPClient.Configuration) throws(HTTPError) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    try check(ccurl_set_pointer(handle, CURLOPT_PRIVATE, context))
    try check(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText))
    try check(ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1))
    // Else removing a handle waits for its name to be resolved, and all other exchanges with it.
    try check(ccurl_set_long(handle, CURLOPT_QUICK_EXIT, 1))

    try check(ccurl_set_string(handle, CURLOPT_URL, exchange.address.text))
    try check(ccurl_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https"))
    try check(ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0))
    try check(ccurl_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1))
    // Without nghttp2 libcurl refuses this, and HTTP/1.1 it is.
    _ = ccurl_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    if exchange.acceptsCompression { try check(ccurl_set_string(handle, CURLOPT_ACCEPT_ENCODING, "")) }
    if let file = configuration.certificateAuthorities {
      try check(ccurl_set_string(handle, CURLOPT_CAINFO, file))
    }
    if exchange.needsFreshConnection { try check(ccurl_set_long(handle, CURLOPT_FRESH_CONNECT, 1)) }
    try check(ccurl_set_long(handle, CURLOPT_TCP_KEEPALIVE, 1))
    try check(ccurl_set_socket_callback(handle, socketWanted))
    try check(ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context))
    // A proxy cannot reach this machine's own studio, though the environment may name one for all hosts.
    let isDirect = exchange.address.origin.isLoopback || allowsAddress != nil
    if isDirect { try check(ccurl_set_string(handle, CURLOPT_PROXY, "")) }
    try setLimits()
    try setHeaders()
    try setMethodAndBody()

    try check(ccurl_set_data_callback(handle, CURLOPT_HEADERFUNCTION, headerArrived))
    try check(ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context))
    try check(ccurl_set_data_callback(handle, CURLOPT_WRITEFUNCTION, bodyArrived))
    try check(ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context))
    if exchange.onUploadProgress != nil {
      try check(ccurl_set_long(handle, CURLOPT_NOPROGRESS, 0))
      try check(ccurl_set_progress_callback(handle, progressMade))
      try check(ccurl_set_pointer(handle, CURLOPT_XFERINFODATA, context))
    }
  }

  private func setLimits() throws(HTTPError) {
    let limits = exchange.limits
    try check(ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, max(1, limits.connect.wholeMilliseconds)))
    if let total = limits.total {
      try check(ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, max(1, total.wholeMilliseconds)))
    }
  }

  private func setHeaders() throws(HTTPError) {
    for line in exchange.headerLines {
      guard let longer = ccurl_slist_append(headerList, line) else {
        return try check(CURLE_OUT_OF_MEMORY)
      }
      headerList = longer
    }
    try check(ccurl_set_list(handle, CURLOPT_HTTPHEADER, headerList))
    if let agent = exchange.userAgent { try check(ccurl_set_string(handle, CURLOPT_USERAGENT, agent)) }
  }

  private func setMethodAndBody() throws(HTTPError) {
    switch exchange.body {
    case .none:
      switch exchange.method {
      case .get: try check(ccurl_set_long(handle, CURLOPT_HTTPGET, 1))
      case .head: try check(ccurl_set_long(handle, CURLOPT_NOBODY, 1))
      case .post, .put, .patch: try setBytes([])
      default: break
      }
    case .bytes(let bytes, _): try setBytes(bytes)
    case .multipart(let parts): try setForm(parts)
    }
    let isImplied: Bool
    switch (exchange.body, exchange.method) {
    case (.none, .get), (.none, .head), (_, .post): isImplied = true
    default: isImplied = false
    }
    if !isImplied { try check(ccurl_set_string(handle, CURLOPT_CUSTOMREQUEST, exchange.method.name)) }
  }

  private func setBytes(_ bytes: [UInt8]) throws(HTTPError) {
    try check(ccurl_set_long(handle, CURLOPT_POST, 1))
    try check(ccurl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
    let result = bytes.withUnsafeBytes { content in
      // Copies, so the array need not stay where it is. Without a byte there is no address, and libcurl would read
      // the body from standard input.
      guard let start = content.baseAddress, !content.isEmpty else {
        return ccurl_set_string(handle, CURLOPT_COPYPOSTFIELDS, "")
      }
      return ccurl_set_bytes(handle, CURLOPT_COPYPOSTFIELDS, start)
    }
    try check(result)
  }

  private func setForm(_ parts: [MultipartPart]) throws(HTTPError) {
    form = ccurl_mime_init(handle)
    for part in parts {
      guard let field = ccurl_mime_addpart(form) else { return try check(CURLE_OUT_OF_MEMORY) }
      try check(ccurl_mime_name(field, part.name))
      switch part.content {
      case .bytes(let bytes):
        try check(
          bytes.withUnsafeBytes { content in
            // Without a byte there is no address, which libcurl would take for "no content set".
            guard let start = content.baseAddress, !content.isEmpty else {
              return ccurl_mime_data(field, "", 0)
            }
            return ccurl_mime_data(field, start.assumingMemoryBound(to: CChar.self), content.count)
          })
      case .file(let path):
        try check(ccurl_mime_filedata(field, path))
      }
      // For a file, without a name of its own, libcurl tells the last component of its path.
      if let fileName = part.fileName { try check(ccurl_mime_filename(field, fileName)) }
      if let type = part.contentType { try check(ccurl_mime_type(field, type)) }
    }
    try check(ccurl_set_mime(handle, form))
    try check(ccurl_set_long(handle, CURLOPT_UPLOAD_BUFFERSIZE, 1 << 20))
  }

  private func check(_ result: CURLcode) throws(HTTPError) {
    guard result != CURLE_OK else { return }
    let failure = CurlFailure(
      result: result, text: failureText(result), limits: exchange.limits, hasSent: false, microseconds: 0,
      filePath: firstFilePath)
    throw failure.error(host: exchange.address.origin.host)
  }
}
