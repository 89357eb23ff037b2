import PrivateFiles
import RawJSON
import Synchronization

/// The messages that wait in a running t2v, in a file of its own in the state folder, so that a crash keeps them.
///
/// Each process has one file and holds its claim. What a process left that has ended is taken up by the next start.
public final class QueueStore: Sendable {
  private struct Place {
    let name: String
    let claim: FileClaim
  }

  private let folder: PrivateFolder
  private let place = Mutex<Place?>(nil)

  /// Keeps queues in the state folder.
  public init(state: PrivateFolder) { folder = state.folder("queues") }

  /// Stores what waits now, in place of what waited before; nothing leaves no file.
  ///
  /// - Throws: `PrivateFileError` when nothing could be stored, which leaves no file.
  func save(_ lines: [String]) throws {
    try place.withLock { place in
      if lines.isEmpty {
        guard let known = place else { return }
        try remove(known.name)
        place = nil
      } else {
        let known = try place ?? newPlace()
        place = known
        var object = JSONWriter()
        object.add("messages", lines)
        do {
          try folder.write(known.name, object.bytes)
        } catch {
          // What stands there is no longer what waits, and must not come back.
          try? folder.remove(known.name)
          throw error
        }
      }
    }
  }

  /// Takes up what processes that have ended left waiting. It is this process's from then on.
  ///
  /// - Parameter own: What waits here already; it stays the last.
  /// - Returns: What was taken up.
  /// - Throws: `PrivateFileError`.
  func takeUp(before own: [String]) throws -> [String] {
    var lines: [String] = []
    var emptied: [Place] = []
    for name in folder.names() {
      guard let claim = try FileClaim(name, in: folder) else { continue }
      // Its owner may have removed it a moment ago.
      guard let bytes = try folder.read(name, limit: 64 << 20) else { continue }
      let left = Place(name: name, claim: claim)
      lines += JSONValue(bytes)?["messages"]?.elements.compactMap(\.string) ?? []
      // The first file becomes this process's own, so that there is no moment without, or with two.
      let isOwn = place.withLock { place in
        guard place == nil else { return false }
        place = left
        return true
      }
      if !isOwn { emptied.append(left) }
    }
    guard !lines.isEmpty else { return [] }
    try save(lines + own)
    for left in emptied { try remove(left.name) }
    return lines
  }

  private func newPlace() throws -> Place {
    while true {
      let name = Self.newName()
      if let claim = try FileClaim(name, in: folder) { return Place(name: name, claim: claim) }
    }
  }

  private func remove(_ name: String) throws {
    try folder.remove(name)
    FileClaim.remove(name, in: folder)
  }

  private static func newName() -> String { String(UInt64.random(in: 0...UInt64.max), radix: 36) }
}
