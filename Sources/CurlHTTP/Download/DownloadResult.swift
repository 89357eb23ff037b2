/// A download that is complete: its length has been checked, and its bytes are on disk.
public struct DownloadResult: Sendable, Hashable {
  /// The length of the file in bytes.
  public let length: Int64
  /// How many of them were already here.
  public let resumedFrom: Int64
  /// The last status: 200, or 206 for a resumed download, or 416 if nothing was missing.
  public let status: Int
  /// What tells this file from later ones.
  public let validator: DownloadValidator
  /// The media type the server gave.
  public let contentType: String?
  /// The URL that answered, after redirects.
  public let url: String
}
