import CCmark

extension MarkdownStream {
  /// The version of the libcmark that this program runs with, such as `0.30.2`.
  public static var libraryVersion: String { String(cString: cmark_version_string()) }
}
