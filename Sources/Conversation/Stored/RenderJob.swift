import MediaFormats
import NemoVideo
import RawJSON

/// A render that was asked for and is not a file yet: all that is needed to go on with it after a crash.
///
/// It is on disk before the render is submitted, and goes when the file is complete (DESIGN.md, decision 3).
public struct RenderJob: Sendable, Equatable {
  /// The render's id at the service.
  public var id: String
  /// The session whose draft is rendered.
  public var session: String
  /// The session's task; the claim link needs it.
  public var task: String?
  /// What is made.
  public var options: RenderOptions
  /// Where the file goes: a path that the user named, or nil for a name of ours in `folder`.
  public var namedPath: String?
  /// The folder for a name of ours.
  public var folder: String
  /// The name of ours without its extension; a number follows it when it is taken.
  public var baseName: String
  /// The film's length in milliseconds, for the closing line.
  public var durationMS: Int
  /// The picture's width, if known.
  public var width: Int?
  /// The picture's height, if known.
  public var height: Int?
  /// What is known of a partly fetched file: its ETag and date.
  public var etag: String?
  /// The `Last-Modified` of a partly fetched file.
  public var lastModified: String?

  /// The format asked for; mp4 for a word that is none of the 13.
  public var format: MediaFormat { MediaFormat(word: options.format) ?? .mp4 }

  /// Where the unfinished file grows: beside its final place, so that the last step is a rename.
  public var partialPath: String {
    if let namedPath { return namedPath + ".part" }
    let mark = RenderJobStore.component(String(id.suffix(8)))
    return "\(folder)/.\(baseName).\(mark).\(format.rawValue).part"
  }

  var json: JSONWriter {
    var object = JSONWriter()
    object.add("id", id)
    object.add("session", session)
    if let task { object.add("task", task) }
    object.add("format", options.format)
    if let resolution = options.resolution { object.add("resolution", resolution) }
    if let namedPath { object.add("path", namedPath) }
    object.add("folder", folder)
    object.add("base_name", baseName)
    object.add("duration", durationMS)
    if let width { object.add("width", width) }
    if let height { object.add("height", height) }
    if let etag { object.add("etag", etag) }
    if let lastModified { object.add("last_modified", lastModified) }
    return object
  }

  init?(_ value: JSONValue) {
    guard let id = value["id"]?.string, let session = value["session"]?.string,
      let folder = value["folder"]?.string, let baseName = value["base_name"]?.string
    else { return nil }
    self.id = id
    self.session = session
    self.folder = folder
    self.baseName = baseName
    task = value["task"]?.string
    options = RenderOptions(
      format: value["format"]?.string ?? "mp4", resolution: value["resolution"]?.string)
    namedPath = value["path"]?.string
    durationMS = value["duration"]?.int ?? 0
    width = value["width"]?.int
    height = value["height"]?.int
    etag = value["etag"]?.string
    lastModified = value["last_modified"]?.string
  }

  init(
    id: String, session: String, task: String?, options: RenderOptions, namedPath: String?, folder: String,
    baseName: String, durationMS: Int
  ) {
    self.id = id
    self.session = session
    self.task = task
    self.options = options
    self.namedPath = namedPath
    self.folder = folder
    self.baseName = baseName
    self.durationMS = durationMS
  }
}
