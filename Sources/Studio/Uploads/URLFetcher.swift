import CurlHTTP
import Foundation
import MediaFormats

/// Fetches files from the web into files here.
///
/// Every connection is checked when it is made, by the address that the name has led to: so neither a name that means
/// this machine, nor one that changes its meaning, nor a redirect reaches a private network.
package struct URLFetcher: Sendable {
  /// How many bytes a file may have.
  private let limit: Int
  private let http: HTTPClient

  /// How long a file may take: in all, without a byte, and to connect.
  private static let limits = HTTPLimits(connect: .seconds(15), stall: .seconds(30), total: .seconds(600))

  /// Why a file was not fetched.
  package enum Failure: Error, Equatable {
    case badAddress(String)
    case privateAddress
    case tooLarge
    case failed(String)
  }

  /// What was fetched.
  package struct Fetched: Sendable {
    package var name: String
    package var hash: String
    package var head: [UInt8]
  }

  /// A fetcher; nothing is connected to yet.
  ///
  /// - Parameters:
  ///   - limit: how many bytes a file may have.
  ///   - allowsAddress: whether a numeric address may be connected to.
  package init(limit: Int, allowsAddress: @escaping @Sendable (String) -> Bool) {
    self.limit = limit
    http = HTTPClient(
      configuration: HTTPClient.Configuration(userAgent: "t2v-studio", allowsAddress: allowsAddress))
  }

  /// Fetches an address into a new file (0600).
  /// - Throws: ``Failure``, ``SystemFailure``, `CancellationError`.
  package func fetch(_ address: String, to place: URL) async throws -> Fetched {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme), url.host?.isEmpty == false, address.utf8.count <= 8192
    else { throw Failure.badAddress(address) }
    var fetched = Fetched(name: Self.name(of: url), hash: "", head: [])
    do {
      let response = try await http.send(
        HTTPRequest(.get, address, limits: Self.limits, acceptsCompression: false))
      guard response.isSuccess else {
        throw Failure.failed("the server answered \(response.status)")
      }
      let declared = response.headers["Content-Length"].flatMap { Int($0) } ?? 0
      guard declared <= limit else { throw Failure.tooLarge }
      let handle = try PrivateFile.create(place)
      defer { try? handle.close() }
      var hash = SHA256()
      var count = 0
      for try await chunk in response.body {
        count += chunk.count
        guard count <= limit else { throw Failure.tooLarge }
        hash.update(chunk)
        if fetched.head.count < MediaSignature.length {
          fetched.head += chunk.prefix(MediaSignature.length - fetched.head.count)
        }
        try handle.write(contentsOf: chunk)
      }
      fetched.hash = SHA256.hexadecimal(digest: hash.finalize())
      return fetched
    } catch let error as HTTPError {
      switch error.code {
      case .badURL, .unsupportedScheme: throw Failure.badAddress(address)
      case .addressRefused: throw Failure.privateAddress
      default: throw Failure.failed(Self.clause(error.message))
      }
    }
  }

  /// A sentence as a part of another.
  private static func clause(_ sentence: String) -> String {
    String(sentence.prefix(1).lowercased() + sentence.dropFirst()).trimmingSuffix(".")
  }

  /// The name that the last part of an address gives a file.
  private static func name(of url: URL) -> String {
    let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "._-"))
    let last = url.lastPathComponent.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    return PartHeader(lines: ["Content-Disposition: form-data; filename*=UTF-8''\(last)"]).fileName ?? "file"
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
