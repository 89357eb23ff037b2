import CCurl

/// The libcurl that this program runs with.
public struct CurlLibrary: Sendable {
  /// Its version, such as `7.88.1`.
  public let version: String
  /// The library that does TLS for it, such as `OpenSSL/3.0.17`; nil if none does.
  public let tls: String?
  /// Whether it speaks HTTP/2.
  public let hasHTTP2: Bool

  /// Whether it can reach https addresses.
  public var hasTLS: Bool { tls != nil }

  /// The one of this machine, which is opened if it is not yet.
  ///
  /// - Throws: `libraryMissing`.
  public static func opened() throws(HTTPError) -> CurlLibrary {
    guard ccurl_open(), let info = ccurl_version()?.pointee else { throw .libraryMissing }
    return CurlLibrary(
      version: info.version.map { String(cString: $0) } ?? "unknown",
      tls: info.ssl_version.map { String(cString: $0) },
      hasHTTP2: info.features & Int32(CURL_VERSION_HTTP2) != 0)
  }
}

extension HTTPError {
  /// There is no libcurl that can be opened, with the loader's reason.
  static var libraryMissing: HTTPError {
    HTTPError(
      .libraryMissing, host: "", curlText: String(cString: ccurl_trouble()), mayHaveReachedServer: false)
  }
}
