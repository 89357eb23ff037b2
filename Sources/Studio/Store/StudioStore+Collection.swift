import Foundation
import GRDB

extension StudioStore {
  /// What a collection took away.
  public struct Collected: Sendable, Equatable {
    /// How many files.
    public var files = 0
    /// How many bytes.
    public var bytes = 0
  }

  /// Something that may go.
  private struct Candidate {
    var file: URL
    var size: Int
    var date: Date
    /// The place of a render in the queue, or nil for media.
    var render: Int64?
    /// Whether it stays, however large the folder is, until it is old.
    var isWanted: Bool
  }

  /// Takes away what is old, and while all together is larger than a limit, the oldest of what can be made again or is
  /// used by nothing. What a version of any film, or a waiting render, names is never touched.
  /// - Parameters:
  ///   - limit: bytes of renders, uploads and previews together.
  ///   - lifetime: seconds after which a render or an unused upload goes.
  @discardableResult
  public func collectMedia(limit: Int, lifetime: TimeInterval) async throws -> Collected {
    let moment = now()
    var candidates = try await renderCandidates() + mediaCandidates(moment: moment) + previewCandidates()
    candidates.sort { $0.date < $1.date }
    var total = mediaBytes()
    var collected = Collected()
    for candidate in candidates {
      let isOld = moment.timeIntervalSince(candidate.date) > lifetime
      guard isOld || total > limit && !candidate.isWanted else { continue }
      if let render = candidate.render {
        // The record says so before the file is gone: never the other way round.
        try await database.write { db in
          try db.execute(
            sql: "UPDATE render SET status = ?, changed = ? WHERE queue = ?",
            arguments: [RenderStatus.expired, moment, render])
        }
      } else {
        let hash = candidate.file.lastPathComponent
        let isFree = try await database.write { db -> Bool in
          // A version may have come to name it meanwhile.
          guard try !Self.isNamed(hash, in: db) else { return false }
          try db.execute(sql: "DELETE FROM media WHERE hash = ?", arguments: [hash])
          return true
        }
        guard isFree else { continue }
      }
      guard (try? FileManager.default.removeItem(at: candidate.file)) != nil else { continue }
      total -= candidate.size
      collected.files += 1
      collected.bytes += candidate.size
    }
    return collected
  }

  /// Bytes of renders, uploads and previews together.
  func mediaBytes() -> Int {
    Self.size(of: folder.outputs) + Self.size(of: folder.allMedia) + Self.size(of: folder.previews)
  }

  private func renderCandidates() async throws -> [Candidate] {
    let renders = try await database.read { db in
      try RenderRecord.filter(Column("status") == RenderStatus.completed).fetchAll(db)
    }
    var newest: [String: Int64] = [:]
    for render in renders { newest[render.session] = max(newest[render.session] ?? 0, render.queue ?? 0) }
    return renders.compactMap { render in
      let file = folder.outputs.appendingPathComponent(render.file)
      guard let size = Self.size(ofFile: file) else { return nil }
      return Candidate(
        file: file, size: size, date: render.changed, render: render.queue,
        isWanted: newest[render.session] == render.queue)
    }
  }

  private func mediaCandidates(moment: Date) async throws -> [Candidate] {
    let media = try await database.read { db in
      try MediaRecord.fetchAll(db).filter { try !Self.isNamed($0.hash, in: db) }
    }
    var candidates: [URL: Candidate] = [:]
    for record in media {
      let file = folder.media(of: record.user).appendingPathComponent(record.hash)
      guard let size = Self.size(ofFile: file) else { continue }
      let date = max(record.created, candidates[file]?.date ?? .distantPast)
      // What has just come may be named by the next message.
      let isNew = moment.timeIntervalSince(date) < 86_400 && record.origin == .upload
      candidates[file] = Candidate(file: file, size: size, date: date, render: nil, isWanted: isNew)
    }
    return Array(candidates.values)
  }

  private func previewCandidates() -> [Candidate] {
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey]
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder.previews, includingPropertiesForKeys: keys))
      ?? []
    return files.compactMap { file in
      guard let values = try? file.resourceValues(forKeys: Set(keys)), let size = values.fileSize else {
        return nil
      }
      return Candidate(
        file: file, size: size, date: values.contentModificationDate ?? .distantPast, render: nil,
        isWanted: false)
    }
  }

  /// Whether a version of any film, a render that is to be made, or footage on its way names a file.
  private static func isNamed(_ hash: String, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM version WHERE instr(CAST(draft AS TEXT), ?1) OR instr(CAST(finished AS TEXT), ?1))
        OR EXISTS (SELECT 1 FROM render WHERE status IN (?2, ?3) AND instr(CAST(draft AS TEXT), ?1))
        OR EXISTS (SELECT 1 FROM generation WHERE status IN (?4, ?5) AND instr(CAST(film AS TEXT), ?1))
        OR EXISTS (SELECT 1 FROM clip JOIN generation ON generation.id = clip.generation JOIN media ON media.id = clip.media
          WHERE generation.status IN (?4, ?5) AND media.hash = ?1)
        """,
      arguments: [
        hash, RenderStatus.pending, RenderStatus.processing, GenerationStatus.running,
        GenerationStatus.asking,
      ]) ?? true
  }

  private static func size(ofFile file: URL) -> Int? {
    (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize
  }

  private static func size(of folder: URL) -> Int {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
    var sum = 0
    while let file = files?.nextObject() as? URL { sum += size(ofFile: file) ?? 0 }
    return sum
  }
}
