import FlyingFox
import Foundation

extension HTTPResponse {
  /// An answer of JSON.
  static func json(_ content: some Encodable, status: Int = 200) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // The answers hold nothing that JSON cannot say; an empty object is the honest last resort.
    let body = (try? encoder.encode(content)) ?? Data("{}".utf8)
    return json(body: body, status: status)
  }

  /// An answer of JSON that is written already.
  static func json(body: Data, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      statusCode: .of(status),
      headers: [
        .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: body)
  }
}

extension HTTPStatusCode {
  /// A status with its phrase (RFC 9110).
  static func of(_ code: Int) -> HTTPStatusCode {
    switch code {
    case 200: .ok
    case 206: .partialContent
    case 303: .seeOther
    case 304: .notModified
    case 400: .badRequest
    case 401: .unauthorized
    case 402: .paymentRequired
    case 403: .forbidden
    case 404: .notFound
    case 405: .methodNotAllowed
    case 409: .conflict
    case 413: .payloadTooLarge
    case 415: .unsupportedMediaType
    case 416: .rangeNotSatisfiable
    case 421: .misdirectedRequest
    case 431: .requestHeaderFieldsTooLarge
    case 501: .notImplemented
    case 503: .serviceUnavailable
    default: code == 500 ? .internalServerError : HTTPStatusCode(code, phrase: "Error")
    }
  }
}
