import Directing
import Foundation
import Generation
import Studio
import Testing
import VideosTesting

extension StudioHouse {
  /// A studio whose clips come from a test server.
  static func visitFootage(
    _ change: @escaping (inout StudioConfiguration) -> Void = { _ in }, variables: [String: String] = [:],
    _ body: (StudioHouse, VideosServer) async throws -> Void
  ) async throws {
    let server = try VideosServer(key: "sk-secret")
    defer { server.stop() }
    let settings = try generator(server, variables)
    try await StudioHouse.visit({ configuration in
      configuration.generator = settings
      configuration.clipClock = QuickClock()
      change(&configuration)
    }) { try await body($0, server) }
  }

  static func generator(_ server: VideosServer, _ more: [String: String] = [:]) throws -> GeneratorSettings {
    let values = [
      "T2V_GENERATOR_URL": server.base, "T2V_GENERATOR_KEY": "sk-secret",
      "T2V_GENERATOR_MODEL": "Wan2.2-T2V-A14B",
    ].merging(more) { $1 }
    return try #require(try GeneratorSettings.read(values))
  }

  func film(_ session: String) async throws -> Film {
    try JSONDecoder().decode(Film.self, from: Data(try await draft(session).utf8))
  }
}
