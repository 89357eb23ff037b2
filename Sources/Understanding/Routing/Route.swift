/// What an utterance asks for.
public struct Route: Sendable, Equatable {
  /// An export that is to follow a message once its turn has succeeded ("add a title and then export").
  public struct ThenExport: Sendable, Equatable {
    /// As ``Route/format``.
    public var format: String?
    /// As ``Route/resolution``.
    public var resolution: String?
    /// As ``Route/path``.
    public var path: String?

    /// An export with what was said about it.
    public init(format: String? = nil, resolution: String? = nil, path: String? = nil) {
      self.format = format
      self.resolution = resolution
      self.path = path
    }
  }

  /// The act asked for.
  public var intent: Intent
  /// The format of an export in lower case without a dot (`mp4`, `gif`; `jpeg` is `jpg`), only when said or
  /// told by the name of the file to write. It may be one that the service does not have.
  public var format: String?
  /// The lines of an export followed by `p` (`720p`; 4K is `2160p`), only when said.
  public var resolution: String?
  /// Where an export is to be saved: a file or a folder, decoded.
  public var path: String?
  /// What is to be uploaded, in the order named: decoded local paths and URLs. Empty when the user only says
  /// that there is something to upload, or asks how.
  public var paths: [String] = []
  /// For an upload, the words around the paths: an utterance of its own, to be routed when the files are up.
  /// For a message with ``thenExport``, the text to send, without the words of the export. Else empty.
  public var rest = ""
  /// The export that follows a message.
  public var thenExport: ThenExport?

  /// What is said around the paths of an upload, and of no other route (CONTRACT.md, `t2v inspect route`); nil when
  /// nothing is.
  public var wordsAroundPaths: String? { intent == .upload && !rest.isEmpty ? rest : nil }

  /// A route with nothing but an intent; the rest is filled in by the router.
  public init(
    _ intent: Intent, format: String? = nil, resolution: String? = nil, path: String? = nil,
    paths: [String] = [], rest: String = "", thenExport: ThenExport? = nil
  ) {
    self.intent = intent
    self.format = format
    self.resolution = resolution
    self.path = path
    self.paths = paths
    self.rest = rest
    self.thenExport = thenExport
  }
}
