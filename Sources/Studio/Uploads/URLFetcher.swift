import CCurl
import Foundation

/// Fetches a file from the web into a file here.
///
/// Every connection is checked when it is made, by the address that the name has led to: so neither a name that means
/// this machine, nor one that changes its meaning, nor a redirect reaches a private network. Proxies of the
/// environment are not used, for they would connect on our behalf.
struct URLFetcher: Sendable {
  /// Whether addresses of this machine and of private networks are allowed.
  var allowsPrivate: Bool
  /// How many bytes a file may have.
  var limit: Int
  /// How many seconds it may take in all.
  var seconds = 600

  /// Why a file was not fetched.
  enum Failure: Error {
    case badAddress(String)
    case privateAddress
    case tooLarge
    case failed(String)
  }

  /// What was fetched.
  struct Fetched: Sendable {
    var name: String
    var hash: String
    var head: [UInt8]
  }

  /// Fetches an address into a new file (0600).
  /// - Throws: ``Failure``, ``SystemFailure``.
  func fetch(_ address: String, to place: URL) async throws -> Fetched {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme),
      let host = url.host, address.utf8.count <= 8192
    else { throw Failure.badAddress(address) }
    // What is an address already need not be looked up.
    guard allowsPrivate || !PrivateAddress.isPrivate(host) else { throw Failure.privateAddress }
    let handle = try PrivateFile.create(place)
    defer { try? handle.close() }
    let target = Target(handle: handle, limit: limit, allowsPrivate: allowsPrivate)
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      // The calls of libcurl's easy interface wait; they get a thread of their own.
      Thread.detachNewThread { continuation.resume(with: Result { try perform(address, target) }) }
    }
    let last = url.lastPathComponent
    let name = PartHeader(lines: ["Content-Disposition: form-data; filename*=UTF-8''\(Self.escaped(last))"])
      .fileName
    return Fetched(
      name: name ?? "file", hash: SHA256.hexadecimal(digest: target.hash.finalize()), head: target.head)
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "._-")))
      ?? "file"
  }

  /// What the callbacks of one transfer work on.
  // It is used by the one thread that performs the transfer, and read when that has ended.
  private final class Target: @unchecked Sendable {
    let handle: FileHandle
    let limit: Int
    let allowsPrivate: Bool
    var hash = SHA256()
    var head: [UInt8] = []
    var count = 0
    var failure: Failure?

    init(handle: FileHandle, limit: Int, allowsPrivate: Bool) {
      self.handle = handle
      self.limit = limit
      self.allowsPrivate = allowsPrivate
    }

    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
      count += bytes.count
      guard count <= limit else {
        failure = .tooLarge
        return false
      }
      let piece = Data(bytes)
      hash.update(piece)
      if head.count < MediaSignature.length { head += piece.prefix(MediaSignature.length - head.count) }
      do {
        try handle.write(contentsOf: piece)
      } catch {
        failure = .failed("it cannot be written to the disk")
        return false
      }
      return true
    }

    func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
      guard allowsPrivate || !Self.isPrivate(address) else {
        failure = .privateAddress
        return ccurl_bad_socket
      }
      return socket(
        address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
        address.pointee.`protocol`)
    }

    private static func isPrivate(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
      var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN) + 1)
      let found = withUnsafePointer(to: &address.pointee.addr) { pointer -> Bool in
        let raw = UnsafeRawPointer(pointer)
        switch address.pointee.family {
        case AF_INET:
          var four = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
          return inet_ntop(AF_INET, &four, &text, socklen_t(text.count)) != nil
        case AF_INET6:
          guard address.pointee.addrlen >= UInt32(MemoryLayout<sockaddr_in6>.size) else { return false }
          var six = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
          return inet_ntop(AF_INET6, &six, &text, socklen_t(text.count)) != nil
        default: return false
        }
      }
      guard found, let end = text.firstIndex(of: 0) else { return true }
      return PrivateAddress.isPrivate(
        String(decoding: text[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
  }

  private static let isReady: Bool = curl_global_init(ccurl_global_all) == CURLE_OK

  private func perform(_ address: String, _ target: Target) throws {
    guard Self.isReady, let handle = curl_easy_init() else { throw Failure.failed("libcurl cannot be used") }
    defer { curl_easy_cleanup(handle) }
    let context = Unmanaged.passUnretained(target).toOpaque()
    let texts: [(CURLoption, String)] = [
      (CURLOPT_URL, address), (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
      (CURLOPT_PROXY, ""), (CURLOPT_USERAGENT, "t2v-studio"),
    ]
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 1), (CURLOPT_MAXREDIRS, 5), (CURLOPT_TIMEOUT, seconds),
      (CURLOPT_CONNECTTIMEOUT, 15),
      (CURLOPT_LOW_SPEED_LIMIT, 100), (CURLOPT_LOW_SPEED_TIME, 30), (CURLOPT_NOSIGNAL, 1),
      (CURLOPT_FAILONERROR, 1),
      // A connection is made, and so checked, for each file.
      (CURLOPT_FRESH_CONNECT, 1), (CURLOPT_FORBID_REUSE, 1),
    ]
    for (option, value) in texts where ccurl_set_string(handle, option, value) != CURLE_OK {
      throw Failure.failed("libcurl refuses an option")
    }
    for (option, value) in numbers where ccurl_set_long(handle, option, value) != CURLE_OK {
      throw Failure.failed("libcurl refuses an option")
    }
    _ = ccurl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limit))
    _ = ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    _ = ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
    _ = ccurl_set_data_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let target = Unmanaged<Target>.fromOpaque(context).takeUnretainedValue()
      return target.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
    }
    _ = ccurl_set_socket_callback(handle) { context, _, address in
      guard let context, let address else { return ccurl_bad_socket }
      return Unmanaged<Target>.fromOpaque(context).takeUnretainedValue().open(address)
    }
    let result = curl_easy_perform(handle)
    if let failure = target.failure { throw failure }
    if result == CURLE_FILESIZE_EXCEEDED { throw Failure.tooLarge }
    guard result == CURLE_OK else {
      var status = 0
      _ = ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
      let words = String(cString: curl_easy_strerror(result))
      throw Failure.failed(status >= 400 ? "the server answered \(status)" : words.lowercased())
    }
  }
}
