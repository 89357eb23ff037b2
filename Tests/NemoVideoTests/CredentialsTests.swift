import CurlHTTP
import Foundation
import GatewayTesting
import NemoVideo
import PrivateFiles
import Synchronization
import Testing

@Suite struct CredentialsTests {
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  private final class Service: Sendable {
    let calls = Mutex<[String]>([])

    func token(_ clientID: String) -> AccessToken {
      let number = calls.withLock { calls in
        calls.append(clientID)
        return calls.count
      }
      return AccessToken(
        secret: Secret("token_\(number)"), source: .anonymous, userID: "anon_1",
        expires: Date(timeIntervalSince1970: 1_800_000_000 + 604_800))
    }
  }

  private func credentials(in folder: String, _ service: Service, at time: Date) throws -> Credentials {
    Credentials(
      address: try ServiceAddress("https://a.example"), fixed: nil,
      identity: ClientIdentity(folder: PrivateFolder(folder + "/vendor")),
      store: TokenStore(folder: PrivateFolder(folder + "/state")), now: { time },
      request: { service.token($0) })
  }

  @Test("a token is got once, stored for its owner alone, and used until it ends")
  func life() async throws {
    try await withTemporaryFolder { folder in
      let service = Service()
      #expect(try await credentials(in: folder, service, at: now).current().secret == Secret("token_1"))
      #expect(try await credentials(in: folder, service, at: now).current().secret == Secret("token_1"))
      let late = now.addingTimeInterval(604_790)
      #expect(try await credentials(in: folder, service, at: late).current().secret == Secret("token_2"))
      let ids = service.calls.withLock { $0 }
      #expect(ids.count == 2 && ids[0] == ids[1])
      let id = try String(contentsOfFile: folder + "/vendor/client_id", encoding: .utf8)
      #expect(UUID(uuidString: id) != nil && id == ids[0])
      for path in ["/state/tokens.json", "/vendor/client_id"] {
        let mode = try FileManager.default.attributesOfItem(atPath: folder + path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
      }
    }
  }

  @Test("several refused callers share one renewal")
  func shared() async throws {
    try await withTemporaryFolder { folder in
      let service = Service()
      let credentials = try credentials(in: folder, service, at: now)
      let old = try await credentials.current()
      let fresh = try await withThrowingTaskGroup(of: AccessToken.self) { group in
        for _ in 0..<8 { group.addTask { try await credentials.replacement(for: old) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(fresh.map(\.secret)) == [Secret("token_2")])
    }
  }

  @Test("a token that another t2v got meanwhile is used in place of asking for a third")
  func otherProcess() async throws {
    try await withTemporaryFolder { folder in
      let service = Service()
      let one = try credentials(in: folder, service, at: now)
      let two = try credentials(in: folder, service, at: now)
      let old = try await one.current()
      _ = try await two.current()
      let fresh = try await two.replacement(for: old)
      #expect(try await one.replacement(for: old).secret == fresh.secret)
      #expect(service.calls.withLock { $0.count } == 2)
    }
  }

  @Test(
    "a file of tokens or a client id that is broken is replaced",
    arguments: ["", "{", "[1]", "no uuid", "{\"https://a.example\":7}"])
  func broken(content: String) async throws {
    try await withTemporaryFolder { folder in
      try PrivateFolder(folder + "/state").write("tokens.json", Array(content.utf8))
      try PrivateFolder(folder + "/vendor").write("client_id", Array(content.utf8))
      let service = Service()
      #expect(try await credentials(in: folder, service, at: now).current().secret == Secret("token_1"))
      let id = try String(contentsOfFile: folder + "/vendor/client_id", encoding: .utf8)
      #expect(UUID(uuidString: id) != nil)
    }
  }

  @Test("a client id with a line end is taken as it is, and is the same for all who ask at once")
  func clientID() async throws {
    try await withTemporaryFolder { folder in
      let vendor = PrivateFolder(folder)
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<8 { group.addTask { try ClientIdentity(folder: vendor).clientID() } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(ids.count == 1)
      try vendor.write("client_id", Array("0C9F3A52-7F5E-4C0E-9D0E-2F6C8F1D2B3A\n".utf8))
      #expect(try ClientIdentity(folder: vendor).clientID() == "0C9F3A52-7F5E-4C0E-9D0E-2F6C8F1D2B3A")
      #expect(try ClientIdentity(folder: vendor, override: "mine").clientID() == "mine")
    }
  }

  @Test("a user is registered by NEMO_TOKEN or by an id that is not anonymous")
  func registered() {
    func token(_ source: AccessToken.Source, _ user: String?) -> Bool {
      AccessToken(secret: Secret("x"), source: source, userID: user).isRegistered
    }
    #expect(token(.environment, nil) && token(.anonymous, "user_1"))
    #expect(!token(.anonymous, "anon_1") && !token(.anonymous, nil))
  }
}
