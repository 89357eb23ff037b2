extension HTTPClient {
  /// Sends a request, follows its redirects, and returns as soon as the header of the final answer is in.
  ///
  /// Any status is an answer. Cancelling the task ends the exchange and throws `CancellationError`.
  ///
  /// - Throws: ``HTTPError``; its ``HTTPError/mayHaveReachedServer`` tells whether sending again could be a second time.
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try FormFiles.check(request.body)
    var trail = RedirectTrail(
      to: try WebAddress(request.url), method: request.method, redirectsLeft: HTTPRequest.maximumRedirects)
    var isFirst = true
    while true {
      let hop = trail.hop
      do {
        let exchange = try Exchange(request, hop: hop, userAgent: engine.configuration.userAgent)
        try Task.checkCancellation()
        let reader = BodyReader(
          channel: engine.start(exchange), host: hop.address.origin.host, client: self)
        let head = try await reader.head()
        let mayLeave = request.redirects == .anywhere
        if request.redirects != .none, try trail.follow(head, acrossOrigins: mayLeave) != nil {
          reader.cancel()
          if let secret = request.bearer, trail.hop.address.holds(secret) {
            throw HTTPError(.redirectRefused, host: hop.address.origin.host, mayHaveReachedServer: true)
          }
          isFirst = false
          continue
        }
        return HTTPResponse(
          status: head.status, headers: head.headers, url: hop.address.text, body: HTTPBody(reader: reader))
      } catch let error as HTTPError where !isFirst {
        // An earlier hop had the request, whatever became of this one.
        throw HTTPError(
          error.code, host: error.host, curlCode: error.curlCode, curlText: error.curlText,
          mayHaveReachedServer: true)
      }
    }
  }

  /// How many exchanges hold a handle of libcurl: for tests.
  package var openExchangeCount: Int { engine.openTransferCount }
}

extension HTTPBody {
  /// The most bytes that ever waited for this body's reader: for tests.
  package var peakWaitingBytes: Int { reader.channel.peakWaiting }
}
