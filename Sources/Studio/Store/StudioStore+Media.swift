import Foundation
import GRDB

extension StudioStore {
  /// Remembers a file that is in the media folder already.
  public func addMedia(_ media: MediaRecord) async throws {
    try await database.write { try media.insert($0) }
  }

  /// The files of a session, oldest first.
  public func media(of session: String) async throws -> [MediaRecord] {
    try await database.read { db in
      try MediaRecord.filter(Column("session") == session).order(sql: "created, rowid").fetchAll(db)
    }
  }

  /// A user's file; nil if there is none of that id, or it is someone else's.
  public func media(_ id: String, user: String) async throws -> MediaRecord? {
    try await database.read { db in
      try MediaRecord.filter(key: id).filter(Column("user") == user).fetchOne(db)
    }
  }
}
