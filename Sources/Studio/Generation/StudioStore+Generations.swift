import Foundation
import GRDB
import Generation

extension StudioStore {
  /// Writes down a generation with all its clips, before any of them is asked for. What was asked about in the session
  /// before is dropped.
  public func addGeneration(_ generation: GenerationRecord, jobs: [ClipJob]) async throws {
    try await database.write { db in
      try db.execute(
        sql: "UPDATE generation SET status = ?, changed = ? WHERE session = ? AND status = ?",
        arguments: [
          GenerationStatus.dropped, generation.created, generation.session, GenerationStatus.asking,
        ])
      try generation.insert(db)
      for (segment, job) in jobs.enumerated() {
        var clip = ClipRecord(
          id: nil, generation: generation.id, segment: segment, job: job, media: nil, error: nil,
          created: generation.created, changed: generation.created)
        try clip.insert(db)
      }
    }
  }

  /// A generation as it is now.
  public func generation(_ id: String) async throws -> GenerationRecord? {
    try await database.read { try GenerationRecord.fetchOne($0, key: id) }
  }

  /// What the user of a session is asked about; nil: nothing.
  public func askedGeneration(of session: String) async throws -> GenerationRecord? {
    try await database.read { db in
      try GenerationRecord.filter(Column("session") == session)
        .filter(Column("status") == GenerationStatus.asking).order(Column("created").desc).fetchOne(db)
    }
  }

  /// The generations that are being made, or were when the studio ended, oldest first.
  public func runningGenerations() async throws -> [GenerationRecord] {
    try await database.read { db in
      try GenerationRecord.filter(Column("status") == GenerationStatus.running).order(Column("created"))
        .fetchAll(db)
    }
  }

  /// Moves a generation on.
  /// - Parameters:
  ///   - id: the generation.
  ///   - status: how it stands from here on.
  ///   - states: the states that it may come from; in others it stays.
  ///   - turn: the turn that waits for it from here on; nil: the one that did.
  /// - Returns: whether it was in one of the states that it may come from.
  @discardableResult
  public func setGeneration(
    _ id: String, to status: GenerationStatus, from states: [GenerationStatus], turn: String? = nil
  ) async throws -> Bool {
    let moment = now()
    return try await database.write { db in
      guard var generation = try GenerationRecord.fetchOne(db, key: id), states.contains(generation.status)
      else { return false }
      generation.status = status
      generation.turn = turn ?? generation.turn
      generation.changed = moment
      try generation.update(db)
      return true
    }
  }

  /// The clips of a generation, in the order of their segments.
  public func clips(of generation: String) async throws -> [ClipRecord] {
    try await database.read { db in
      try ClipRecord.filter(Column("generation") == generation).order(Column("segment")).fetchAll(db)
    }
  }

  /// The ids that servers gave to clips.
  public func remoteClipIDs() async throws -> Set<String> {
    try await database.read { db in
      try String.fetchSet(
        db,
        sql:
          "SELECT json_extract(CAST(job AS TEXT), '$.remoteID') AS remote FROM clip WHERE remote IS NOT NULL")
    }
  }

  /// Notes how far a clip is.
  public func setJob(_ job: ClipJob, of clip: Int64) async throws {
    try await change(clip) { $0.job = job }
  }

  /// Notes that a clip is there; its file is in the media folder already.
  public func endClip(_ clip: Int64, media: MediaRecord) async throws {
    let moment = now()
    try await database.write { db in
      try media.insert(db)
      guard var record = try ClipRecord.fetchOne(db, key: clip) else { return }
      record.media = media.id
      record.error = nil
      record.changed = moment
      try record.update(db)
    }
  }

  /// Notes why a clip is not there.
  public func failClip(_ clip: Int64, because error: String) async throws {
    try await change(clip) { $0.error = error }
  }

  /// Lets a clip be asked for from the start.
  public func restartClip(_ clip: Int64) async throws {
    try await change(clip) {
      $0.job = ClipJob($0.job.order)
      $0.error = nil
    }
  }

  /// The media of ids, by id.
  func media(ids: [String]) async throws -> [String: MediaRecord] {
    try await database.read { db in
      let records = try MediaRecord.filter(keys: ids).fetchAll(db)
      return Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    }
  }

  private func change(_ clip: Int64, _ body: @escaping @Sendable (inout ClipRecord) -> Void) async throws {
    let moment = now()
    try await database.write { db in
      guard var record = try ClipRecord.fetchOne(db, key: clip) else { return }
      body(&record)
      record.changed = moment
      try record.update(db)
    }
  }
}
