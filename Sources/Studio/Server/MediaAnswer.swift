/// A file as the wire tells of it.
struct MediaAnswer: Encodable, Sendable {
  var id: String
  var filename: String
  var fileType: String
  var cdnURL: String
  /// Seconds.
  var duration: Double?
  var width: Int?
  var height: Int?
  var framesPerSecond: Double?
  var hash: String

  init(_ media: MediaRecord, origin: String) {
    id = media.id
    filename = media.name
    fileType = media.kind
    cdnURL = "\(origin)/api/media/\(media.id)"
    duration = media.durationMS.map { Double($0) / 1000 }
    width = media.width
    height = media.height
    framesPerSecond = media.framesPerSecond
    hash = media.hash
  }

  enum CodingKeys: String, CodingKey {
    case id, filename, duration, width, height, hash
    case fileType = "file_type"
    case cdnURL = "cdn_url"
    case framesPerSecond = "fps"
  }
}
