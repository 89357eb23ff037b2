import NemoVideo
import Testing

@Suite struct ServiceAddressTests {
  @Test(
    "addresses that are safe are taken",
    arguments: [
      ("https://mega-api-prod.nemovideo.ai", "https://mega-api-prod.nemovideo.ai"),
      ("https://A.Example:8443/base/", "https://a.example:8443/base"),
      ("http://127.0.0.1:80", "http://127.0.0.1:80"), ("http://localhost", "http://localhost"),
      ("http://[::1]:9/", "http://[::1]:9"),
    ])
  func taken(text: String, description: String) throws {
    #expect(try ServiceAddress(text).description == description)
  }

  @Test(
    "addresses that would show the token, or are none, are refused",
    arguments: [
      "http://example.com", "http://127.0.0.1.evil.example", "http://10.0.0.1", "http://localhost.evil",
      "ftp://127.0.0.1", "example.com",
      "https://", "https://user:pass@example.com", "http://127.0.0.1@evil.example", "", "http://0.0.0.0",
    ])
  func refused(text: String) { #expect(throws: ServiceAddress.Failure.self) { try ServiceAddress(text) } }

  @Test("only URLs of the very origin are of the origin")
  func origin() throws {
    let address = try ServiceAddress("http://127.0.0.1:8700")
    for url in ["http://127.0.0.1:8700", "http://127.0.0.1:8700/x", "HTTP://127.0.0.1:8700?x"] {
      #expect(address.isOrigin(of: url))
    }
    for url in [
      "http://127.0.0.1:87001/", "http://127.0.0.1:8700@evil/", "https://127.0.0.1:8700/",
      "http://127.0.0.1/", "http://127.0.0.1:8700.evil/",
      "http://127.0.0.1:8700\\@evil/",
    ] { #expect(!address.isOrigin(of: url)) }
  }
}
