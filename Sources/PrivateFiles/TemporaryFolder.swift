import Glibc

/// A folder in the system's temporary one that only this user can read. It goes, with all that is in it, when its owner is
/// done; what a killed process left behind goes with ``sweep(in:)``.
public struct TemporaryFolder: ~Copyable {
  /// Its path.
  public let path: String
  /// The folder itself, locked as long as we live: one that nobody has locked belongs to a process that was killed.
  private let lock: Int32

  private static let prefix = "t2v-scratch-"

  /// Makes a folder of mode 0700.
  ///
  /// - Parameter parent: the folder to make it in; nil: `TMPDIR`, or `/tmp`.
  /// - Throws: ``PrivateFileError`` when it cannot be made.
  public init(in parent: String? = nil) throws(PrivateFileError) {
    let parent = parent ?? Self.parent
    var template = Array("\(parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw PrivateFileError(path: parent, doing: .writing) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    flock(lock, LOCK_EX | LOCK_NB)
  }

  /// Writes a small file (0600) and gives its path.
  ///
  /// - Throws: ``PrivateFileError`` when that fails, such as a file of this name that is there already.
  public borrowing func write(_ bytes: [UInt8], named name: String) throws(PrivateFileError) -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateFileError(path: file, doing: .writing) }
    defer { close(descriptor) }
    guard Descriptor.write(bytes, to: descriptor) else { throw PrivateFileError(path: file, doing: .writing) }
    return file
  }

  deinit {
    Self.remove(path)
    if lock >= 0 { close(lock) }
  }

  /// Removes the folders that killed processes of this user left behind. Those of running ones are locked, and stay.
  ///
  /// - Parameter parent: where they are; nil: `TMPDIR`, or `/tmp`.
  /// - Returns: how many went.
  @discardableResult
  public static func sweep(in parent: String? = nil) -> Int {
    let parent = parent ?? Self.parent
    var count = 0
    for name in Directory.entries(of: parent) where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard Abandoned.isAbandoned(descriptor, madeBy: pid_t(owner)) else { continue }
      remove(path)
      count += 1
    }
    return count
  }

  private static var parent: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Such a folder is flat: nothing of ours makes folders inside it.
  private static func remove(_ path: String) {
    for name in Directory.entries(of: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
