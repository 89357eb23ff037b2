import Glibc
import Synchronization

/// A folder that only its owner can read, with small files that are replaced whole or not at all.
///
/// Folders are made 0700 and files 0600 from the first byte; symbolic links are not followed for a file's own name;
/// a replaced file is either the old one or the new one, also after a power cut.
public struct PrivateFolder: Sendable, Equatable {
  /// The folder's path.
  public let path: String

  /// Names a folder, which need not exist yet.
  public init(_ path: String) { self.path = path }

  /// A folder inside this one. `name` must be a plain path component.
  public func folder(_ name: String) -> PrivateFolder { PrivateFolder(path + "/" + name) }

  /// The path of a file inside.
  public func path(of name: String) -> String { path + "/" + name }

  /// Makes the folder and those above it that are missing, each 0700.
  ///
  /// - Throws: ``PrivateFileError`` when one cannot be made.
  public func create() throws(PrivateFileError) {
    var made = path.hasPrefix("/") ? "" : "."
    for component in path.split(separator: "/") {
      made += "/" + component
      if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EISDIR {
        // A read-only parent that exists is no failure as long as the rest exists.
        var information = stat()
        guard stat(made, &information) == 0 else { throw PrivateFileError(path: made, doing: .creating) }
      }
    }
  }

  /// The content of a file; nil if there is no such file.
  ///
  /// - Throws: ``PrivateFileError`` when it exists and cannot be read, is no plain file, or is larger than `limit` bytes.
  public func read(_ name: String, limit: Int = 64 << 20) throws(PrivateFileError) -> [UInt8]? {
    let path = path(of: name)
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw PrivateFileError(path: path, doing: .reading)
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw PrivateFileError(path: path, doing: .reading) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw PrivateFileError(path: path, doing: .reading, reason: "not a plain file")
    }
    guard information.st_size <= limit else {
      throw PrivateFileError(path: path, doing: .reading, reason: "too large")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw PrivateFileError(path: path, doing: .reading) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Replaces a file, or makes it, in one step: a reader sees the old content or the new, never a part.
  ///
  /// - Throws: ``PrivateFileError`` when that fails; the old content then stands.
  public func write(_ name: String, _ bytes: [UInt8]) throws(PrivateFileError) {
    try create()
    let path = path(of: name)
    let number = UInt32.random(in: 0...UInt32.max)
    let temporary = self.path(of: ".\(name).\(getpid()).\(number)\(Self.unfinished)")
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateFileError(path: path, doing: .writing) }
    // Held until it has its name, so that nobody takes it for abandoned.
    flock(descriptor, LOCK_EX | LOCK_NB)
    var failure: PrivateFileError?
    if !Descriptor.write(bytes, to: descriptor) { failure = PrivateFileError(path: path, doing: .writing) }
    if failure == nil, fsync(descriptor) != 0 { failure = PrivateFileError(path: path, doing: .writing) }
    if close(descriptor) != 0, failure == nil { failure = PrivateFileError(path: path, doing: .writing) }
    if failure == nil, rename(temporary, path) != 0 {
      failure = PrivateFileError(path: path, doing: .writing)
    }
    if let failure {
      unlink(temporary)
      throw failure
    }
    synchronise()
    removeAbandoned()
  }

  /// How the name of a file ends that is being written.
  private static let unfinished = ".t2v-unfinished"

  /// The folders that this process has looked through for what killed writers left behind.
  private static let swept = Mutex<Set<String>>([])

  /// Removes what writers left behind that were killed in the midst of it, once per process: nobody would read it, and it
  /// may hold a token.
  private func removeAbandoned() {
    guard Self.swept.withLock({ $0.insert(self.path).inserted }) else { return }
    for name in Directory.entries(of: self.path) where name.hasPrefix(".") && name.hasSuffix(Self.unfinished)
    {
      let parts = name.split(separator: ".")
      guard parts.count >= 4 else { continue }
      let descriptor = open(path(of: name), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      if Abandoned.isAbandoned(descriptor, madeBy: pid_t(parts[parts.count - 3])) { unlink(path(of: name)) }
      close(descriptor)
    }
  }

  /// Removes a file; one that is not there is no failure.
  ///
  /// - Throws: ``PrivateFileError`` when it exists and cannot be removed.
  public func remove(_ name: String) throws(PrivateFileError) {
    let path = path(of: name)
    guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw PrivateFileError(path: path, doing: .removing)
    }
    synchronise()
  }

  /// The names of the files in the folder, sorted, without hidden ones; none if the folder does not exist.
  public func names() -> [String] { Directory.entries(of: path).filter { !$0.hasPrefix(".") } }

  /// What others than the owner may open, the folder itself and all below it; links are not followed.
  public func pathsOpenToOthers() -> [String] { Self.pathsOpenToOthers(from: path) }

  private static func pathsOpenToOthers(from path: String) -> [String] {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT != S_IFLNK else { return [] }
    let own = information.st_mode & 0o077 != 0 ? [path] : []
    guard information.st_mode & S_IFMT == S_IFDIR else { return own }
    return own + Directory.entries(of: path).flatMap { pathsOpenToOthers(from: "\(path)/\($0)") }
  }

  /// Runs `body` while this process alone holds the lock of that name, waiting for another's to end.
  ///
  /// - Throws: ``PrivateFileError`` when the lock file cannot be made, and what `body` throws.
  public func locked<Result>(_ name: String = "lock", _ body: () throws -> Result) throws -> Result {
    try create()
    let path = path(of: ".\(name)")
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateFileError(path: path, doing: .writing) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw PrivateFileError(path: path, doing: .writing) }
    }
    return try body()
  }

  /// Makes a rename or removal survive a power cut; file systems that can't are left alone.
  private func synchronise() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
