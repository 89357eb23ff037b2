import Foundation
import GatewayTesting
import Studio
import Testing

/// With Debian's stunnel4, openssl and curl; skipped where one of them is missing.
@Suite(
  "TLS",
  .enabled(
    if: Tool.areThere(["stunnel", "openssl", "curl"]),
    "skipped: stunnel, openssl or curl is missing (apt-get install stunnel4 openssl curl)"))
struct TLSTests {
  @Test("other machines reach the studio by TLS, under its name; stunnel ends with it")
  func tls() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("t2v-tls-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (certificate, key) = (folder.path + "/cert.pem", folder.path + "/key.pem")
    let made = try await Tool.run([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout",
      key, "-out", certificate, "-days", "2", "-subj", "/CN=studio.example.org", "-addext",
      "subjectAltName=DNS:studio.example.org",
    ])
    #expect(made.status == 0, "\(made.output)")
    let port = try ReservedPort.untilTheEnd()
    let access = PublicAccess(
      address: "127.0.0.1", port: port, name: "studio.example.org:\(port)",
      protection: .tls(certificate: certificate, key: key))
    func ask(_ path: String, _ more: [String] = []) async throws -> (status: Int32, output: String) {
      try await Tool.run(
        [
          "curl", "-sS", "--retry", "20", "--retry-connrefused", "--retry-delay", "1", "--cacert",
          certificate,
          "--resolve", "studio.example.org:\(port):127.0.0.1",
        ] + more + ["https://studio.example.org:\(port)\(path)"])
    }
    try await StudioHouse.visit({ $0.access = access }) { house in
      let health = try await ask("/healthz")
      #expect(health.status == 0 && health.output.hasSuffix("ok\n"), "\(health.output)")
      let token = ["-H", "Authorization: Bearer \(house.server.token)"]
      let session = try await house.session()
      _ = try await house.upload([("clip.mp4", Samples.mp4)], session: session)
      let state = try await ask("/api/state/nemo_agent/me/\(session)/latest", token)
      #expect(state.output.contains("https://studio.example.org:\(port)/api/media/"))
      let other = try await ask("/metrics", token + ["-H", "Host: evil.example"])
      #expect(other.output.contains("421"))
      // Older than TLS 1.2 is not spoken.
      #expect(try await ask("/healthz", ["--tls-max", "1.1"]).status != 0)
    }
    let gone = try await Tool.run(["curl", "-sS", "-k", "https://127.0.0.1:\(port)/healthz"])
    #expect(gone.status != 0)
  }

  @Test("a certificate that is none ends the studio's service with the reason, not in silence")
  func badCertificate() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("t2v-tls-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.path + "/none.pem"
    try Data("none".utf8).write(to: URL(fileURLWithPath: file))
    let access = PublicAccess(
      address: "127.0.0.1", port: try ReservedPort.untilTheEnd(), name: "studio.example.org",
      protection: .tls(certificate: file, key: file))
    try await StudioHouse.visit({ $0.access = access }) { house in
      await #expect(throws: TLSGatewayError.ended) { try await house.server.waitOutside() }
    }
  }
}
