import Glibc

/// A claim on something that one process at a time may work on; it ends when it is let go of or its process ends.
public final class FileClaim: Sendable {
  private let descriptor: Int32

  /// Claims a name in a folder.
  ///
  /// - Returns: nil if another process, or another claim of this one, has it.
  /// - Throws: ``PrivateFileError`` when the file of the claim cannot be made.
  public init?(_ name: String, in folder: PrivateFolder) throws(PrivateFileError) {
    try folder.create()
    let path = folder.path(of: ".\(name).claim")
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateFileError(path: path, doing: .writing) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Removes the file of a claim that is no longer needed. Do so while holding it.
  public static func remove(_ name: String, in folder: PrivateFolder) {
    unlink(folder.path(of: ".\(name).claim"))
  }
}
