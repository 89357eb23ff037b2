import Foundation

/// Files that only their owner may read.
enum PrivateFile {
  /// Creates a new, empty file (0600) for writing.
  /// - Throws: ``SystemFailure`` if it exists or cannot be created.
  static func create(_ file: URL) throws -> FileHandle {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure("create \(file.path)") }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Makes sure that a file exists and is 0600, leaving its content alone.
  /// - Throws: ``SystemFailure`` if it cannot be made, or is a symbolic link: that could lead to anybody's file.
  static func ensure(_ file: URL) throws {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure("create \(file.path)") }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }
}
