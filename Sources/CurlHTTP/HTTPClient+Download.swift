extension HTTPClient {
  /// Downloads into a file, and goes on where an earlier attempt broke off if the file there is still the same.
  ///
  /// The file is made with mode 0600 and holds whatever came when this throws, so that the next attempt can resume.
  /// Nothing is written unless the server answers with the file. The length is checked against what the server declared,
  /// and the bytes are on disk (`fsync`) before this returns. Naming a partial file and renaming it is the caller's.
  ///
  /// - Parameters:
  ///   - request: a `GET`; it is sent uncompressed, with `Range` and `If-Range` added when there is something to resume.
  ///   - path: the file.
  ///   - validator: the ``DownloadProgress/validator`` of the attempt that wrote what is in the file; `nil` starts over.
  ///   - progress: told at the start and after each chunk.
  /// - Throws: ``HTTPStatusError`` for an answer without the file, ``HTTPError`` (`file` when the disk is full),
  ///   `CancellationError`.
  public func download(
    _ request: HTTPRequest, to path: String, resuming validator: DownloadValidator? = nil,
    progress: (@Sendable (DownloadProgress) -> Void)? = nil
  ) async throws -> DownloadResult {
    if let validator, let ifRange = validator.ifRange, let length = try DownloadFile.length(at: path),
      length > 0
    {
      var resumed = request
      resumed.headers["Range"] = "bytes=\(length)-"
      resumed.headers["If-Range"] = ifRange
      if let result = try await attempt(
        resumed, path: path, existing: (length, validator), progress: progress)
      {
        return result
      }
    }
    guard let result = try await attempt(request, path: path, existing: nil, progress: progress) else {
      throw HTTPError(.badResponse, host: "", mayHaveReachedServer: true)
    }
    return result
  }

  /// One request and what comes of it; `nil` if the whole has to be asked for.
  private func attempt(
    _ request: HTTPRequest, path: String, existing: (length: Int64, validator: DownloadValidator)?,
    progress: (@Sendable (DownloadProgress) -> Void)?
  ) async throws -> DownloadResult? {
    var request = request
    request.acceptsCompression = false
    let response = try await send(request)
    let validator = DownloadValidator(headers: response.headers)
    func result(length: Int64, resumedFrom: Int64) -> DownloadResult {
      DownloadResult(
        length: length, resumedFrom: resumedFrom, status: response.status, validator: validator,
        contentType: response.headers["Content-Type"], url: response.url)
    }

    let head = ResponseHead(status: response.status, headers: response.headers)
    let host = response.body.reader.host
    let offset: Int64
    let total: Int64?
    switch ResumePlan(head: head, existing: existing) {
    case .append(let known): (offset, total) = (existing?.length ?? 0, known)
    case .restart(let known): (offset, total) = (0, known)
    case .complete:
      let length = existing?.length ?? 0
      progress?(DownloadProgress(received: length, total: length, validator: validator))
      return result(length: length, resumedFrom: length)
    case .askForWhole: return nil
    case .refuse: throw try await response.statusError()
    case .bad: throw HTTPError(.badResponse, host: host, mayHaveReachedServer: true)
    }

    var file = try DownloadFile.prepare(path, offset: offset, host: host)
    var received = offset
    progress?(DownloadProgress(received: received, total: total, validator: validator))
    for try await chunk in response.body {
      try file.append(chunk)
      received += Int64(chunk.count)
      progress?(DownloadProgress(received: received, total: total, validator: validator))
    }
    guard total == nil || total == received else {
      throw HTTPError(.bodyTruncated, host: host, mayHaveReachedServer: true)
    }
    try file.finish()
    return result(length: received, resumedFrom: offset)
  }
}
