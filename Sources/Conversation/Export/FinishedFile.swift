import Glibc
import MediaFormats
import NemoVideo

/// The last step of an export: checks an unfinished file and gives it its name.
enum FinishedFile {
  /// Checks that a file begins as its format does and is not empty.
  ///
  /// - Returns: The file's length in bytes; nil if it is not what it should be.
  static func length(of path: String, as format: MediaFormat) -> Int64? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &head, head.count)
    var information = stat()
    guard count > 0, format.matches(head[..<count]), fstat(descriptor, &information) == 0 else { return nil }
    return Int64(information.st_size)
  }

  /// Moves a finished file to its name: the one the user gave, replaced in one step, or one of ours, never over a file
  /// that exists.
  ///
  /// - Returns: The path it now has.
  /// - Throws: ``Failure`` of code `disk`; the unfinished file then stays.
  static func place(_ job: RenderJob) throws(Failure) -> String {
    synchronise(job.partialPath)
    if let path = job.namedPath {
      guard rename(job.partialPath, path) == 0 else { throw .cannotWrite(path) }
      makeReadable(path)
      return path
    }
    for number in 1...10_000 {
      let name = number == 1 ? job.baseName : "\(job.baseName)-\(number)"
      let path = "\(job.folder)/\(name).\(job.format.rawValue)"
      // A hard link is made only if the name is free, whoever else tries at this moment.
      if link(job.partialPath, path) == 0 {
        unlink(job.partialPath)
        makeReadable(path)
        return path
      }
      if errno == EEXIST { continue }
      guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK else {
        throw .cannotWrite(path)
      }
      // A file system without hard links: look, then rename.
      guard access(path, F_OK) != 0 else { continue }
      guard rename(job.partialPath, path) == 0 else { throw .cannotWrite(path) }
      makeReadable(path)
      return path
    }
    throw .cannotWrite("\(job.folder)/\(job.baseName).\(job.format.rawValue)")
  }

  /// Checks that the folder of a destination can take a file, before a render is asked for.
  ///
  /// - Throws: ``Failure`` of code `disk` or `usage`.
  static func check(folder: String, namedPath: String?) throws(Failure) {
    let target = namedPath.map(parent) ?? folder
    var information = stat()
    guard stat(target, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(
        .disk, "There is no folder \(target), so nothing was rendered.",
        hint: "Make the folder or name another one.")
    }
    guard access(target, W_OK | X_OK) == 0 else { throw .cannotWrite(target) }
    if let namedPath, stat(namedPath, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
      throw Failure(
        .usage, "\(namedPath) is a folder, so nothing was rendered.", hint: "Name a file in it.")
    }
  }

  /// Removes an unfinished file that turned out to be something else.
  static func discard(_ job: RenderJob) { unlink(job.partialPath) }

  /// The folder of a path.
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func synchronise(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// A finished video is the user's, with the modes of any file they make.
  private static func makeReadable(_ path: String) {
    let mask = umask(0)
    umask(mask)
    chmod(path, 0o666 & ~mask)
  }
}

extension Failure {
  static func cannotWrite(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      .disk, "Can't write \(path): \(reason). The finished video is kept at the service.",
      hint: "Make room or choose another folder with --output-dir, then start t2v again: it fetches the file."
    )
  }
}
