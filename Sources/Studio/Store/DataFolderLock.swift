import Foundation

/// The right to serve a data folder: an advisory lock on a file in it, which the kernel frees when the process ends,
/// however it ends. The file holds the address and process id of the holder, to name it to the next one.
public final class DataFolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock.
  /// - Throws: ``DataFolderBusy`` if a running studio holds it, ``SystemFailure`` if the file cannot be made.
  public init(_ folder: DataFolder) throws {
    try DataFolder.makePrivateFolder(folder.root)
    let descriptor = open(folder.lock.path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure("open \(folder.lock.path)") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = RunningStudio(lockFile: folder.lock)
      close(descriptor)
      guard code == EWOULDBLOCK else { throw SystemFailure("lock \(folder.lock.path)", code: code) }
      throw DataFolderBusy(folder: folder.root.path, holder: holder)
    }
    self.descriptor = descriptor
    record(RunningStudio(url: "", processID: Int(getpid())))
  }

  /// Writes down who holds the lock and where it answers.
  public func record(_ holder: RunningStudio) {
    guard let data = try? JSONEncoder().encode(holder) else { return }
    // The file is rewritten in place: a rename would put the name on a file that is not locked.
    ftruncate(descriptor, 0)
    _ = data.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Gives the right up before this value goes.
  public func release() {
    ftruncate(descriptor, 0)
    flock(descriptor, LOCK_UN)
  }

  deinit {
    release()
    close(descriptor)
  }
}
