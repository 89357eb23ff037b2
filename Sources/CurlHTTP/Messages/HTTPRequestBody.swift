/// What a request carries.
public enum HTTPRequestBody: Sendable {
  /// Nothing.
  case none
  /// Bytes in memory.
  case bytes([UInt8], contentType: String)
  /// A `multipart/form-data` form; files in it are read from disk while they are sent.
  case multipart([MultipartPart])
}
