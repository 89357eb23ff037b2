#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file a download goes into; closed when it goes out of scope.
struct DownloadFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let host: String

  /// The length of a file; `nil` if there is none.
  ///
  /// - Throws: `file` if the path leads to something else, or cannot be looked at.
  static func length(at path: String) throws(HTTPError) -> Int64? {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      let number = errno
      if number == ENOENT { return nil }
      throw HTTPError(.file(path: path, errno: number), host: "", mayHaveReachedServer: false)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw HTTPError(.file(path: path, errno: EISDIR), host: "", mayHaveReachedServer: false)
    }
    return Int64(facts.st_size)
  }

  /// Opens or makes the file, private to its owner, and cuts it at the place where writing begins.
  static func prepare(_ path: String, offset: Int64, host: String) throws(HTTPError) -> DownloadFile {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw HTTPError(.file(path: path, errno: errno), host: host, mayHaveReachedServer: true)
    }
    let file = DownloadFile(descriptor: descriptor, path: path, host: host)
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw file.failure(errno) }
    // A device or a pipe is written as it comes and keeps its mode.
    guard facts.st_mode & S_IFMT == S_IFREG else { return file }
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, off_t(offset)) == 0,
      lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset)
    else { throw file.failure(errno) }
    return file
  }

  private init(descriptor: Int32, path: String, host: String) {
    self.descriptor = descriptor
    self.path = path
    self.host = host
  }

  deinit { close(descriptor) }

  /// Writes all of the bytes.
  mutating func append(_ bytes: [UInt8]) throws(HTTPError) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
      }
      if written < 0 {
        let number = errno
        if number == EINTR { continue }
        throw failure(number)
      }
      start += written
    }
  }

  /// Waits until the bytes are on disk: a file that is renamed afterwards is then whole even after a power cut.
  mutating func finish() throws(HTTPError) {
    while fsync(descriptor) != 0 {
      let number = errno
      if number == EINVAL || number == EROFS { return }  // Not a thing that can be synchronised.
      if number != EINTR { throw failure(number) }
    }
  }

  private func failure(_ number: Int32) -> HTTPError {
    HTTPError(.file(path: path, errno: number), host: host, mayHaveReachedServer: true)
  }
}
