import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension HTTPError: CustomStringConvertible {
  /// What happened and what to do about it, in plain words; never with a token in it.
  public var message: String {
    let server = host.isEmpty ? "the server" : host
    switch code {
    case .libraryMissing:
      return
        "Nothing can be sent: libcurl, which speaks to servers, cannot be loaded (\(curlText)). Install it (on Debian and Ubuntu: sudo apt install libcurl4) and try again."
    case .badURL: return "This is not a web address that can be used. Check its spelling."
    case .badRequest: return "The request for \(server) holds a character that no header may hold."
    case .unsupportedScheme(let scheme):
      return "Addresses that begin with “\(scheme):” cannot be used; only http and https can."
    case .couldNotResolve: return "There is no address for \(server). Check the network and the name."
    case .couldNotConnect:
      return "Could not connect to \(server). Check the network, and whether it is running."
    case .addressRefused: return "The address of \(server) is one that may not be connected to."
    case .tls: return "No secure connection to \(server): \(curlText.isEmpty ? "TLS failed" : curlText)."
    case .timedOut(.connect): return "Could not connect to \(server) in time. Check the network."
    case .timedOut(.total): return "\(server) did not finish its answer in time."
    case .stalled: return "Nothing came from \(server) for too long."
    case .connectionBroken: return "The connection to \(server) broke."
    case .bodyTruncated: return "The answer of \(server) broke off before its end."
    case .badResponse: return "\(server) gave an answer that cannot be read."
    case .headerTooLarge:
      return "\(server) sent a header that is longer than any answer's may be, so the answer was not read."
    case .tooLarge(let limit): return "The answer of \(server) is longer than the \(limit) bytes allowed."
    case .tooManyRedirects: return "\(server) redirected too many times."
    case .redirectRefused: return "\(server) redirected to an address that must not be followed."
    case .file(let path, ENOSPC), .file(let path, EDQUOT):
      return
        "The disk is full: \(path) could not be written. Make room and try again; what came so far is kept."
    case .file(let path, let number):
      return "\(path) could not be used: \(Self.systemText(number))."
    case .bodyAlreadyBeingRead: return "The answer of \(server) is already being read."
    case .clientClosed: return "The connection to \(server) was closed because the program is ending."
    case .other: return "The exchange with \(server) failed: \(curlText)."
    }
  }

  /// ``message``.
  public var description: String { message }

  private static func systemText(_ number: Int32) -> String {
    guard number != 0 else { return "it cannot be read" }
    var buffer = [CChar](repeating: 0, count: 256)
    _ = strerror_r(number, &buffer, buffer.count)
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
