import GatewayTesting
import CurlHTTP
import Foundation
import Synchronization
import Testing

@Suite("Downloads", .timeLimit(.minutes(1)))
struct DownloadTests {
  private static let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 13 &+ $0 >> 7) }
  private static let tag = "\"v1\""

  /// A server with one file that honours `Range` and `If-Range`.
  private static func file(tag: String = tag) -> ScriptedServer.Script {
    answering { request, connection in
      var start = 0
      if let range = request.headers["Range"], request.headers["If-Range"] ?? tag == tag {
        start = Int(range.dropFirst("bytes=".count).dropLast()) ?? 0
      }
      guard start < content.count else {
        return connection.respond(416, ["Content-Range": "bytes */\(content.count)", "ETag": tag])
      }
      let rest = content[start...]
      var head = start > 0 ? "HTTP/1.1 206 Partial\r\n" : "HTTP/1.1 200 OK\r\n"
      if start > 0 { head += "Content-Range: bytes \(start)-\(content.count - 1)/\(content.count)\r\n" }
      head += "Content-Type: video/mp4\r\nETag: \(tag)\r\nContent-Length: \(rest.count)\r\n\r\n"
      connection.send(head)
      connection.send(Array(rest))
    }
  }

  @Test("a file comes whole, private, uncompressed and with its facts")
  func whole() async throws {
    try await withTemporaryFolder { folder in
      try await withServer(Self.file()) { server, http in
        let steps = Mutex<[DownloadProgress]>([])
        let path = folder + "/a.part"
        let result = try await http.download(HTTPRequest(.get, server.url), to: path) { step in
          steps.withLock { $0.append(step) }
        }
        #expect(try bytes(of: path) == Self.content)
        #expect(result.length == 200_000)
        #expect(result.resumedFrom == 0)
        #expect(result.status == 200)
        #expect(result.contentType == "video/mp4")
        #expect(result.validator == DownloadValidator(etag: Self.tag))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(server.requests[0].headers["Accept-Encoding"] == "identity")
        #expect(server.requests[0].headers["Range"] == nil)
        let seen = steps.withLock { $0 }
        #expect(seen.first == DownloadProgress(received: 0, total: 200_000, validator: result.validator))
        #expect(seen.last?.received == 200_000)
      }
    }
  }

  @Test("a broken download goes on where it broke", arguments: [1, 70_000, 199_999])
  func resume(_ cut: Int) async throws {
    try await withTemporaryFolder { folder in
      let whole = Self.file()
      try await withServer { connection in
        guard connection.number == 0 else { return whole(connection) }
        _ = connection.readRequest()
        connection.send(
          "HTTP/1.1 200 OK\r\nETag: \(Self.tag)\r\nContent-Length: \(Self.content.count)\r\n\r\n")
        connection.send(Array(Self.content[..<cut]))
      } _: { server, http in
        let path = folder + "/a.part"
        let last = Mutex<DownloadProgress?>(nil)
        let error = await #expect(throws: HTTPError.self) {
          try await http.download(HTTPRequest(.get, server.url), to: path) { step in
            last.withLock { $0 = step }
          }
        }
        #expect(error?.code == .bodyTruncated)
        #expect(try bytes(of: path) == Array(Self.content[..<cut]))

        let result = try await http.download(
          HTTPRequest(.get, server.url), to: path, resuming: last.withLock { $0?.validator })
        #expect(try bytes(of: path) == Self.content)
        #expect(result.status == 206)
        #expect(result.resumedFrom == Int64(cut))
        #expect(result.length == 200_000)
        #expect(server.requests.last?.headers["Range"] == "bytes=\(cut)-")
        #expect(server.requests.last?.headers["If-Range"] == Self.tag)
      }
    }
  }

  @Test("a file that changed meanwhile starts over, and nothing of the old is left")
  func changed() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.part"
      try write([UInt8](repeating: 9, count: 250_000), to: path)
      try await withServer(Self.file(tag: "\"v2\"")) { server, http in
        let result = try await http.download(
          HTTPRequest(.get, server.url), to: path, resuming: DownloadValidator(etag: Self.tag))
        #expect(result.status == 200)
        #expect(result.resumedFrom == 0)
        #expect(try bytes(of: path) == Self.content)
      }
    }
  }

  @Test("a file that is here already is complete at once")
  func complete() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.part"
      try write(Self.content, to: path)
      try await withServer(Self.file()) { server, http in
        let result = try await http.download(
          HTTPRequest(.get, server.url), to: path, resuming: DownloadValidator(etag: Self.tag))
        #expect(result.length == 200_000)
        #expect(result.resumedFrom == 200_000)
        #expect(try bytes(of: path) == Self.content)
        #expect(server.requests.count == 1)
      }
    }
  }

  @Test("more here than there means another file: it is fetched whole")
  func longerThanTheirs() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.part"
      try write(Self.content + [1, 2, 3], to: path)
      try await withServer(Self.file()) { server, http in
        let result = try await http.download(
          HTTPRequest(.get, server.url), to: path, resuming: DownloadValidator(etag: Self.tag))
        #expect(result.status == 200)
        #expect(try bytes(of: path) == Self.content)
        #expect(server.requests.count == 2)
      }
    }
  }

  @Test("a server that answers the wrong range is asked for the whole")
  func wrongRange() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.part"
      try write(Array(Self.content[..<100]), to: path)
      let whole = Self.file()
      try await withServer { connection in
        guard connection.number == 0 else { return whole(connection) }
        _ = connection.readRequest()
        connection.respond(206, ["Content-Range": "bytes 50-51/200000"], body: "xx")
      } _: { server, http in
        let result = try await http.download(
          HTTPRequest(.get, server.url), to: path, resuming: DownloadValidator(etag: Self.tag))
        #expect(result.status == 200)
        #expect(try bytes(of: path) == Self.content)
      }
    }
  }

  @Test("a weak tag is never used to join two parts; a date is")
  func validators() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.part"
      try await withServer(Self.file()) { server, http in
        for validator in [DownloadValidator(etag: "W/\"v1\""), DownloadValidator()] {
          try write([1, 2, 3], to: path)
          _ = try await http.download(HTTPRequest(.get, server.url), to: path, resuming: validator)
          #expect(try bytes(of: path) == Self.content)
        }
        #expect(server.requests.allSatisfy { $0.headers["Range"] == nil })
        try write([1, 2, 3], to: path)
        let dated = DownloadValidator(etag: "W/\"v1\"", lastModified: "Sun, 22 Nov 2026 10:00:00 GMT")
        _ = try await http.download(HTTPRequest(.get, server.url), to: path, resuming: dated)
        #expect(server.requests[2].headers["If-Range"] == dated.lastModified)
      }
    }
  }

  @Test(
    "an answer without the file writes nothing and tells what the service said", arguments: [401, 404, 500])
  func refused(_ status: Int) async throws {
    try await withTemporaryFolder { folder in
      let (fresh, partial) = (folder + "/none", folder + "/a.part")
      try write([1, 2, 3], to: partial)
      try await withServer(
        answering { _, connection in connection.respond(status, body: "{\"code\":1001}") }
      ) { server, http in
        for path in [fresh, partial] {
          let error = await #expect(throws: HTTPStatusError.self) {
            try await http.download(
              HTTPRequest(.get, server.url), to: path, resuming: DownloadValidator(etag: Self.tag))
          }
          #expect(error?.status == status)
          #expect(error?.body == Array("{\"code\":1001}".utf8))
        }
        #expect(!FileManager.default.fileExists(atPath: fresh))
        let left = try bytes(of: partial)
        #expect(left == [1, 2, 3])
      }
    }
  }

  @Test("a full disk is told with the path, and the connection is closed")
  func fullDisk() async throws {
    try await withServer(Self.file()) { server, http in
      let error = await #expect(throws: HTTPError.self) {
        try await http.download(HTTPRequest(.get, server.url), to: "/dev/full")
      }
      guard case .file("/dev/full", let number)? = error?.code else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(number != 0)
    }
  }

  @Test("a folder that is not there is told with the path")
  func noFolder() async throws {
    try await withTemporaryFolder { folder in
      try await withServer(Self.file()) { server, http in
        let error = await #expect(throws: HTTPError.self) {
          try await http.download(HTTPRequest(.get, server.url), to: folder + "/none/a.part")
        }
        #expect(error?.code == .file(path: folder + "/none/a.part", errno: ENOENT))
      }
    }
  }

  @Test("cancelling keeps what came and closes the connection")
  func cancelling() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.part"
      let (started, closed) = (Gate(), Gate())
      try await withServer { connection in
        _ = connection.readRequest()
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
        connection.waitForClose()
        closed.open()
      } _: { server, http in
        let task = Task {
          try await http.download(HTTPRequest(.get, server.url), to: path) { step in
            if step.received > 0 { started.open() }
          }
        }
        await started.wait()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        await closed.wait()
        let left = try bytes(of: path)
        #expect(left == Array("half".utf8))
      }
    }
  }
}
