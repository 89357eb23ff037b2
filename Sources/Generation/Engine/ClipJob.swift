import CurlHTTP
import FoundationEssentials

/// A clip on its way: what is written down of it, so that another process can go on.
public struct ClipJob: Codable, Sendable, Equatable {
  /// What is wanted.
  public var order: ClipOrder
  /// When it was sent to the server; set before it is sent.
  public var sent: Date?
  /// The server's name for it; nil until the server has answered.
  public var remoteID: String?
  /// How much of it is done, as the server says, 0 to 100.
  public var progress = 0
  /// What tells whether the file on the server is still the one of which a part is here.
  public var validator: DownloadValidator?

  /// A clip that nothing has been done for.
  public init(_ order: ClipOrder) { self.order = order }
}
