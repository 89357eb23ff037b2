import CurlHTTP
import Testing

@Suite("Redirects, decided")
struct RedirectTrailTests {
  private func trail(_ url: String, _ method: HTTPMethod = .get, left: Int = 10) throws -> RedirectTrail {
    RedirectTrail(to: try WebAddress(url), method: method, redirectsLeft: left)
  }

  private func redirect(_ status: Int, _ location: String) -> ResponseHead {
    ResponseHead(status: status, headers: ["Location": location])
  }

  @Test(
    "methods after a redirect are those of RFC 9110",
    arguments: [
      (301, "POST", "GET"), (302, "POST", "GET"), (303, "POST", "GET"), (307, "POST", "POST"),
      (308, "POST", "POST"),
      (301, "PUT", "PUT"), (302, "DELETE", "DELETE"), (303, "PUT", "GET"), (303, "HEAD", "HEAD"),
      (303, "GET", "GET"),
      (308, "HEAD", "HEAD"),
    ])
  func methods(_ status: Int, _ before: String, _ after: String) throws {
    var trail = try trail("http://a/x", HTTPMethod(before))
    let hop = try #require(try trail.follow(redirect(status, "/y")))
    #expect(hop.method.name == after)
    #expect(hop.sendsBody == (before == after))
    #expect(hop.address.text == "http://a/y")
  }

  @Test(
    "an answer without a place to go, or with another status, is the answer",
    arguments: [200, 300, 304, 305, 404])
  func delivered(_ status: Int) throws {
    var trail = try trail("http://a/x")
    #expect(try trail.follow(redirect(status, "/y")) == nil)
    #expect(try trail.follow(ResponseHead(status: 302, headers: [:])) == nil)
  }

  @Test(
    "scheme, host and port make an origin; trust ends where it ends",
    arguments: [
      ("https://a/x", "y", true), ("https://a/x", "https://A:443/y", true), ("https://a/x", "//a/y", true),
      ("https://a/x", "?q", true), ("http://a/x", "http://a:8080/", false),
      ("http://a/x", "https://a/", false),
      ("https://a/x", "https://b/", false), ("https://a/x", "https://a.b/", false),
      ("https://a/x", "//b/y", false),
      ("https://a/x", "https://a@b/y", false), ("https://a/x", "https://a./", false),
    ])
  func trust(_ from: String, _ location: String, _ isTrusted: Bool) throws {
    var trail = try trail(from)
    #expect(try trail.follow(redirect(302, location))?.isTrusted == isTrusted)
  }

  @Test("trust once lost does not come back with the way")
  func noReturn() throws {
    var trail = try trail("https://a/x")
    #expect(try trail.follow(redirect(302, "https://b/"))?.isTrusted == false)
    #expect(try trail.follow(redirect(302, "https://a/x"))?.isTrusted == false)
  }

  @Test(
    "other schemes, and the way from https to http, are refused",
    arguments: [
      "ftp://a/", "file:///etc/passwd", "http://a/", "javascript:alert(1)", "data:,x", "https://",
      "gopher://a",
    ])
  func refused(_ location: String) throws {
    var trail = try trail("https://a/x")
    let error = #expect(throws: HTTPError.self) { try trail.follow(redirect(302, location)) }
    #expect(error?.code == .redirectRefused)
    #expect(error?.mayHaveReachedServer == true)
  }

  @Test("ten redirects and no more")
  func count() throws {
    var trail = try trail("http://a/", left: 2)
    _ = try trail.follow(redirect(302, "/1"))
    _ = try trail.follow(redirect(302, "/2"))
    let error = #expect(throws: HTTPError.self) { try trail.follow(redirect(302, "/3")) }
    #expect(error?.code == .tooManyRedirects)
  }

  @Test("spaces and raw UTF-8 in a Location are encoded")
  func encoding() throws {
    var trail = try trail("http://a/b/c")
    let text = try trail.follow(redirect(302, "../d é"))?.address.text
    #expect(text?.lowercased() == "http://a/d%20%c3%a9")
  }

  @Test("only this machine's own addresses are loopback")
  func loopback() throws {
    for own in [
      "http://127.0.0.1:8/", "http://127.9.8.7", "http://LOCALHOST", "http://a.localhost", "http://[::1]:1",
    ] {
      #expect(try WebAddress(own).origin.isLoopback, "\(own)")
    }
    for other in [
      "http://127.0.0.1.evil.com", "http://128.0.0.1", "http://[::2]", "http://localhost.com", "http://a",
    ] {
      let isLoopback = try WebAddress(other).origin.isLoopback
      #expect(!isLoopback, "\(other)")
    }
  }

  @Test("only absolute http and https URLs are addresses")
  func addresses() throws {
    #expect(try WebAddress("HTTP://ExAmple.com").origin.description == "http://example.com:80")
    #expect(try WebAddress("http://[::1]:9/").origin.host == "[::1]")
    for bad in ["", "example.com", "/x", "http://", "http://a b/", "http://a/\r\nX: y", "http://a/\0"] {
      let error = #expect(throws: HTTPError.self) { try WebAddress(bad) }
      #expect(error?.code == .badURL, "\(bad)")
    }
    let error = #expect(throws: HTTPError.self) { try WebAddress("ftp://a/") }
    #expect(error?.code == .unsupportedScheme("ftp"))
  }
}
