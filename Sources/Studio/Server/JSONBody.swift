import FlyingFox
import Foundation

/// Bodies of JSON, read whole up to a limit.
enum JSONBody {
  /// 8 MiB: a draft of thousands of segments is far below.
  static let limit = 8 * 1024 * 1024

  /// Reads a body.
  /// - Throws: ``APIError`` 413 past the limit.
  static func bytes(of call: Call) async throws -> Data {
    let tooLarge = APIError(413, "The body is larger than 8 MiB.")
    if let length = call.bodyLength, length > limit { throw tooLarge }
    var body = Data()
    while let piece = try await call.nextPiece() {
      guard body.count + piece.count <= limit else { throw tooLarge }
      body.append(piece)
    }
    return body
  }

  /// Reads a body as a value.
  /// - Throws: ``APIError`` 400 if it is something else, 413 past the limit.
  static func read<Value: Decodable>(_ type: Value.Type, of call: Call) async throws -> Value {
    try decode(type, from: await bytes(of: call))
  }

  /// Decodes a value.
  /// - Throws: ``APIError`` 400 if the bytes are something else.
  static func decode<Value: Decodable>(_ type: Value.Type, from body: Data) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch {
      throw APIError.badRequest("The body is not the JSON that this call takes: \(reason(of: error)).")
    }
  }

  private static func reason(of error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "it cannot be read"
        : context.codingPath.map(\.stringValue).joined(separator: ".") + " cannot be read"
    default: "it cannot be read"
    }
  }
}
