import PrivateFiles
import RawJSON

/// The sessions of one service that this machine remembers, a file each in the state folder.
public struct SessionStore: Sendable {
  private let folder: PrivateFolder

  /// Keeps the sessions of a service in a folder of its own; `service` as for ``RenderJobStore``.
  public init(state: PrivateFolder, service: String) {
    folder = state.folder("sessions").folder(RenderJobStore.component(service))
  }

  /// Stores a session, or its new state.
  ///
  /// - Throws: `PrivateFileError`.
  public func store(_ record: SessionRecord) throws {
    try folder.write(RenderJobStore.component(record.id), record.json.bytes)
  }

  /// Forgets a session.
  ///
  /// - Throws: `PrivateFileError`.
  public func remove(_ record: SessionRecord) throws {
    try folder.remove(RenderJobStore.component(record.id))
  }

  /// The sessions, the one used last first.
  public func records() -> [SessionRecord] {
    let records = folder.names().compactMap { name -> SessionRecord? in
      guard let bytes = try? folder.read(name, limit: 1 << 20), let value = JSONValue(bytes) else {
        return nil
      }
      return SessionRecord(value)
    }
    return records.sorted { $0.used > $1.used }
  }

  /// The session used last; one that nothing was ever sent to only if there is no other.
  public var latest: SessionRecord? {
    let records = records()
    return records.first(where: \.isTouched) ?? records.first
  }

  /// The session of an id, or the only one whose id starts so.
  public func record(_ id: String) -> SessionRecord? {
    let records = records()
    if let exact = records.first(where: { $0.id == id }) { return exact }
    let near = records.filter { $0.id.hasPrefix(id) }
    return near.count == 1 ? near.first : nil
  }
}
