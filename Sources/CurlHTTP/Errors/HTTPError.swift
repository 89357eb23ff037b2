/// Why an exchange with a server did not come about, or broke off.
///
/// An HTTP status of 400 or more is no error here: it is an answer. A cancelled task gets `CancellationError`.
public struct HTTPError: Error, Sendable, Hashable {
  /// Which limit of ``HTTPLimits`` ran out.
  public enum Limit: Sendable, Hashable {
    /// The time to connect.
    case connect
    /// The time for all of it.
    case total
  }

  /// What happened.
  public enum Code: Sendable, Hashable {
    /// libcurl is not on this machine, or cannot be loaded.
    case libraryMissing
    /// The URL cannot be read.
    case badURL
    /// The request cannot be written: its method or a header field holds what none may hold.
    case badRequest
    /// The URL is neither `http` nor `https`.
    case unsupportedScheme(String)
    /// The host's name (or the proxy's) has no address.
    case couldNotResolve
    /// Nobody answers at the address.
    case couldNotConnect
    /// The host's address is one that ``HTTPClient/Configuration/allowsAddress`` does not allow.
    case addressRefused
    /// The secure connection failed, or the certificate is not good.
    case tls
    /// A limit of time ran out.
    case timedOut(Limit)
    /// No byte came or went for as long as ``HTTPLimits/stall`` says.
    case stalled
    /// The connection broke before the answer was there or while it came.
    case connectionBroken
    /// The body ended before its declared end.
    case bodyTruncated
    /// The answer is not HTTP, or contradicts itself.
    case badResponse
    /// The header of the answer is longer than ``HTTPLimits/header``, or a line of it is than libcurl reads.
    case headerTooLarge
    /// The body has more bytes than the caller takes.
    case tooLarge(limit: Int)
    /// More redirects than ``HTTPRequest/maximumRedirects``.
    case tooManyRedirects
    /// A redirect to where none may lead: another scheme, or from `https` to `http`.
    case redirectRefused
    /// A file could not be read or written; `errno` says why (0: unknown).
    case file(path: String, errno: Int32)
    /// Two tasks wait for the same body.
    case bodyAlreadyBeingRead
    /// The client has been shut down.
    case clientClosed
    /// Something else, by libcurl's number.
    case other(Int32)
  }

  /// What happened.
  public let code: Code

  /// The host it happened with; empty if the URL has none.
  public let host: String

  /// libcurl's error number, if the error is one of libcurl.
  public let curlCode: Int32?

  /// libcurl's own words, for a log.
  public let curlText: String

  /// Whether any byte of the request may have been handed to the server. `false` means that it certainly never
  /// began to arrive, so even a request that must go out once can be sent again.
  public let mayHaveReachedServer: Bool

  /// An error from its parts.
  public init(
    _ code: Code, host: String, curlCode: Int32? = nil, curlText: String = "", mayHaveReachedServer: Bool
  ) {
    self.code = code
    self.host = host
    self.curlCode = curlCode
    self.curlText = curlText
    self.mayHaveReachedServer = mayHaveReachedServer
  }
}
