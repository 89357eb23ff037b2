import RawJSON

/// A file that the service took (WIRE.md, "upload file").
public struct UploadedFile: Sendable, Equatable {
  /// Its name at the service.
  public let name: String
  /// `video`, `image` or `audio`.
  public let type: String
  /// Where the service keeps it.
  public let url: String?
  /// Its length in seconds, of video and audio.
  public let duration: Double?

  /// Makes a description of a file.
  public init(name: String, type: String, url: String? = nil, duration: Double? = nil) {
    self.name = name
    self.type = type
    self.url = url
    self.duration = duration
  }

  init(_ value: JSONValue) {
    self.init(
      name: value["filename"]?.string ?? value["name"]?.string ?? "file",
      type: value["file_type"]?.string ?? value["type"]?.string ?? "file",
      url: value["cdn_url"]?.string ?? value["url"]?.string,
      duration: value["duration"]?.stringOrNumberText.flatMap(Double.init))
  }
}
