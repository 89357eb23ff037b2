import Directing
import Glibc
import PrivateFiles

/// A file in the making beside the one it will become: nothing half-written ever bears the final name.
struct TargetFile: ~Copyable {
  /// Where the file is written.
  let partPath: String
  /// The folder, for messages.
  let folder: String
  private let path: String
  private var isPlaced = false
  private let lock: Int32

  /// Picks a name in the folder of the final path.
  ///
  /// - Throws: `folderNotWritable` when the folder is missing or cannot be written, or the path is a folder.
  init(path: String) throws(RenderError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var facts = stat()
    let isFolder = stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    guard !isFolder, access(folder, W_OK | X_OK) == 0 else {
      throw .folderNotWritable(isFolder ? path : folder)
    }
    Self.sweep(folder)
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let part = "\(folder)/.t2v-\(getpid())-\(number).part"
    // The lock is ours while we live.
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw errno == ENOSPC ? .diskFull(folder) : .folderNotWritable(folder) }
    flock(descriptor, LOCK_EX | LOCK_NB)
    self.path = path
    self.folder = folder
    partPath = part
    lock = descriptor
  }

  /// Removes the parts of renders that were killed.
  private static func sweep(_ folder: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(".t2v-"), name.hasSuffix(".part") else { continue }
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      let maker = name.dropFirst(5).prefix { $0 != "-" }
      if Abandoned.isAbandoned(descriptor, madeBy: pid_t(maker)) { unlink(path) }
      close(descriptor)
    }
  }

  /// Makes sure that the file is on the disk, and gives it its name.
  mutating func place() throws(RenderError) {
    let descriptor = open(partPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .folderNotWritable(folder) }
    let isSynced = fsync(descriptor) == 0 || errno == EINVAL
    close(descriptor)
    guard isSynced else { throw .diskFull(folder) }
    guard rename(partPath, path) == 0 else { throw .folderNotWritable(folder) }
    isPlaced = true
  }

  deinit {
    if !isPlaced { unlink(partPath) }
    close(lock)
  }
}
