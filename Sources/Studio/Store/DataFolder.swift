import Foundation
import Glibc
import PrivateFiles

/// Where the studio keeps everything: one folder (0700) of the user, its files 0600.
public struct DataFolder: Sendable, Equatable {
  /// The folder itself.
  public let root: URL

  /// Names a folder; nothing is created yet.
  public init(root: URL) { self.root = root.standardizedFileURL }

  /// `$XDG_DATA_HOME/t2v/studio`, or `~/.local/share/t2v/studio` (XDG Base Directory specification).
  public static func standard(environment: [String: String] = ProcessInfo.processInfo.environment)
    -> DataFolder
  {
    let base: URL
    if let home = environment["XDG_DATA_HOME"], home.hasPrefix("/") {
      base = URL(fileURLWithPath: home, isDirectory: true)
    } else {
      let home = environment["HOME"] ?? NSHomeDirectory()
      base = URL(fileURLWithPath: home, isDirectory: true).appendingPathComponent(".local/share")
    }
    return DataFolder(root: base.appendingPathComponent("t2v/studio", isDirectory: true))
  }

  /// The database.
  public var database: URL { root.appendingPathComponent("studio.sqlite") }
  /// The file whose lock says that a studio serves this folder.
  public var lock: URL { root.appendingPathComponent("lock") }
  /// The owner's token.
  public var token: URL { root.appendingPathComponent("token") }
  /// The key that anonymous tokens are derived from.
  public var key: URL { root.appendingPathComponent("key") }
  /// The address of the running studio.
  public var descriptor: URL { root.appendingPathComponent("serve.json") }
  /// The log of a studio that let go of its standard streams.
  public var log: URL { root.appendingPathComponent("studio.log") }
  /// Finished renders.
  public var outputs: URL { root.appendingPathComponent("outputs", isDirectory: true) }
  /// Pictures and previews of versions, made again when they are missing.
  public var previews: URL { root.appendingPathComponent("previews", isDirectory: true) }
  /// Files on their way: removed at every start.
  public var unfinished: URL { root.appendingPathComponent("unfinished", isDirectory: true) }
  /// Clips on their way from a video server: they stay, to be gone on with at the next start.
  var clips: URL { root.appendingPathComponent("clips", isDirectory: true) }
  /// The place of one of them.
  func clip(_ id: Int64) -> URL { clips.appendingPathComponent("\(id).part") }
  var allMedia: URL { root.appendingPathComponent("media", isDirectory: true) }

  /// The media of one user, each file named by the SHA-256 of its content. Users have folders of their own, so that
  /// a draft which names the hash of someone else's file finds nothing.
  public func media(of user: String) -> URL {
    allMedia.appendingPathComponent(SHA256.hexadecimal(user.utf8), isDirectory: true)
  }

  /// Makes the folders that are missing, closes them to other users, and removes half-written files.
  ///
  /// Call it only while holding the lock: a file on its way may belong to a running studio.
  /// - Throws: `PrivateFileError`, such as for a folder that may not be written.
  public func prepare() throws {
    try Self.makePrivateFolder(root)
    try? FileManager.default.removeItem(at: unfinished)
    for folder in [outputs, unfinished, previews, allMedia] { try Self.makePrivateFolder(folder) }
  }

  /// A name for a file on its way, unique in this folder.
  public func newUnfinishedFile(extension suffix: String = "part") -> URL {
    unfinished.appendingPathComponent(UUID().uuidString.lowercased() + "." + suffix)
  }

  /// Makes a folder (0700) and all above it.
  ///
  /// - Throws: `PrivateFileError`.
  public static func makePrivateFolder(_ folder: URL) throws {
    try PrivateFolder(folder.path).create()
    // One that was there may be open to others.
    chmod(folder.path, 0o700)
  }

  /// Writes a small file (0600) whole or not at all.
  func write(_ bytes: [UInt8], to file: URL) throws {
    try PrivateFolder(root.path).write(file.lastPathComponent, bytes)
  }

  /// The content of a small file, or nil if it is not there.
  func read(_ file: URL) throws -> [UInt8]? {
    try PrivateFolder(root.path).read(file.lastPathComponent)
  }
}
