#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks at the files of a form before anything is sent, since libcurl would tell of a bad one only halfway.
enum FormFiles {
  /// - Throws: `file` for one that is not there, not readable, or not a plain file.
  static func check(_ body: HTTPRequestBody) throws(HTTPError) {
    guard case .multipart(let parts) = body else { return }
    for part in parts {
      guard case .file(let path) = part.content else { continue }
      var facts = stat()
      var number: Int32 = 0
      if stat(path, &facts) != 0 || access(path, R_OK) != 0 {
        number = errno
      } else if facts.st_mode & S_IFMT == S_IFDIR {
        number = EISDIR
      } else if facts.st_mode & S_IFMT != S_IFREG {
        number = EINVAL
      }
      guard number == 0 else {
        throw HTTPError(.file(path: path, errno: number), host: "", mayHaveReachedServer: false)
      }
    }
  }
}
