import CurlHTTP

/// A request as it came over the wire.
package struct RecordedRequest: Sendable {
  package let method: String
  package let target: String
  package let headers: HTTPFields
  package let body: [UInt8]
  /// Which connection of the server it came on, from 0.
  package let connection: Int

  /// The body as text.
  package var bodyText: String { String(decoding: body, as: UTF8.self) }
}
