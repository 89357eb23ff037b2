import Glibc

/// Where FFmpeg's two programs are.
public struct MediaTools: Sendable {
  /// The path of `ffmpeg`.
  public var ffmpeg: String
  /// The path of `ffprobe`.
  public var ffprobe: String
  /// How long a program may make no progress while we wait for it, before it is ended.
  public var patience = Patience.usual

  /// Takes the programs at two paths, without looking at them.
  public init(ffmpeg: String, ffprobe: String) {
    self.ffmpeg = ffmpeg
    self.ffprobe = ffprobe
  }

  /// Finds both programs in a search path.
  ///
  /// - Parameter path: folders separated by colons; nil means the environment's `PATH`.
  /// - Throws: `toolMissing` with the name of the first that is not there or cannot be run.
  public static func find(path: String? = nil) throws(RenderError) -> MediaTools {
    let folders = path ?? getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return MediaTools(
      ffmpeg: try locate("ffmpeg", in: folders), ffprobe: try locate("ffprobe", in: folders))
  }

  /// The path of another program in the environment's search path; nil if it is not there.
  package static func program(_ name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return try? locate(name, in: folders)
  }

  private static func locate(_ name: String, in folders: String) throws(RenderError) -> String {
    for folder in folders.split(separator: ":") {
      let candidate = "\(folder)/\(name)"
      if access(candidate, X_OK) == 0 { return candidate }
    }
    throw .toolMissing(name: name)
  }
}
