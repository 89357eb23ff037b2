import CurlHTTP
import Foundation
import GatewayTesting
import TerminalTesting
import Testing

/// A service that quotes the token wherever it can gets it into nothing but the token store.
@Suite("The token", .serialized)
struct TokenTests {
  private static let marks = [
    "{token}", "Bearer {token}", "https://example.com/?key={token}&x=1", "a\u{1B}[1m{token}\u{1B}[0mb",
    "“{token}”,",
  ]

  @Test(
    "is in no output, log, file, URL, request to others or child's arguments, wherever the service quotes it",
    arguments: marks, [true, false])
  func quoted(_ mark: String, isOwn: Bool) async throws {
    let sandbox = try Sandbox()
    let service = try HostileService(mark: mark)
    defer { service.stop() }
    let token = isOwn ? "nmv_own.Secret-Of_Ana/42" : "nmv_usr_hostile_token"
    try "not a film".write(toFile: sandbox.file("clip.mp4"), atomically: true, encoding: .utf8)
    var environment = [
      "NEMO_API_URL": service.url, "T2V_POLL": "0.02", "T2V_RATE_WAIT": "0.02", "T2V_RECOVERY": "0.02",
    ]
    if isOwn { environment["NEMO_TOKEN"] = token }
    let watch = ChildWatch(sandbox)
    let input = HostileService.words.joined(separator: "\n") + "\n"
    for arguments in [["--json", "-v"], ["-v", "--plain"], ["--resume", "-v"]] {
      let run = try await Run.client(arguments, in: sandbox, input: input, environment: environment)
      #expect(!run.output.contains(token), "\(arguments): \(around(token, in: run.output))")
      #expect(!run.errors.contains(token), "\(arguments): \(around(token, in: run.errors))")
    }
    for arguments in [
      ["sessions"], ["doctor", "-v"], ["config"], ["export", "-o", "x.mp4"],
      ["make", "a sea", "-o", "y.mp4"],
    ] {
      let run = try await Run.client(arguments, in: sandbox, environment: environment)
      #expect(!(run.output + run.errors).contains(token), "\(arguments)")
    }
    let terminal = try PseudoTerminal(
      Sandbox.client, ["-v"], environment: sandbox.environment(environment), columns: 200, rows: 40,
      directory: sandbox.work)
    try await HostileService.sayAll(at: terminal)
    #expect(!String(decoding: await terminal.output, as: UTF8.self).contains(token))

    #expect(!watch.stop().contains(token), "the arguments of a child")
    for request in service.requests {
      #expect(
        !request.target.contains(token) && !request.target.contains("nmv_"),
        "\(request.method) \(request.target)")
    }
    for request in service.elsewhere {
      let all = request.target + request.bodyText + request.headers.fields.map(\.value).joined(separator: " ")
      #expect(!all.contains(token), "elsewhere: \(request.method) \(request.target)")
      #expect(request.headers["Authorization"] == nil)
    }
    let files = FileManager.default.enumerator(atPath: sandbox.folder)?.compactMap { $0 as? String } ?? []
    for file in files where !file.hasSuffix("/tokens.json") {
      #expect(!file.contains(token), "\(file)")
      let content = FileManager.default.contents(atPath: "\(sandbox.folder)/\(file)") ?? Data()
      #expect(
        content.range(of: Data(token.utf8)) == nil,
        "\(file): \(around(token, in: String(decoding: content, as: UTF8.self)))")
    }
    if isOwn {
      let store = FileManager.default.contents(atPath: sandbox.folder + "/state/t2v/tokens.json") ?? Data()
      #expect(store.range(of: Data(token.utf8)) == nil, "a token of the environment stays there")
    }
  }

  private func around(_ token: String, in text: String) -> String {
    guard let range = text.range(of: token) else { return "" }
    let start = text.index(range.lowerBound, offsetBy: -120, limitedBy: text.startIndex) ?? text.startIndex
    return String(text[start..<range.upperBound])
  }
}
