import FlyingFox
import Foundation

/// A call that is answered with an error: an HTTP status and the envelope of WIRE.md.
struct APIError: Error, Equatable {
  /// The HTTP status.
  var status: Int
  /// The `code` of the envelope.
  var code: Int
  /// What happened and what to do, for a person.
  var message: String
  /// More headers of the answer.
  var headers: [String: String] = [:]

  init(_ status: Int, code: Int? = nil, _ message: String, headers: [String: String] = [:]) {
    self.status = status
    self.code = code ?? status
    self.message = message
    self.headers = headers
  }

  static let badToken = APIError(
    401, code: 1001, "The token is missing, unknown or expired. Ask for a new one with the same client id.")
  static let unknownSession = APIError(404, code: 1002, "There is no such session. Make a new one.")
  static let unknownRender = APIError(404, "There is no render of that id.")
  static let unknownFile = APIError(404, "There is no such file.")
  static let unknownRoute = APIError(404, "There is no such call.")

  static func badRequest(_ message: String) -> APIError { APIError(400, message) }

  static func outOfCredits(_ shortage: OutOfCredits) -> APIError {
    APIError(
      402, code: 2001,
      "This needs \(shortage.price) credits and \(shortage.available) are left; nothing was changed.")
  }

  /// The envelope.
  var envelope: ErrorEnvelope { ErrorEnvelope(code: code, message: message) }

  /// The answer.
  var response: HTTPResponse {
    var response = HTTPResponse.json(envelope, status: status)
    for (name, value) in headers { response.headers[HTTPHeader(name)] = value }
    return response
  }
}

/// `{"code":…,"message":…}`.
struct ErrorEnvelope: Encodable, Sendable {
  var code: Int
  var message: String
}
