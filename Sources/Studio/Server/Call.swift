import FlyingFox
import Foundation

/// One request on its way through the studio. Its body is read once, piece by piece, by whoever wants it.
///
/// Whatever a call answers, its body must be read to the end before: the server would take the rest for the next
/// request on the connection.
final class Call {
  /// The request.
  let request: HTTPRequest
  private var pieces: HTTPBodySequence.Iterator
  private var isAtEnd = false
  /// Whether the body cannot be read to its end.
  private(set) var isBroken = false

  init(_ request: HTTPRequest) {
    self.request = request
    pieces = request.bodySequence.makeAsyncIterator()
  }

  /// The request's headers.
  var headers: HTTPHeaders { request.headers }

  /// The length of the body, if the client said it.
  var bodyLength: Int? { request.bodySequence.count }

  /// The next piece of the body; nil at its end.
  func nextPiece() async throws -> Data? {
    guard !isAtEnd else { return nil }
    do {
      if let piece = try await pieces.next(), !piece.isEmpty { return piece }
    } catch {
      (isAtEnd, isBroken) = (true, true)
      throw error
    }
    isAtEnd = true
    return nil
  }

  /// Reads what nobody wanted.
  func drain() async { while (try? await nextPiece()) != nil {} }
}
