/// HTTP by libcurl: one thread with one multi handle for any number of exchanges at once.
///
/// The thread starts with the first request and ends with ``shutdown()`` or when the client and all bodies it gave
/// are let go. HTTP/2 over TLS, certificate checks, decompression and proxies (from the usual environment variables,
/// never for this machine's own addresses) are libcurl's.
///
///     let http = HTTPClient()
///     let response = try await http.send(HTTPRequest(.get, "https://example.com/"))
///     for try await chunk in response.body { … }
public final class HTTPClient: Sendable {
  /// What holds for all requests of a client.
  public struct Configuration: Sendable {
    /// The value of `User-Agent`.
    public var userAgent: String
    /// A file of certificate authorities (PEM) in place of the system's; `nil` for the system's.
    public var certificateAuthorities: String?
    /// Which addresses may be connected to; `nil`: all. It is asked for each connection, on the client's own thread, with the
    /// numeric address that the name has led to, such as `192.0.2.1` or `2001:db8::1`: so a name that changes its
    /// meaning, or a redirect, leads nowhere else. Proxies are then not used, for they would connect on our behalf.
    public var allowsAddress: (@Sendable (String) -> Bool)?

    /// A configuration from its parts.
    public init(
      userAgent: String = "t2v", certificateAuthorities: String? = nil,
      allowsAddress: (@Sendable (String) -> Bool)? = nil
    ) {
      self.userAgent = userAgent
      self.certificateAuthorities = certificateAuthorities
      self.allowsAddress = allowsAddress
    }
  }

  let engine: Engine

  /// A client; nothing starts before the first request.
  public init(configuration: Configuration = Configuration()) {
    engine = Engine(configuration: configuration)
  }

  deinit { engine.stop() }

  /// Ends all exchanges (they throw ``HTTPError`` with `clientClosed`), then the thread. Returns when both are gone.
  /// Later requests throw the same.
  public func shutdown() async {
    engine.stop()
    await engine.stopped()
  }
}
