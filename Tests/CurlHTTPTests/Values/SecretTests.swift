import CurlHTTP
import Testing

@Suite("Secret")
struct SecretTests {
  let secret = Secret("nmv_usr_hidden")

  @Test("a token never shows, however it is printed")
  func printing() {
    var dumped = ""
    dump(secret, to: &dumped)
    dump([secret: [secret]], to: &dumped)
    let texts = [
      "\(secret)", String(describing: secret), String(reflecting: secret), "\([secret])",
      "\(Optional(secret) as Any)",
      dumped, "\(Mirror(reflecting: secret).children.map { $0 })",
    ]
    for text in texts { #expect(!text.contains("hidden"), "\(text)") }
    #expect("\(secret)" == "‹token›")
  }

  @Test("tokens are compared and found by their text")
  func comparing() {
    #expect(secret == Secret("nmv_usr_hidden"))
    #expect(secret != Secret("other"))
    #expect(Set([secret, Secret("nmv_usr_hidden")]).count == 1)
    #expect(secret.revealed() == "nmv_usr_hidden")
    #expect(Secret("").isEmpty)
  }

  @Test("a request shows neither its token nor the query of its URL")
  func request() {
    let request = HTTPRequest(.post, "https://user:pw@Example.com/a/b?key=hidden", bearer: secret)
    #expect("\(request)" == "POST https://example.com:443/a/b")
    var dumped = ""
    dump(request.bearer, to: &dumped)
    #expect(!dumped.contains("hidden"))
    #expect("\(HTTPRequest(.get, "no address"))" == "GET ‹bad URL›")
  }
}
