import GatewayTesting
import CurlHTTP
import Testing

@Suite("Redirects, followed", .timeLimit(.minutes(1)))
struct RedirectTests {
  private func request(_ url: String, _ method: HTTPMethod = .get, body: HTTPRequestBody = .none)
    -> HTTPRequest
  {
    HTTPRequest(
      method, url, headers: ["X-Everywhere": "yes", "Cookie": "c=hidden"],
      originHeaders: ["X-Skill-Source": "t"],
      bearer: Secret("hidden"), body: body)
  }

  @Test("within the origin everything goes along")
  func sameOrigin() async throws {
    try await withServer(
      answering { request, connection in
        if request.target == "/a" {
          connection.respond(302, ["Location": "b"])
        } else {
          connection.respond(200, body: "ok")
        }
      }
    ) { server, http in
      let response = try await http.send(request(server.url + "/a"))
      #expect(response.status == 200)
      #expect(response.url == server.url + "/b")
      let last = try #require(server.requests.last)
      #expect(last.headers["Authorization"] == "Bearer hidden")
      #expect(last.headers["X-Skill-Source"] == "t")
      #expect(last.headers["Cookie"] == "c=hidden")
    }
  }

  @Test(
    "another port is another origin: neither token nor origin headers reach it",
    arguments: [301, 302, 303, 307, 308])
  func otherOrigin(_ status: Int) async throws {
    try await withServer(answering { _, connection in connection.respond(200, body: "ok") }) { other, _ in
      try await withServer(
        answering { _, connection in connection.respond(status, ["Location": other.url + "/x"]) }
      ) { server, http in
        let body = HTTPRequestBody.bytes(Array("{}".utf8), contentType: "application/json")
        let response = try await http.send(request(server.url, .post, body: body))
        #expect(response.status == 200)
        #expect(response.url == other.url + "/x")
        let seen = try #require(other.requests.first)
        #expect(seen.headers["Authorization"] == nil)
        #expect(seen.headers["X-Skill-Source"] == nil)
        #expect(seen.headers["Cookie"] == nil)
        #expect(seen.headers["X-Everywhere"] == "yes")
        #expect(seen.method == (status >= 307 ? "POST" : "GET"))
        #expect(seen.bodyText == (status >= 307 ? "{}" : ""))
        #expect(seen.headers["Content-Type"] == (status >= 307 ? "application/json" : nil))
        #expect(!seen.headers.fields.contains { $0.value.contains("hidden") })
      }
    }
  }

  @Test(
    "a redirect whose URL quotes the token is refused: another host would read it there",
    arguments: ["hidden", "%68idden", "%68%69%64%64%65%6E"])
  func quotedToken(_ spelling: String) async throws {
    try await withServer(answering { _, connection in connection.respond(200, body: "ok") }) { other, _ in
      try await withServer(
        answering { _, connection in connection.respond(302, ["Location": "\(other.url)/x?key=\(spelling)"]) }
      ) { server, http in
        let error = await #expect(throws: HTTPError.self) { try await http.send(request(server.url)) }
        #expect(error?.code == .redirectRefused)
        #expect(other.requests.isEmpty)
      }
    }
  }

  @Test("a form is sent again whole after 307")
  func formAgain() async throws {
    try await withTemporaryFolder { folder in
      try write(Array("content".utf8), to: folder + "/f")
      try await withServer(
        answering { request, connection in
          if request.target == "/" {
            connection.respond(307, ["Location": "/again"])
          } else {
            connection.respond(200)
          }
        }
      ) { server, http in
        let form = HTTPRequestBody.multipart([MultipartPart(name: "f", content: .file(path: folder + "/f"))])
        _ = try await http.send(HTTPRequest(.post, server.url, body: form))
        #expect(server.requests.count == 2)
        #expect(
          server.requests.allSatisfy {
            $0.bodyText.contains("content") && $0.bodyText.contains("filename=\"f\"")
          })
      }
    }
  }

  @Test(
    "ftp: and file: are refused", arguments: ["ftp://127.0.0.1/", "file:///etc/passwd", "dict://127.0.0.1/"])
  func schemes(_ url: String) async throws {
    let direct = await #expect(throws: HTTPError.self) { try await HTTPClient().send(HTTPRequest(.get, url)) }
    #expect(direct?.mayHaveReachedServer == false)
    guard case .unsupportedScheme? = direct?.code else {
      Issue.record("\(String(describing: direct))")
      return
    }
    try await withServer(answering { _, connection in connection.respond(302, ["Location": url]) }) {
      server, http in
      let error = await #expect(throws: HTTPError.self) { try await http.send(request(server.url)) }
      #expect(error?.code == .redirectRefused)
      #expect(error.map { !"\($0)\(String(reflecting: $0))".contains("hidden") } == true)
    }
  }

  @Test("going round in circles ends")
  func circle() async throws {
    try await withServer(answering { _, connection in connection.respond(302, ["Location": "/"]) }) {
      server, http in
      let error = await #expect(throws: HTTPError.self) { try await http.send(request(server.url)) }
      #expect(error?.code == .tooManyRedirects)
      #expect(server.requests.count == 1 + HTTPRequest.maximumRedirects)
    }
  }

  @Test("who wants to see redirects gets them")
  func unfollowed() async throws {
    try await withServer(
      answering { _, connection in connection.respond(302, ["Location": "/x"], body: "see") }
    ) { server, http in
      var request = request(server.url)
      request.redirects = .none
      let response = try await http.send(request)
      #expect(response.status == 302)
      #expect(response.headers["location"] == "/x")
      #expect(try await response.body.collect(upTo: 9) == Array("see".utf8))
    }
  }

  @Test("when the redirect's target is not there, the first server has still had the request")
  func unreachableTarget() async throws {
    let port = try ReservedPort.untilTheEnd()
    try await withServer(
      answering { _, connection in connection.respond(307, ["Location": "http://127.0.0.1:\(port)/"]) }
    ) { server, http in
      let error = await #expect(throws: HTTPError.self) { try await http.send(request(server.url, .post)) }
      #expect(error?.code == .couldNotConnect)
      #expect(error?.mayHaveReachedServer == true)
    }
  }
}
