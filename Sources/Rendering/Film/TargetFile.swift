import Glibc

/// A file in the making beside the one it will become: nothing half-written ever bears the final name.
struct TargetFile: ~Copyable {
  /// Where the file is written.
  let partPath: String
  /// The folder, for messages.
  let folder: String
  private let path: String
  private var isPlaced = false

  /// Picks a name in the folder of the final path.
  ///
  /// - Throws: `folderNotWritable` when the folder is missing or cannot be written, or the path is a folder.
  init(path: String) throws(RenderError) {
    let slash = path.lastIndex(of: "/")
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    self.path = path
    var facts = stat()
    let isFolder = stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    guard !isFolder, access(folder, W_OK | X_OK) == 0 else {
      throw .folderNotWritable(isFolder ? path : folder)
    }
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    partPath = "\(folder)/.t2v-\(number).part"
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
  }
}
