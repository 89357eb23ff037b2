import NemoVideo
import PrivateFiles
import RawJSON

/// The unfinished renders of one service, a file each in the state folder.
public struct RenderJobStore: Sendable {
  private let folder: PrivateFolder

  /// Keeps the jobs of a service in a folder of its own.
  ///
  /// - Parameters:
  ///   - state: The state folder.
  ///   - service: A name for the service that stays the same: its origin, or `studio` for the built-in one, whose
  ///     port changes.
  public init(state: PrivateFolder, service: String) {
    folder = state.folder("renders").folder(Self.component(service))
  }

  /// Stores a job, or its new state.
  ///
  /// - Throws: `PrivateFileError`.
  public func store(_ job: RenderJob) throws {
    try folder.write(Self.component(job.id), job.json.bytes)
  }

  /// Forgets a job.
  ///
  /// - Throws: `PrivateFileError`.
  public func remove(_ job: RenderJob) throws {
    let name = Self.component(job.id)
    try folder.remove(name)
    FileClaim.remove(name, in: folder)
  }

  /// The job of an id; nil if there is none any more.
  func job(_ id: String) -> RenderJob? {
    guard let bytes = try? folder.read(Self.component(id), limit: 1 << 20) else { return nil }
    return JSONValue(bytes).flatMap(RenderJob.init)
  }

  /// Removes the file of a claim on a job that is no more. Do so while holding it.
  func forgetClaim(of job: RenderJob) { FileClaim.remove(Self.component(job.id), in: folder) }

  /// The jobs there are, in the order of their ids. A file that cannot be understood is passed over.
  public func jobs() -> [RenderJob] {
    folder.names().compactMap { name in
      guard let bytes = try? folder.read(name, limit: 1 << 20), let value = JSONValue(bytes) else {
        return nil
      }
      return RenderJob(value)
    }
  }

  /// Claims a job for this process; nil if another one works on it.
  ///
  /// - Throws: `PrivateFileError`.
  public func claim(_ job: RenderJob) throws -> FileClaim? {
    try FileClaim(Self.component(job.id), in: folder)
  }

  /// A text as one plain path component: letters, digits, `-` and `_` stay, the rest is written in hexadecimal.
  static func component(_ text: String) -> String {
    var name = ""
    for byte in text.utf8.prefix(80) {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar) || scalar == "-"
        || scalar == "_"
      {
        name.unicodeScalars.append(scalar)
      } else {
        name += "%" + String(byte, radix: 16)
      }
    }
    return name.isEmpty ? "_" : name
  }
}
