import Glibc

/// An open file with an advisory lock on it, held until ``close()``.
struct LockedFile {
  private let descriptor: Int32

  /// Opens `path` and waits for the lock; nil if either fails. A file that was replaced while waiting is opened again.
  init?(path: String, access: Int32, lock: Int32) {
    while true {
      let descriptor = open(path, access | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return nil }
      while flock(descriptor, lock) != 0 {
        guard errno == EINTR else {
          Glibc.close(descriptor)
          return nil
        }
      }
      var opened = stat()
      var present = stat()
      if fstat(descriptor, &opened) == 0, stat(path, &present) == 0, opened.st_ino == present.st_ino,
        opened.st_dev == present.st_dev
      {
        // Made by another umask, or by hand: it is nobody else's business.
        if opened.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
        self.descriptor = descriptor
        return
      }
      Glibc.close(descriptor)
    }
  }

  var endsWithNewline: Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return size <= 0 || pread(descriptor, &last, 1, size - 1) != 1 || last == 0x0A
  }

  /// All of it; bytes that are not UTF-8 are replaced.
  func text() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = pread(descriptor, &chunk, chunk.count, off_t(bytes.count))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk.prefix(count)
    }
  }

  /// Writes all of `text` at the end; false if not all of it could be written.
  func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  func close() {
    Glibc.close(descriptor)
  }
}
