/// The method of a request (RFC 9110, section 9).
public struct HTTPMethod: Sendable, Hashable, CustomStringConvertible {
  /// The word sent, in the case given.
  public let name: String

  /// A method by its word.
  public init(_ name: String) { self.name = name }

  /// `GET`.
  public static let get = HTTPMethod("GET")
  /// `HEAD`.
  public static let head = HTTPMethod("HEAD")
  /// `POST`.
  public static let post = HTTPMethod("POST")
  /// `PUT`.
  public static let put = HTTPMethod("PUT")
  /// `PATCH`.
  public static let patch = HTTPMethod("PATCH")
  /// `DELETE`.
  public static let delete = HTTPMethod("DELETE")

  /// The word sent.
  public var description: String { name }

  /// Whether doing it twice is the same as doing it once (RFC 9110, 9.2.2). Unknown methods are not.
  var isIdempotent: Bool {
    ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"].contains(name)
  }
}
