/// The way of one request through its redirects: what to send next, and where (RFC 9110, 15.4).
///
/// Done here and not by libcurl, which would carry our own header fields to any host it is sent to.
package struct RedirectTrail: Sendable {
  /// What is asked next.
  package struct Hop: Sendable, Hashable {
    package var address: WebAddress
    package var method: HTTPMethod
    package var sendsBody: Bool
    /// Whether token and origin headers go along. Once away they stay off, even when the way leads back:
    /// the last URL would then have been chosen by a stranger.
    package var isTrusted: Bool
  }

  package private(set) var hop: Hop
  private var redirectsLeft: Int

  /// The first hop of a request.
  package init(to address: WebAddress, method: HTTPMethod, redirectsLeft: Int) {
    hop = Hop(address: address, method: method, sendsBody: true, isTrusted: true)
    self.redirectsLeft = redirectsLeft
  }

  /// Takes an answer.
  ///
  /// - Parameter acrossOrigins: Whether another origin may be asked.
  /// - Returns: the next hop, or `nil` if this is the answer to deliver.
  /// - Throws: `tooManyRedirects` or `redirectRefused`.
  package mutating func follow(_ head: ResponseHead, acrossOrigins: Bool = true) throws(HTTPError) -> Hop? {
    guard [301, 302, 303, 307, 308].contains(head.status), let location = head.headers["Location"] else {
      return nil
    }
    let here = hop.address.origin
    guard redirectsLeft > 0 else {
      throw HTTPError(.tooManyRedirects, host: here.host, mayHaveReachedServer: true)
    }
    redirectsLeft -= 1

    let refused = HTTPError(.redirectRefused, host: here.host, mayHaveReachedServer: true)
    guard let next = try? hop.address.resolving(location) else { throw refused }
    guard here.scheme == next.origin.scheme || next.origin.scheme == "https" else { throw refused }

    guard acrossOrigins || next.origin == here else { throw refused }

    hop.address = next
    if next.origin != here { hop.isTrusted = false }
    let becomesGet =
      (head.status == 303 && hop.method != .get && hop.method != .head)
      || ((head.status == 301 || head.status == 302) && hop.method == .post)
    if becomesGet {
      hop.method = .get
      hop.sendsBody = false
    }
    return hop
  }
}
