import CurlHTTP
import Foundation
import GatewayTesting
import Testing

/// What a service, or somebody between it and the user, may do to the connection.
@Suite("On the network", .serialized)
struct NetworkTests {
  private static func environment(_ url: String) -> [String: String] {
    ["NEMO_API_URL": url, "NEMO_TOKEN": "nmv_usr_network_token", "T2V_RECOVERY": "0.02", "T2V_POLL": "0.02"]
  }

  @Test("an answer of more than 64 MB is not read to its end, and the error says so")
  func largeAnswer() async throws {
    let sent = Counter()
    let server = try ScriptedServer(
      answering { _, connection in
        connection.send(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 200000000\r\n\r\n{\"code\":0,\"x\":\""
        )
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 0..<380 where connection.send(piece) { sent.add(1) }
        connection.finish()
      })
    defer { server.stop() }
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["credits", "--json"], in: sandbox, environment: Self.environment(server.url))
    #expect(run.status == 1)
    let error = try #require(run.events("error").first)
    #expect(
      (error["message"] as? String)?.contains("is longer than the 67108864 bytes allowed") == true, "\(error)"
    )
    #expect(sent.value < 200, "the client has read on")
  }

  @Test(
    "a header of 200 KB is told as what it is, the message it answers is sent once, and its film is found")
  func longHeader() async throws {
    let server = try ScriptedServer(
      answering { request, connection in
        guard request.target != "/api/credits/balance/simple", request.target != "/run_sse" else {
          let long = String(repeating: "x", count: 200_000)
          connection.send("HTTP/1.1 200 OK\r\nX-Long: \(long)\r\nContent-Length: 2\r\n\r\n{}")
          return
        }
        Self.answer(request.target, connection)
      })
    defer { server.stop() }
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["--json"], in: sandbox, input: "credits\na sea\n", environment: Self.environment(server.url))
    #expect(run.status == 1)
    let error = try #require(run.events("error").first)
    #expect(error["code"] as? String == "service", "\(error)")
    #expect((error["message"] as? String)?.contains("sent a header that is longer") == true, "\(error)")
    #expect((error["hint"] as? String)?.contains("What was made so far is kept") == true, "\(error)")
    #expect(!run.output.contains("memory"))
    #expect(server.requests.count { $0.target == "/run_sse" } == 1)
  }

  /// 200 MB of one letter in some thousand bytes; nil where there is no program that packs.
  private static func packed(by packer: String) throws -> [UInt8]? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(packer)") else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "head -c 200000000 /dev/zero | tr '\\0' x | \(packer) -c"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](data)
  }

  @Test(
    "an answer that unpacks to 200 MB is neither read to its end nor kept in memory, and the error says so",
    arguments: ["gzip", "zstd"], ["/api/credits/balance/simple", "/run_sse"])
  func bomb(_ packer: String, _ target: String) async throws {
    guard let bomb = try Self.packed(by: packer) else {
      print("skipped: there is no \(packer) here")
      return
    }
    let server = try ScriptedServer(
      answering { request, connection in
        guard request.target == target else { return Self.answer(request.target, connection) }
        let type = target == "/run_sse" ? "text/event-stream" : "application/json"
        connection.send(
          "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Encoding: \(packer)\r\n"
            + "Content-Length: \(bomb.count)\r\n\r\n")
        connection.send(bomb)
      })
    defer { server.stop() }
    let sandbox = try Sandbox()
    let client = try Spawned(
      Sandbox.client, ["--json"], name: "client", in: sandbox,
      environment: sandbox.environment(Self.environment(server.url)))
    client.type(target == "/run_sse" ? "a sea\n" : "credits\n")
    client.endInput()
    let watch = Task { () -> Int in
      var most = 0
      while !Task.isCancelled {
        most = max(most, ProcessUse(of: client.identifier)?.memory ?? 0)
        try? await Task.sleep(for: .milliseconds(2))
      }
      return most
    }
    let status = try #require(try await client.end(within: .seconds(60)))
    watch.cancel()
    #expect(ExitCode.signal(in: status) == 0 && status != 0)
    #expect(await watch.value < 250 << 20)
    // A packer that packs very well has the whole bound unpacked before the first line is read.
    let errors = [
      "is longer than the 67108864 bytes allowed", "a line that is too long to be part of an answer",
    ]
    #expect(errors.contains { client.output.contains($0) }, "\(client.output)")
    #expect(server.requests.count { $0.target == "/run_sse" } == (target == "/run_sse" ? 1 : 0))
  }

  @Test("a line of a stream of more than 16 MB ends the stream, the error says so, and nothing is sent again")
  func longLine() async throws {
    let server = try ScriptedServer(
      answering { request, connection in
        guard request.target == "/run_sse" else { return Self.answer(request.target, connection) }
        connection.send(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: {\"type\":\"text\",\"content\":\"")
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 0..<64 { guard connection.send(piece) else { break } }
        connection.finish()
      })
    defer { server.stop() }
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["--json"], in: sandbox, input: "a sea\n", environment: Self.environment(server.url))
    #expect(run.status == 1)
    #expect(run.output.contains("a line that is too long to be part of an answer"), "\(run.output)")
    #expect(server.requests.count { $0.target == "/run_sse" } == 1)
    #expect(run.events("turn").first?["status"] as? String == "failed")
  }

  @Test(
    "a certificate that nobody vouches for ends it at once: no second attempt, no way around, and it says why"
  )
  func untrustedCertificate() async throws {
    let openssl = "/usr/bin/openssl"
    guard FileManager.default.isExecutableFile(atPath: openssl) else {
      print("skipped: there is no openssl here that could make a certificate")
      return
    }
    let sandbox = try Sandbox()
    let made = try await Run.program(
      openssl,
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days",
        "2", "-subj", "/CN=localhost",
      ],
      in: sandbox)
    #expect(made.status == 0)
    let server = try Spawned(
      openssl, ["s_server", "-accept", "127.0.0.1:0", "-cert", "cert.pem", "-key", "key.pem", "-state"],
      name: "tls",
      in: sandbox, environment: [:])
    defer { kill(server.identifier, SIGKILL) }
    var port: Substring?
    for _ in 0..<500 where port == nil {
      let line = server.output.split(separator: "\n").first { $0.hasPrefix("ACCEPT ") }
      port = line?.split(separator: ":").last
      try await Task.sleep(for: .milliseconds(10))
    }
    let url = "https://localhost:\(try #require(port))"
    let run = try await Run.client(["credits", "--json"], in: sandbox, environment: Self.environment(url))
    #expect(run.status == 1)
    let error = try #require(run.events("error").first)
    #expect((error["message"] as? String)?.contains("No secure connection to localhost") == true, "\(error)")
    #expect((error["hint"] as? String)?.contains("does not go on without a secure connection") == true)
    // One greeting and no more; and not a byte of the token.
    let greetings = server.errors.split(separator: "\n").count {
      $0.contains("before SSL initialization") && $0.hasPrefix("SSL_accept:")
    }
    #expect(greetings <= 2, "\(server.errors)")
    #expect(!(server.output + server.errors).contains("nmv_usr"))
  }

  @Test("a name without an address is told as such, and costs nothing")
  func noName() async throws {
    let sandbox = try Sandbox()
    let name = String(repeating: "a", count: 64) + ".invalid"
    let run = try await Run.client(
      ["--json"], in: sandbox, input: "a sea\n", environment: Self.environment("https://\(name)"))
    #expect(run.status == 1)
    #expect(run.events("error").first?["code"] as? String == "network")
    #expect(run.output.contains("There is no address for"), "\(run.output)")
  }

  private static func answer(_ path: String, _ connection: ServerConnection) {
    let data = path.hasPrefix("/api/tasks/") ? #"{"session_id":"s","task_id":"t"}"# : "{}"
    connection.respond(200, ["Content-Type": "application/json"], body: #"{"code":0,"data":\#(data)}"#)
  }
}
