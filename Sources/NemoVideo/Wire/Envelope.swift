import CurlHTTP
import RawJSON

/// Takes the answer of a call apart: success gives the JSON, anything else a ``ServiceError``.
///
/// Answers come as `{"code":0,"data":…}`, `{"success":true,"data":…}`, or with the data at top level (WIRE.md).
enum Envelope {
  /// Largest answer that is read, 64 MiB.
  static let largestAnswer = 64 << 20

  /// Reads a whole answer.
  ///
  /// - Throws: ``ServiceError`` for an error of the service and for what is no JSON; `HTTPError` for a broken exchange.
  static func open(_ response: HTTPResponse) async throws -> JSONValue {
    let body = try await response.body.collect(upTo: largestAnswer)
    return try open(body, status: response.status, retryAfter: retryAfter(response.headers))
  }

  /// Takes the bytes of an answer apart.
  static func open(_ body: [UInt8], status: Int, retryAfter: Double? = nil) throws(ServiceError) -> JSONValue
  {
    let isSuccess = (200..<300).contains(status)
    guard let value = JSONValue(body), value.kind == .object else {
      throw ServiceError(code: nil, status: status, retryAfter: retryAfter)
    }
    let number = value["code"]?.stringOrNumberText
    let code = number.flatMap(Int.init)
    let isError = code.map { $0 != 0 && $0 != 200 } ?? (number != nil)
    guard isSuccess, !isError, value["success"]?.bool != false else {
      throw ServiceError(
        code: isError ? code : value["error"]?["code"]?.int, status: status, message: message(in: value),
        registrationURL: value["registration_url"]?.string ?? value["data"]?["registration_url"]?.string,
        retryAfter: retryAfter)
    }
    return value
  }

  /// Seconds of a `Retry-After` header; its date form is not used by the service and is ignored.
  static func retryAfter(_ headers: HTTPFields) -> Double? {
    headers["Retry-After"].flatMap(Double.init).flatMap { $0.isFinite && $0 >= 0 ? min($0, 3600) : nil }
  }

  private static func message(in value: JSONValue) -> String? {
    for key in ["message", "msg", "error", "detail"] {
      if let text = value[key]?.string ?? value[key]?["message"]?.string { return text }
    }
    return nil
  }
}
