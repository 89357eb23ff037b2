import Glibc
import PrivateFiles
import Synchronization

/// The program's log in the state folder: lines are added, and a full file makes room for the next.
final class LogFile: Sendable {
  /// A file that is larger than this is moved aside, 1 MiB.
  private static let largest = 1 << 20
  /// How many older files are kept: `t2v.log.1` is the youngest.
  private static let kept = 2

  private let folder: PrivateFolder
  private let guardian = Mutex(())

  /// Where the log is.
  var path: String { folder.path(of: "t2v.log") }

  /// Names the log of a state folder.
  init(folder: PrivateFolder) { self.folder = folder }

  /// Adds a line. A log that can't be written must not stop the work that it is about.
  func add(_ line: String) {
    guardian.withLock { _ in
      try? folder.create()
      rotateIfFull()
      let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      var text = line + "\n"
      // One call a line: two t2v may share the file.
      text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
    }
  }

  private func rotateIfFull() {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_size >= Self.largest else { return }
    for number in stride(from: Self.kept, to: 1, by: -1) {
      rename("\(path).\(number - 1)", "\(path).\(number)")
    }
    rename(path, "\(path).1")
  }
}
