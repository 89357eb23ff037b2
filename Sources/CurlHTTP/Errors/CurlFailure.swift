import CCurl

/// What libcurl knows about a failed exchange, and what it means: a value, so that the meaning can be tested.
struct CurlFailure: Sendable {
  let result: CURLcode
  let text: String
  let limits: HTTPLimits
  /// Whether any byte of the request was written to the connection.
  let hasSent: Bool
  /// How long it took.
  let microseconds: Int64
  /// The file it was reading, if any.
  let filePath: String?

  /// `CURLE_TOO_LARGE` of libcurl 8.6, which earlier headers don't have.
  static let tooLarge = CURLcode(100)

  func error(host: String) -> HTTPError {
    HTTPError(
      code, host: host, curlCode: Int32(result.rawValue), curlText: text, mayHaveReachedServer: hasSent)
  }

  private var code: HTTPError.Code {
    switch result {
    case CURLE_URL_MALFORMAT: .badURL
    // Schemes are checked before libcurl sees them; it also says this of an answer without a status line.
    case CURLE_UNSUPPORTED_PROTOCOL where hasSent: .badResponse
    case CURLE_UNSUPPORTED_PROTOCOL: .unsupportedScheme("")
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .couldNotResolve
    case CURLE_COULDNT_CONNECT: .couldNotConnect
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS,
      CURLE_SSL_ENGINE_INITFAILED:
      .tls
    case CURLE_OPERATION_TIMEDOUT: timeout
    case CURLE_PARTIAL_FILE: .bodyTruncated
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_HTTP3,
      CURLE_SEND_FAIL_REWIND:
      .connectionBroken
    case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .badResponse
    // Else there is hardly a lack of memory: libcurl says so of a line of the header above 100 KB, a trailer above 4 KB.
    case CURLE_OUT_OF_MEMORY where hasSent: .headerTooLarge
    case Self.tooLarge: .headerTooLarge
    case CURLE_READ_ERROR: .file(path: filePath ?? "", errno: 0)
    default: .other(Int32(result.rawValue))
    }
  }

  /// libcurl has one number for both its limits. After the first byte it can only be the total, before it the clock tells.
  private var timeout: HTTPError.Code {
    guard let total = limits.total else { return .timedOut(.connect) }
    let isOver = microseconds >= (total.wholeMilliseconds - 1) * 1000
    return hasSent || isOver ? .timedOut(.total) : .timedOut(.connect)
  }
}
