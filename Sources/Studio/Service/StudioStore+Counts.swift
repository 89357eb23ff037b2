import Foundation
import GRDB

extension StudioStore {
  /// How much there is of everything.
  struct Counts: Sendable {
    var sessions = 0
    var users = 0
    var renders: [String: Int] = [:]
    var turns: [String: Int] = [:]
    var generations: [String: Int] = [:]
    var mediaFiles = 0
  }

  /// Counts everything.
  func counts() async throws -> Counts {
    try await database.read { db in
      func number(_ table: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
      }
      func byStatus(_ table: String) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT status, COUNT(*) AS n FROM \(table) GROUP BY status") {
          counts[row["status"] as String] = row["n"] as Int
        }
        return counts
      }
      return Counts(
        sessions: try number("session"), users: try number("user"), renders: try byStatus("render"),
        turns: try byStatus("turn"), generations: try byStatus("generation"), mediaFiles: try number("media"))
    }
  }

  /// Whether the database answers.
  func isHealthy() async -> Bool { (try? await database.read { try Int.fetchOne($0, sql: "SELECT 1") }) == 1 }
}
